// The libuv side of the event loop: thread, wake-up, turns. Knows libuv; nothing of sockets.
// It outlives `EventLoop` by as long as the thread needs to close the loop's handles.

import CLibUV
import Dispatch
import Foundation

/// `@unchecked`: `jobs`, `isEnding` and `wakeupCount` are under the lock, `thread` is written once before the thread
/// may read it, everything else is touched by the loop's thread only.
final class LoopCore: @unchecked Sendable {
    /// How often in one turn work may beget work before the sockets are looked at again.
    static let roundsPerTurn = 8

    private let lock = NSLock()  // not Mutex: ThreadSanitizer reports it falsely on Linux
    private var jobs: [UnownedJob] = []
    private var isEnding = false
    private var wakeupCount = 0
    private var thread = pthread_t()

    let loop = UnsafeMutablePointer<uv_loop_t>.allocate(capacity: 1)
    private let wake = UnsafeMutablePointer<uv_async_t>.allocate(capacity: 1)
    private let prepare = UnsafeMutablePointer<uv_prepare_t>.allocate(capacity: 1)
    private let check = UnsafeMutablePointer<uv_check_t>.allocate(capacity: 1)
    private let idle = UnsafeMutablePointer<uv_idle_t>.allocate(capacity: 1)
    let timers: LoopTimers
    var executor: UnownedSerialExecutor!  // set before the thread starts
    private var spare: [UnownedJob] = []
    private var endWork: [@Sendable () -> Void] = []
    let ended = DispatchSemaphore(value: 0)

    init() {
        precondition(uv_loop_init(loop) == 0, "no event loop: out of memory or descriptors")
        // Waking is all it does: jobs run at the end of the turn.
        precondition(uv_async_init(loop, wake, { _ in }) == 0, "no wake-up for the event loop")
        uv_prepare_init(loop, prepare)
        uv_check_init(loop, check)
        uv_idle_init(loop, idle)
        timers = LoopTimers(loop: loop)
        let me = Unmanaged.passUnretained(self).toOpaque()
        prepare.pointee.data = me
        check.pointee.data = me
        // prepare: before the loop sleeps (work of timers and closings); check: after the sockets have been served.
        uv_prepare_start(prepare) { Unmanaged<LoopCore>.fromOpaque($0!.pointee.data).takeUnretainedValue().turn() }
        uv_check_start(check) { Unmanaged<LoopCore>.fromOpaque($0!.pointee.data).takeUnretainedValue().turn() }
    }

    func start() {
        let me = Unmanaged.passRetained(self).toOpaque()  // the thread holds us until the loop has ended
        lock.withLock {  // so that `thread` is known before the thread begins
            let failure = pthread_create(
                &thread, nil,
                { raw in
                    Unmanaged<LoopCore>.fromOpaque(raw!).takeRetainedValue().run()
                    return nil
                }, me)
            precondition(failure == 0, "no thread for the event loop")
            pthread_detach(thread)
        }
    }

    private func run() {
        lock.withLock {}
        uv_run(loop, UV_RUN_DEFAULT)
        precondition(uv_loop_close(loop) == 0, "handles left on the loop: a server was not shut down")
        timers.free()
        wake.deallocate()
        prepare.deallocate()
        check.deallocate()
        idle.deallocate()
        loop.deallocate()
        ended.signal()
    }

    var isCurrent: Bool { pthread_equal(thread, pthread_self()) != 0 }
    var wakeups: Int { lock.withLock { wakeupCount } }
    var nowMilliseconds: UInt64 { uv_now(loop) }

    func enqueue(_ job: UnownedJob) {
        lock.lock()
        jobs.append(job)
        let isWakeOwed = jobs.count == 1 && !isCurrent  // else the present turn will see it
        if isWakeOwed { wakeupCount += 1 }
        lock.unlock()
        if isWakeOwed { uv_async_send(wake) }
    }

    func atEndOfTurn(_ work: @escaping @Sendable () -> Void) { endWork.append(work) }

    private func turn() {
        for _ in 0..<Self.roundsPerTurn {  // what jobs enqueue still belongs to this turn, within reason
            let isLast = lock.withLock {
                swap(&jobs, &spare)
                return isEnding
            }
            if spare.isEmpty, endWork.isEmpty {
                if isLast { closeHandles() }
                uv_idle_stop(idle)
                return
            }
            for job in spare { job.runSynchronously(on: executor) }
            spare.removeAll(keepingCapacity: true)
            let due = endWork
            endWork.removeAll(keepingCapacity: true)
            for work in due { work() }
        }
        uv_idle_start(idle) { _ in }  // there is more to do: look at the sockets, but do not sleep
    }

    func end() {
        lock.withLock { isEnding = true }
        uv_async_send(wake)
    }

    private func closeHandles() {
        for handle in ownHandles where uv_is_closing(handle) == 0 { uv_close(handle, nil) }
    }

    private var ownHandles: [UnsafeMutablePointer<uv_handle_t>] {
        let raw: [UnsafeMutableRawPointer] = [.init(wake), .init(prepare), .init(check), .init(idle), timers.handle]
        return raw.map { $0.assumingMemoryBound(to: uv_handle_t.self) }
    }

    /// Handles on the loop that are not its own: those of libwebsockets and of descriptor watches.
    var foreignHandleCount: Int {
        var count = 0
        uv_walk(loop, { _, count in count!.assumingMemoryBound(to: Int.self).pointee += 1 }, &count)
        return count - ownHandles.count
    }
}
