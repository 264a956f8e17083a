// Knows server time: the wall clock at the start, carried on by a clock that nobody sets, so that a jump of the
// machine's time ends no segment early.

import Foundation
import Meetings

/// Milliseconds since 1970 that never go backwards while the server runs.
struct ServerClock: Sendable {
    private let wall: Instant
    private let start: ContinuousClock.Instant

    /// `offsetSeconds` moves the clock: with the sample one can look at what happens weeks later.
    init(offsetSeconds: Int = 0) {
        wall = Instant(Date().timeIntervalSince1970 * 1000) + Instant(offsetSeconds) * 1000
        start = ContinuousClock.now
    }

    var now: Instant {
        let (seconds, attoseconds) = start.duration(to: .now).components
        return wall + seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}
