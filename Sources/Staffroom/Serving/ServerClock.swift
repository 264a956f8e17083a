// Knows the two times of a server: what day it is, by the machine's clock as it is set at that moment, and how long
// something takes, by a clock that nobody sets. A machine that learns the right time after the server has started is
// right from then on; no deadline moves with it. What a running meeting makes of both is `RoomClock`.

import Foundation
import Meetings

/// Milliseconds since 1970.
struct ServerClock: Sendable {
    private let wall: Instant
    private let start: ContinuousClock.Instant
    /// By how much it was moved on purpose.
    let offsetMilliseconds: Int64

    /// `offsetSeconds` moves the clock: with the sample one can look at what happens weeks later.
    init(offsetSeconds: Int = 0) {
        offsetMilliseconds = Instant(offsetSeconds) * 1000
        wall = Instant(Date().timeIntervalSince1970 * 1000) + offsetMilliseconds
        start = ContinuousClock.now
    }

    /// For dates. It goes forward and back when the machine's clock is set.
    var now: Instant { Instant(Date().timeIntervalSince1970 * 1000) + offsetMilliseconds }

    /// For durations: the time at the start, carried on. It never goes back and never jumps.
    var steady: Instant {
        let (seconds, attoseconds) = start.duration(to: .now).components
        return wall + seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}
