// Knows how wrong passwords are budgeted, for one account and for one address.

import Hosting
import Meetings

/// Budgets of failed logins.
struct LoginGuard {
    /// To whom a failed login is charged.
    enum Payer: Hashable {
        case account(String)
        case address(String)
    }

    private static let failedPerMinute = 3.0
    private static let remembered = 10_000
    private var buckets: [Payer: TokenBucket] = [:]

    /// An account is named as it was typed: case does not tell two apart, and only so much of it is kept.
    private static func key(_ payer: Payer) -> Payer {
        switch payer {
        case .account(let login): .account(String(login.lowercased().prefix(80)))
        case .address: payer
        }
    }

    func check(_ payers: [Payer], at now: Instant) throws(Refusal) {
        for payer in payers {
            var bucket = buckets[Self.key(payer)] ?? Self.full(now)
            if let wait = bucket.take(at: now) { throw .slowDown(wait) }
        }
    }

    mutating func wrong(_ payers: [Payer], at now: Instant) {
        for payer in payers.map(Self.key) { _ = buckets[payer, default: Self.full(now)].take(at: now) }
        if buckets.count > Self.remembered { buckets = buckets.filter { !$0.value.isFull(at: now) } }
    }

    private static func full(_ now: Instant) -> TokenBucket {
        TokenBucket(perSecond: failedPerMinute / 60, burst: failedPerMinute, at: now)
    }
}
