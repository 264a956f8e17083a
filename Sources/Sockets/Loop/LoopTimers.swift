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
    private let clock: () -> UInt64
    private let timer = UnsafeMutablePointer<uv_timer_t>.allocate(capacity: 1)
    /// What the timer of the library is set for; nil when it is not running.
    private var armedFor: UInt64?
    private var heap: [Entry] = []
    private var works: [UInt64: @Sendable () -> Void] = [:]  // what was taken back is missing here
    private var lastNumber: UInt64 = 0

    /// `clock` gives nanoseconds that only go forward.
    init(loop: UnsafeMutablePointer<uv_loop_t>, clock: @escaping @Sendable () -> UInt64) {
        (self.loop, self.clock) = (loop, clock)
        uv_timer_init(loop, timer)
        timer.pointee.data = Unmanaged.passUnretained(self).toOpaque()
    }

    var handle: UnsafeMutableRawPointer { UnsafeMutableRawPointer(timer) }

    /// After the loop is closed.
    func free() { timer.deallocate() }

    func schedule(afterMilliseconds delay: Int, _ work: @escaping @Sendable () -> Void) -> UInt64 {
        lastNumber += 1
        works[lastNumber] = work
        push(Entry(due: clock() / 1_000_000 + UInt64(max(0, delay)), number: lastNumber))
        return lastNumber
    }

    func cancel(_ number: UInt64) { works[number] = nil }

    /// When the next one is due; nil when there is none.
    var firstDue: UInt64? {
        while let first = heap.first, works[first.number] == nil { pop() }
        return heap.first?.due
    }

    /// Sets the library's timer. Only before the loop sleeps: among timers, libuv 1.44 fires what is set for at once
    /// again and again, and never comes to the sockets.
    func arm() {
        guard let due = firstDue else {
            if armedFor != nil { uv_timer_stop(timer) }
            armedFor = nil
            return
        }
        guard due != armedFor else { return }
        armedFor = due
        uv_update_time(loop)  // the library's clock stands still during a turn
        let now = clock() / 1_000_000
        uv_timer_start(
            timer, { Unmanaged<LoopTimers>.fromOpaque($0!.pointee.data).takeUnretainedValue().fire() },
            due > now ? due - now : 0, 0)
    }

    private func fire() {
        armedFor = nil
        let start = clock()
        // What is scheduled meanwhile has a later number and waits for the next turn, even with a delay of 0.
        let newest = lastNumber
        while let first = heap.first, first.due <= start / 1_000_000, first.number <= newest {
            pop()
            if let work = works.removeValue(forKey: first.number) { work() }
            if clock() >= start + LoopCore.turnNanoseconds { return }  // the others in the next turn
        }
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
