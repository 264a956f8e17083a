// Knows what somebody who is signed in does with accounts: another password, one more coordinator.

import Hosting
import Meetings
import Wire

struct PasswordChange: Decodable, Sendable {
    /// Left out by whoever has none yet.
    var current: TypedPassword?
    var password: TypedPassword
}

private struct Invited: Encodable {
    var link: String
    var expires: Instant
}

extension Routes {
    /// Whoever sits at a page that was left open does not get the account: the password is asked for again, and a wrong
    /// one is charged as at the door.
    func changePassword(_ call: Call<SignedIn, PasswordChange>) async throws -> Response {
        let account = call.caller.account
        if let code = parts.passwords.refusal(of: call.body.password.text) { throw Refusal(409, code) }
        if let hash = account.password {
            let made = try entrance.logins.begin(
                parts.catalogue.loginKey(account.login), from: call.device.address, at: parts.steady())
            let isRight = try await givingBack(made) {
                try await parts.passwords.verify(call.body.current?.text ?? "", against: hash)
            }
            guard isRight else { throw Refusal(403, "wrongPassword") }
            entrance.logins.giveBack(made, at: parts.steady())
        }
        let hash = try await parts.passwords.hash(call.body.password.text)
        try await parts.catalogue.changePassword(account.id, to: hash, at: parts.now())
        // Whoever had the old one is not to stay; this page goes on with a session of its own.
        await parts.reception.recheck { $0.claim == .coordinator }
        guard let changed = try await parts.catalogue.account(account.id) else { throw Refusal.signedOut }
        return try await signIn(changed, call.device)
    }

    func inviteCoordinator(_ call: Call<Coordinator, Nothing>) async throws -> Response {
        let made = try await parts.catalogue.inviteCoordinator(network: call.caller.network, at: parts.now())
        guard let made else { throw Refusal(409, "tooManyInvited") }
        return .json(Invited(link: parts.links.oneTime(made.token), expires: made.expires))
    }
}
