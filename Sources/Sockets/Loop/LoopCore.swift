// The libuv side of the event loop: thread, wake-up, turns. Knows libuv; nothing of sockets.
// It outlives `EventLoop` by as long as the thread needs to close the loop's handles.

import CLibUV
import Dispatch
import Foundation

/// `@unchecked`: `jobs`, `patientJobs`, `isEnding` and `wakeupCount` are under the lock, `thread` is written once before
/// the thread may read it, everything else is touched by the loop's thread only.
final class LoopCore: @unchecked Sendable {
    /// Jobs may run for so long before the sockets and timers are looked at again; a job that is running is not cut off.
    static let turnNanoseconds: UInt64 = 4_000_000

    private let lock = NSLock()  // not Mutex: ThreadSanitizer reports it falsely on Linux
    private var jobs: [UnownedJob] = []
    private var patientJobs: [UnownedJob] = []
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
    private let clock: @Sendable () -> UInt64
    private var queue: JobQueue
    private var patientQueue: JobQueue
    private var endWork: [@Sendable () -> Void] = []
    private var fairClock: FairClock
    let ended = DispatchSemaphore(value: 0)

    /// `clock` gives nanoseconds that only go forward.
    init(clock: @escaping @Sendable () -> UInt64) {
        self.clock = clock
        let now = clock() / 1_000_000
        (queue, patientQueue, fairClock) = (JobQueue(now: now), JobQueue(now: now), FairClock(now: now))
        precondition(uv_loop_init(loop) == 0, "no event loop: out of memory or descriptors")
        // Waking is all it does: jobs run at the end of the turn.
        precondition(uv_async_init(loop, wake, { _ in }) == 0, "no wake-up for the event loop")
        uv_prepare_init(loop, prepare)
        uv_check_init(loop, check)
        uv_idle_init(loop, idle)
        timers = LoopTimers(loop: loop, clock: clock)
        let me = Unmanaged.passUnretained(self).toOpaque()
        prepare.pointee.data = me
        check.pointee.data = me
        // prepare: before the loop sleeps (work of timers and closings); check: after the sockets have been served.
        uv_prepare_start(prepare) { Unmanaged<LoopCore>.fromOpaque($0!.pointee.data).takeUnretainedValue().sleeps() }
        uv_check_start(check) { Unmanaged<LoopCore>.fromOpaque($0!.pointee.data).takeUnretainedValue().wakes() }
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
    var nowMilliseconds: UInt64 { clock() / 1_000_000 }
    /// Milliseconds for deadlines of others: they stand still while the loop is behind.
    var fairMilliseconds: UInt64 { fairClock.reading(at: nowMilliseconds) }

    func enqueue(_ job: UnownedJob, isPatient: Bool) {
        lock.lock()
        let isWakeOwed = jobs.isEmpty && patientJobs.isEmpty && !isCurrent  // else the present turn will see it
        if isPatient { patientJobs.append(job) } else { jobs.append(job) }
        if isWakeOwed { wakeupCount += 1 }
        lock.unlock()
        if isWakeOwed { uv_async_send(wake) }
    }

    func atEndOfTurn(_ work: @escaping @Sendable () -> Void) { endWork.append(work) }

    private func sleeps() {
        let isDone = turn()
        timers.arm()
        let now = nowMilliseconds
        if isDone {
            fairClock.rests(until: timers.firstDue ?? .max, at: now)
        }
    }

    private func wakes() {
        fairClock.wakes(at: nowMilliseconds)
        _ = turn()
    }

    /// Runs jobs and then what their turn collected, again and again until nothing is left or the time is over. What is
    /// left is first in the next turn. Returns whether nothing is left.
    private func turn() -> Bool {
        let end = clock() + Self.turnNanoseconds
        repeat {
            let now = nowMilliseconds
            let isLast = lock.withLock {
                queue.refill(from: &jobs, at: now)
                patientQueue.refill(from: &patientJobs, at: now)
                return isEnding
            }
            let done = min(queue.caughtUpTo, patientQueue.caughtUpTo)
            fairClock.caughtUp(to: min(done, timers.firstDue ?? .max), at: now)
            if queue.isEmpty, patientQueue.isEmpty, endWork.isEmpty {
                if isLast { closeHandles() }
                uv_idle_stop(idle)
                return true
            }
            runJobs(until: end)
            let due = endWork
            endWork.removeAll(keepingCapacity: true)
            for work in due { work() }
        } while clock() < end
        uv_idle_start(idle) { _ in }  // there may be more to do: look at the sockets, but do not sleep
        return false
    }

    private func runJobs(until end: UInt64) {
        while let job = queue.popFirst() {
            job.runSynchronously(on: executor)
            if clock() >= end { break }
        }
        // Patient jobs have what is left of the turn; one each turn, so that nothing starves them.
        while let job = patientQueue.popFirst() {
            job.runSynchronously(on: executor)
            if clock() >= end { break }
        }
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
