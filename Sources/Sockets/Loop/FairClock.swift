// A clock for the deadlines of others: it goes as time goes, and stands still while the loop itself is behind, so that
// nobody is cut for what they sent in time and we did not look at. Pure: every call brings the time, in milliseconds.

struct FairClock {
    /// The loop is behind when something may have waited for it longer than this.
    static let toleranceMilliseconds: UInt64 = 250

    /// All that was due before this time has been done.
    private var caughtUpTo: UInt64
    /// Asleep, with nothing to do before this time; nil when awake.
    private var restsUntil: UInt64?
    /// How long the clock has stood still, and up to when that is added up.
    private var stoodStill: UInt64 = 0
    private var countedTo: UInt64

    init(now: UInt64) { (caughtUpTo, countedTo) = (now, now) }

    /// What the clock shows.
    func reading(at now: UInt64) -> UInt64 { now - stoodStill - stillness(at: now) }

    /// The loop has done all that was due before `time`.
    mutating func caughtUp(to time: UInt64, at now: UInt64) {
        count(to: now)
        caughtUpTo = max(caughtUpTo, time)
    }

    /// The loop has nothing to do and sleeps until a socket calls, or until the next timer is due.
    mutating func rests(until time: UInt64, at now: UInt64) {
        caughtUp(to: now, at: now)
        restsUntil = time
    }

    /// The loop is awake. Over-sleeping is being behind: somebody stopped the process, or the machine has no time for us.
    mutating func wakes(at now: UInt64) {
        guard let time = restsUntil else { return }
        caughtUp(to: min(time, now), at: now)
        restsUntil = nil
    }

    private func stillness(at now: UInt64) -> UInt64 {
        let done = max(caughtUpTo, restsUntil.map { min($0, now) } ?? 0)
        let since = max(done + Self.toleranceMilliseconds, countedTo)
        return now > since ? now - since : 0
    }

    private mutating func count(to now: UInt64) {
        stoodStill += stillness(at: now)
        countedTo = max(countedTo, now)
    }
}
