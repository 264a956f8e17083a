// The one event-loop thread as Swift sees it: a serial executor on which actors live.
// Knows nothing of sockets; what lends its handles to the loop (libwebsockets) does so through `LoopCore`.

import CLibUV
import Dispatch

/// One thread running one libuv loop, as a `SerialExecutor`. It ends with its last reference: whoever may still
/// enqueue a job holds it, so that no job comes too late. Jobs run in the order in which they come, except that those of
/// tasks with a priority below medium are patient: they let the others go first.
public final class EventLoop: SerialExecutor {
    let core: LoopCore

    /// Starts the thread.
    public convenience init() { self.init(clock: { uv_hrtime() }) }

    /// Starts the thread with another clock; it gives nanoseconds that only go forward.
    init(clock: @escaping @Sendable () -> UInt64) {
        core = LoopCore(clock: clock)
        core.executor = asUnownedSerialExecutor()
        core.start()
    }

    deinit { core.end() }

    /// Takes a job from any thread; it runs at the end of the present turn of the loop or of one after it.
    public func enqueue(_ job: consuming ExecutorJob) {
        let priority = job.priority.rawValue  // 0: nothing was said
        core.enqueue(UnownedJob(job), isPatient: priority != 0 && priority < TaskPriority.medium.rawValue)
    }

    /// The executor that actors on this loop name as theirs.
    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    /// Stops the process when called on another thread.
    public func checkIsolated() { precondition(core.isCurrent, "off the event loop") }

    /// Whether the caller is on the loop's thread; what `assumeIsolated` asks.
    public func isIsolatingCurrentContext() -> Bool? { core.isCurrent }

    /// Whether the caller is on the loop's thread.
    public var isCurrent: Bool { core.isCurrent }

    /// Runs `work` once, after the jobs of this turn. Only from the loop.
    public func atEndOfTurn(_ work: @escaping @Sendable () -> Void) {
        checkIsolated()
        core.atEndOfTurn(work)
    }

    /// Runs `work` on the loop after at least `milliseconds` (0 or more); equal times run in the order of the calls.
    /// Only from the loop.
    @discardableResult
    public func after(milliseconds: Int, _ work: @escaping @Sendable () -> Void) -> LoopTimer {
        checkIsolated()
        return LoopTimer(loop: self, number: core.timers.schedule(afterMilliseconds: milliseconds, work))
    }

    /// Milliseconds on the loop's own clock, which only goes forward. Only from the loop.
    public var nowMilliseconds: UInt64 {
        checkIsolated()
        return core.nowMilliseconds
    }

    /// Signalled once, when the thread has ended and the loop is freed. Take it before dropping the loop.
    public var ended: DispatchSemaphore { core.ended }

    /// How often other threads had to wake the loop.
    public var wakeups: Int { core.wakeups }
}

/// What `EventLoop.after` gives back: a timer that has not fired yet can be taken back.
public struct LoopTimer: Sendable {
    let loop: EventLoop
    let number: UInt64

    /// Takes the timer back; does nothing when it has fired. Only from the loop.
    public func cancel() {
        loop.checkIsolated()
        loop.core.timers.cancel(number)
    }
}
