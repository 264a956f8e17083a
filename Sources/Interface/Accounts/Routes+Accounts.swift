// Knows accounts over HTTP: the one-time link, login, logout, who is signed in.

import Hosting
import Meetings
import Wire

struct SetUp: Decodable, Sendable {
    var name: BoundedText<PersonName>?
    var login: BoundedText<PersonName>?
    var password: TypedPassword?
}

struct Login: Decodable, Sendable {
    var login: Secret
    var password: TypedPassword
}

private struct Peeked: Encodable {
    var purpose: String
    var role: String
    var network: String
    var name: String?
}

private struct AccountView: Encodable {
    struct Account: Encodable {
        struct Network: Encodable {
            var id: String
            var name: String
        }
        var name: String
        var login: String
        var role: String
        /// Whoever has none came by a link that works once: without it they do not come in again.
        var hasPassword: Bool
        var network: Network
    }
    var account: Account
    var csrf: String
}

extension Routes {
    func showAccount(_ call: Call<SignedIn, Nothing>) async throws -> Response {
        .json(try await view(call.caller.account, csrf: call.caller.csrf))
    }

    func peek(_ call: Call<OneTimeHolder, Nothing>) async throws -> Response {
        let (account, purpose) = (call.caller.account, call.caller.purpose)
        guard let network = try await parts.catalogue.network(account.network) else { throw Refusal.unknownLink }
        let isNamed = account.password != nil || purpose == .sample
        return .json(
            Peeked(
                purpose: purpose.rawValue, role: account.role.rawValue, network: network.name,
                name: isNamed ? account.name : nil))
    }

    func setUp(_ call: Call<OneTimeHolder, SetUp>) async throws -> Response {
        let holder = call.caller
        switch holder.purpose {
        case .setup, .reset: try await complete(holder, call.body)
        case .sample:
            guard try await parts.catalogue.useOneTimeLink(holder.token, at: parts.now()) else {
                throw Refusal.unknownLink
            }
        }
        return try await signIn(try await usable(holder.account.id), call.device)
    }

    private func complete(_ holder: OneTimeHolder, _ wish: SetUp) async throws {
        let password = wish.password?.text ?? ""
        if let code = parts.passwords.refusal(of: password) { throw Refusal(409, code) }
        let hash = try await parts.passwords.hash(password)
        let completion = try await parts.catalogue.completeAccount(
            link: holder.token, login: wish.login?.value ?? holder.account.login,
            name: wish.name?.value ?? holder.account.name, hash: hash, at: parts.now())
        switch completion {
        case .done:
            // Whoever had the old password is not to stay: their sessions are over, and with them what these opened.
            await parts.reception.recheck { $0.claim == .coordinator }
        case .loginTaken: throw Refusal(409, "loginTaken")
        case .unknownLink: throw Refusal.unknownLink
        }
    }

    func logIn(_ call: Call<Anybody, Login>) async throws -> Response {
        let (login, password, address) = (call.body.login.text, call.body.password.text, call.device.address)
        let made = try entrance.logins.begin(parts.catalogue.loginKey(login), from: address, at: parts.steady())
        let (known, hash, isRight) = try await givingBack(made) {
            let known = try await parts.catalogue.account(login: login)
            let hash = known.flatMap { $0.isDisabled ? nil : $0.password }
            // An unknown name costs as much as a wrong password.
            return (known, hash, try await parts.passwords.verify(password, against: hash))
        }
        guard let known, let hash, isRight else { throw Refusal(401, "wrongLogin") }
        entrance.logins.giveBack(made, at: parts.steady())
        if parts.passwords.isOutdated(hash) {
            try await parts.catalogue.changeHash(
                known.id, to: try await parts.passwords.hash(password), replacing: hash)
        }
        return try await signIn(known, call.device)
    }

    /// Nobody is charged for what could not be looked at.
    func givingBack<Found>(
        _ made: LoginGuard.Try, _ look: () async throws -> Found
    ) async throws -> Found {
        do {
            return try await look()
        } catch {
            entrance.logins.giveBack(made, at: parts.steady())
            throw error
        }
    }

    func logOut(_ call: Call<SignedIn, Nothing>) async throws -> Response {
        let (token, name) = (call.caller.token, parts.cookies.sessionName)
        try await parts.catalogue.endSession(token, at: parts.now())
        await parts.reception.recheck { $0.claim == .coordinator && Cookies.value(name, in: $0.cookies) == token }
        return .empty(headers: [parts.cookies.clear(name)])
    }

    func signIn(_ account: AccountRecord, _ device: Device) async throws -> Response {
        let previous = Cookies.value(parts.cookies.sessionName, in: device.cookies)
        let (token, csrf) = try await parts.catalogue.createSession(
            account: account.id, replacing: previous, at: parts.now())
        return .json(try await view(account, csrf: csrf), headers: [parts.cookies.session(token)])
    }

    private func view(_ account: AccountRecord, csrf: String) async throws -> AccountView {
        let network = try await parts.catalogue.network(account.network)
        return AccountView(
            account: .init(
                name: account.name, login: account.login, role: account.role.rawValue,
                hasPassword: account.password != nil,
                network: .init(id: account.network, name: network?.name ?? "")),
            csrf: csrf)
    }
}
