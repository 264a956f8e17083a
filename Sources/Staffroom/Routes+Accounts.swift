// Knows accounts over HTTP: the one-time link, login, logout, who is signed in.

import Foundation
import Hosting
import Meetings
import Sockets
import Storage

extension Routes {
    /// Failed logins in a minute, for one account and for one address.
    private static let failedLoginsPerMinute = 3.0
    private static let loginsRemembered = 10_000

    private struct Csrf: Decodable {
        var csrf: String
    }

    private struct Token: Decodable {
        var token: String
    }

    private struct SetUp: Decodable {
        var token: String
        var name: String?
        var login: String?
        var password: String?
    }

    private struct Login: Decodable {
        var login: String
        var password: String
    }

    private struct Peeked: Encodable {
        var purpose: String
        var role: String
        var network: String
        var name: String?
    }

    private struct SignedIn: Encodable {
        struct Account: Encodable {
            struct Network: Encodable {
                var id: String
                var name: String
            }
            var name: String
            var login: String
            var role: String
            var network: Network
        }
        var account: Account
        var csrf: String
    }

    /// Who is signed in, or 401.
    func session(_ request: HTTPRequest) async throws -> SessionInfo {
        guard let token = Cookies.value(parts.cookies.sessionName, in: request.cookie),
            let session = try await parts.store.session(token, now: parts.clock.now)
        else { throw Refusal(401, "signedOut") }
        return session
    }

    /// The session of a coordinator whose page proves that it is ours: the token is in no cookie.
    func writingSession(_ request: HTTPRequest) async throws -> SessionInfo {
        let session = try await session(request)
        guard try Self.body(request, as: Csrf.self).csrf == session.csrf else { throw Refusal(403, "badCsrf") }
        guard session.account.role == .coordinator else { throw Refusal(403, "notAllowed") }
        return session
    }

    func showAccount(_ request: HTTPRequest) async throws -> HTTPResponse {
        let session = try await session(request)
        return Self.json(try await signedIn(session.account, csrf: session.csrf))
    }

    func peek(_ request: HTTPRequest) async throws -> HTTPResponse {
        let token = try Self.body(request, as: Token.self).token
        guard let link = try await parts.store.peekOneTimeLink(token, now: parts.clock.now),
            let account = try await account(link.account),
            let network = try await parts.store.network(account.network)
        else { throw Refusal(404, "unknownLink") }
        let isNamed = account.password != nil || link.purpose == .sample
        return Self.json(
            Peeked(
                purpose: link.purpose.rawValue, role: account.role.rawValue, network: network.name,
                name: isNamed ? account.displayName : nil))
    }

    func setUp(_ request: HTTPRequest) async throws -> HTTPResponse {
        let wish = try Self.body(request, as: SetUp.self)
        let now = parts.clock.now
        guard let link = try await parts.store.peekOneTimeLink(wish.token, now: now),
            let account = try await account(link.account)
        else { throw Refusal(404, "unknownLink") }
        if link.purpose != .sample {
            let name = try Text.line(wish.name ?? account.displayName, limit: Limits.nameLength)
            let login = try Text.line(wish.login ?? account.login, limit: Limits.nameLength)
            let password = wish.password ?? ""
            if let refusal = PasswordRule.refusal(of: password) { throw Refusal(409, refusal.rawValue) }
            let phc = try await parts.hasher.hash(password)
            do {
                try await parts.store.completeAccount(
                    token: wish.token, login: login, displayName: name, phc: phc, now: now)
            } catch StoreError.loginTaken {
                throw Refusal(409, "loginTaken")
            } catch StoreError.notFound {
                throw Refusal(404, "unknownLink")
            }
        } else if try await parts.store.useOneTimeLink(wish.token, now: now) == nil {
            throw Refusal(404, "unknownLink")
        }
        guard let ready = try await self.account(link.account) else { throw Refusal(404, "unknownLink") }
        return try await signIn(ready, request)
    }

    func login(_ request: HTTPRequest) async throws -> HTTPResponse {
        let wish = try Self.body(request, as: Login.self)
        let now = parts.clock.now
        let keys = ["account " + wish.login.lowercased().prefix(80), "address " + request.peer]
        for key in keys {
            var bucket = logins[key] ?? loginBucket(now)
            if let wait = bucket.take(at: now) { throw Refusal(429, "slowDown", wait: wait) }
        }
        let account = try await parts.store.account(login: wish.login)
        let isUsable = account.map { !$0.isDisabled && $0.password != nil } ?? false
        // An unknown name costs as much as a wrong password.
        let isRight = try await parts.hasher.verify(wish.password, against: isUsable ? account?.password : nil)
        guard let account, isUsable, isRight else {
            for key in keys {
                var bucket = logins[key] ?? loginBucket(now)
                _ = bucket.take(at: now)
                logins[key] = bucket
            }
            if logins.count > Self.loginsRemembered { logins = logins.filter { !$0.value.isFull(at: now) } }
            throw Refusal(401, "wrongLogin")
        }
        if let phc = account.password, parts.hasher.needsRehash(phc) {
            try await parts.store.rehashPassword(
                account.id, phc: try await parts.hasher.hash(wish.password), replacing: phc)
        }
        return try await signIn(account, request)
    }

    func logout(_ request: HTTPRequest) async throws -> HTTPResponse {
        let session = try await session(request)
        guard try Self.body(request, as: Csrf.self).csrf == session.csrf else { throw Refusal(403, "badCsrf") }
        if let token = Cookies.value(parts.cookies.sessionName, in: request.cookie) {
            try await parts.store.revokeSession(token, now: parts.clock.now)
            let name = parts.cookies.sessionName
            await parts.reception.signOut { Cookies.value(name, in: $0) == token }
        }
        return Self.json([String: String](), headers: [parts.cookies.clear(parts.cookies.sessionName)])
    }

    private func loginBucket(_ now: Instant) -> TokenBucket {
        TokenBucket(perSecond: Self.failedLoginsPerMinute / 60, burst: Self.failedLoginsPerMinute, at: now)
    }

    private func account(_ id: String) async throws -> AccountRow? {
        try await parts.store.accounts(network: nil).first { $0.id == id && !$0.isDisabled }
    }

    private func signIn(_ account: AccountRow, _ request: HTTPRequest) async throws -> HTTPResponse {
        let previous = Cookies.value(parts.cookies.sessionName, in: request.cookie)
        let (token, csrf) = try await parts.store.createSession(
            account: account.id, replacing: previous, now: parts.clock.now)
        return Self.json(
            try await signedIn(account, csrf: csrf), headers: [parts.cookies.session(token)])
    }

    private func signedIn(_ account: AccountRow, csrf: String) async throws -> SignedIn {
        let network = try await parts.store.network(account.network)
        return SignedIn(
            account: .init(
                name: account.displayName, login: account.login, role: account.role.rawValue,
                network: .init(id: account.network, name: network?.name ?? "")),
            csrf: csrf)
    }
}
