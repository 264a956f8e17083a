// Knows how fast is too fast.

import Meetings

/// A token bucket: so many at once, so many a second in the long run.
public struct TokenBucket: Sendable {
    private let perSecond: Double
    private let burst: Double
    private var tokens: Double
    private var at: Instant

    /// A full bucket.
    public init(perSecond: Double, burst: Double, at: Instant) {
        self.perSecond = perSecond
        self.burst = burst
        tokens = burst
        self.at = at
    }

    /// Takes one token; otherwise says in how many milliseconds there will be one.
    public mutating func take(at now: Instant) -> Int? {
        tokens = min(burst, tokens + Double(max(0, now - at)) / 1000 * perSecond)
        at = max(at, now)
        guard tokens < 1 else {
            tokens -= 1
            return nil
        }
        return max(1, Int(((1 - tokens) / perSecond * 1000).rounded(.up)))
    }

    /// Whether it is full again, so that it need not be kept.
    public func isFull(at now: Instant) -> Bool { tokens + Double(max(0, now - at)) / 1000 * perSecond >= burst }
}
