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

    /// Takes one token, or as many as something weighs, if need be all there can be; otherwise says in how many
    /// milliseconds there will be so many.
    public mutating func take(_ weight: Double = 1, at now: Instant) -> Int? {
        fill(at: now)
        let weight = min(weight, burst)
        guard tokens < weight else {
            tokens -= weight
            return nil
        }
        return max(1, Int(((weight - tokens) / perSecond * 1000).rounded(.up)))
    }

    /// Takes tokens that may not be there yet; never more than twice as many as there can be, so that nobody is shut
    /// out for long.
    public mutating func owe(_ weight: Double, at now: Instant) {
        fill(at: now)
        tokens = max(-burst, tokens - weight)
    }

    private mutating func fill(at now: Instant) {
        tokens = min(burst, tokens + Double(max(0, now - at)) / 1000 * perSecond)
        // A clock that was set back goes on from there: nobody waits until it is as late again.
        at = now
    }

    /// Puts a token back that was taken for nothing.
    public mutating func giveBack() { tokens = min(burst, tokens + 1) }

    /// Whether it is full again, so that it need not be kept.
    public func isFull(at now: Instant) -> Bool { tokens + Double(max(0, now - at)) / 1000 * perSecond >= burst }
}
