// Knows what time it is in one room. While something is timed there (a segment, a turn, who is here), time goes as fast
// as a clock that nobody sets: nothing that runs ends early, and nothing takes less than no time, whatever is done to the
// machine's clock. As soon as nothing is timed the room follows that clock, so that what comes next has the right time.
// It never goes back behind what stands in its log: where the clock was ahead, time stands still until it is right again,
// or goes on from there when something begins.

import Meetings

/// Both times of a server at one moment, in milliseconds since 1970.
public struct TimeReading: Sendable, Equatable {
    /// By a clock that nobody sets; only differences mean something.
    public var steady: Instant
    /// By the machine's clock, as it is set now.
    public var wall: Instant

    /// A reading of two clocks.
    public init(steady: Instant, wall: Instant) { (self.steady, self.wall) = (steady, wall) }
}

/// The time of one room.
struct RoomClock: Equatable {
    /// A difference to the machine's clock that is not worth a jump, in milliseconds.
    static let tolerance: Instant = 100

    /// Room time less steady time; nil before the first reading.
    private var offset: Instant?
    private var lastSteady = Instant.min

    /// The time of the room at a reading. `last` is that of its last entry; `isTimed` is asked only where it matters.
    mutating func time(_ reading: TimeReading, notBefore last: Instant, isTimed: () -> Bool) -> Instant {
        let wanted = reading.wall - reading.steady
        var now = offset ?? wanted
        if abs(wanted - now) >= Self.tolerance, !isTimed() { now = wanted }
        // A time that a test or a replay sets may go back: then it is the log that says what time it is.
        guard reading.steady >= lastSteady else { return max(reading.steady + now, last) }
        lastSteady = reading.steady
        if reading.steady + now < last { now = last - reading.steady }
        offset = now
        return reading.steady + now
    }
}

extension RoomHost {
    /// The time of this room.
    func time() -> Instant { clock.time(read(), notBefore: room.at) { room.isTimed } }
}
