// Knows how wrong passwords are budgeted: whoever guesses is slowed, and no guess from elsewhere keeps the owner out.

import Hosting
import Meetings

/// Budgets of failed logins. Each try is charged before its password is hashed, so that many at once are no way round;
/// a right one gets its charge back.
struct LoginGuard {
    /// A try that was charged.
    struct Try: Sendable {
        fileprivate let login: String
        fileprivate let address: String
    }

    /// Failed logins in a minute of one address, and of one account from one address.
    private static let perMinute = 3.0
    /// Failed logins in a minute of one account from everywhere. Beyond it only those addresses are heard that have
    /// not failed lately: guessing from many is slow, and the owner is let in.
    private static let perAccount = 30.0
    private static let remembered = 10_000

    private enum Payer: Hashable {
        case pair(login: String, address: String)
        case address(String)
        case account(String)
    }
    private var buckets: [Payer: TokenBucket] = [:]

    /// Charges a try. `login` is named as the accounts are: what leads to one account is one name.
    mutating func begin(_ login: String, from address: String, at now: Instant) throws(Refusal) -> Try {
        let address = CodeGuard.network(address)
        let own = [Payer.pair(login: login, address: address), .address(address)]
        let hasFailed = own.contains { buckets[$0].map { !$0.isFull(at: now) } ?? false }
        for payer in hasFailed ? own + [.account(login)] : own {
            var bucket = bucket(payer, at: now)
            if let wait = bucket.take(at: now) { throw .slowDown(wait) }
        }
        for payer in own + [.account(login)] { charge(payer, at: now) }
        if buckets.count > Self.remembered { buckets = buckets.filter { !$0.value.isFull(at: now) } }
        return Try(login: login, address: address)
    }

    /// The password was right, or nobody could say.
    mutating func giveBack(_ made: Try, at now: Instant) {
        for payer in [
            .pair(login: made.login, address: made.address), .address(made.address), Payer.account(made.login),
        ] {
            buckets[payer]?.giveBack()
        }
    }

    private mutating func charge(_ payer: Payer, at now: Instant) {
        var bucket = bucket(payer, at: now)
        _ = bucket.take(at: now)
        buckets[payer] = bucket
    }

    private func bucket(_ payer: Payer, at now: Instant) -> TokenBucket {
        if let known = buckets[payer] { return known }
        let most = if case .account = payer { Self.perAccount } else { Self.perMinute }
        return TokenBucket(perSecond: most / 60, burst: most, at: now)
    }
}
