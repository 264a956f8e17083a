// Knows how much each person of a stream may still say.

import Meetings

/// One bucket a person.
struct Allowance {
    private let limits: HostingLimits
    private var buckets: [PersonID: TokenBucket] = [:]

    /// Beyond so many, the buckets that are full again are forgotten.
    private static let kept = 1_000

    /// Everybody has everything.
    init(_ limits: HostingLimits) { self.limits = limits }

    /// Takes one contribution; nil, or for how many milliseconds this person has to wait.
    mutating func take(_ person: PersonID, at now: Instant) -> Int? {
        if buckets.count > Self.kept { buckets = buckets.filter { !$0.value.isFull(at: now) } }
        return buckets[
            person, default: TokenBucket(perSecond: limits.commandsPerSecond, burst: limits.commandBurst, at: now)
        ].take(at: now)
    }
}
