// All timers of one loop on a single uv_timer: a binary heap ordered by due time, then by order of creation.
// Only the loop's thread touches it. Knows libuv; nothing of sockets.

import CLibUV

final class LoopTimers {
    private struct Entry {
        let due: UInt64
        let number: UInt64

        func isBefore(_ other: Entry) -> Bool { due == other.due ? number < other.number : due < other.due }
    }

    private let loop: UnsafeMutablePointer<uv_loop_t>
    private let timer = UnsafeMutablePointer<uv_timer_t>.allocate(capacity: 1)
    private var heap: [Entry] = []
    private var works: [UInt64: @Sendable () -> Void] = [:]  // what was taken back is missing here
    private var lastNumber: UInt64 = 0

    init(loop: UnsafeMutablePointer<uv_loop_t>) {
        self.loop = loop
        uv_timer_init(loop, timer)
        timer.pointee.data = Unmanaged.passUnretained(self).toOpaque()
    }

    var handle: UnsafeMutableRawPointer { UnsafeMutableRawPointer(timer) }

    /// After the loop is closed.
    func free() { timer.deallocate() }

    func schedule(afterMilliseconds delay: Int, _ work: @escaping @Sendable () -> Void) -> UInt64 {
        uv_update_time(loop)  // the loop's clock stands still during a turn
        lastNumber += 1
        works[lastNumber] = work
        push(Entry(due: uv_now(loop) + UInt64(max(0, delay)), number: lastNumber))
        if heap[0].number == lastNumber { arm() }
        return lastNumber
    }

    func cancel(_ number: UInt64) { works[number] = nil }

    private func arm() {
        while let first = heap.first, works[first.number] == nil { pop() }
        guard let first = heap.first else {
            uv_timer_stop(timer)
            return
        }
        let now = uv_now(loop)
        uv_timer_start(
            timer, { Unmanaged<LoopTimers>.fromOpaque($0!.pointee.data).takeUnretainedValue().fire() },
            first.due > now ? first.due - now : 0, 0)
    }

    private func fire() {
        let now = uv_now(loop)
        // What is scheduled meanwhile has a later number and waits for the next turn, even with a delay of 0.
        let newest = lastNumber
        while let first = heap.first, first.due <= now, first.number <= newest {
            pop()
            if let work = works.removeValue(forKey: first.number) { work() }
        }
        arm()
    }

    private func push(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, heap[child].isBefore(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private func pop() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].isBefore(heap[least])
            {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
