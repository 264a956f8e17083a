// Knows how much each of many may still do of a kind.

import Meetings

/// One bucket for each of those who pay: people, addresses.
public struct Allowance<Payer: Hashable & Sendable>: Sendable {
    private let perSecond: Double
    private let burst: Double
    private var buckets: [Payer: TokenBucket] = [:]
    /// With so many buckets, those that are full again are forgotten.
    private var most = leastKept

    private static var leastKept: Int { 1_000 }

    /// Everybody has everything.
    public init(perSecond: Double, burst: Double) { (self.perSecond, self.burst) = (perSecond, burst) }

    /// Takes so much; nil, or for how many milliseconds whoever pays has to wait.
    public mutating func take(_ payer: Payer, weight: Double = 1, at now: Instant) -> Int? {
        if buckets.count > most {
            buckets = buckets.filter { !$0.value.isFull(at: now) }
            most = max(Self.leastKept, buckets.count * 2)
        }
        let full = full(at: now)
        return buckets[payer, default: full].take(weight, at: now)
    }

    /// Charges for what turned out to be more work: the next one waits for it.
    public mutating func owe(_ payer: Payer, weight: Double, at now: Instant) {
        let full = full(at: now)
        buckets[payer, default: full].owe(weight, at: now)
    }

    private func full(at now: Instant) -> TokenBucket { TokenBucket(perSecond: perSecond, burst: burst, at: now) }
}

extension Allowance<PersonID> {
    /// The contributions of each person of a stream.
    init(_ limits: HostingLimits) { self.init(perSecond: limits.commandsPerSecond, burst: limits.commandBurst) }
}
