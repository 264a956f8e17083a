// Knows how the store and its hasher answer what the interface asks about accounts and passwords.

import Interface
import Meetings
import Storage

extension StoreCatalogue: AccountCatalogue {
    func loginKey(_ login: String) -> String { Store.folded(login) }

    func account(login: String) async throws -> AccountRecord? {
        try await store.account(login: login).map(AccountRecord.init)
    }

    func account(_ id: String) async throws -> AccountRecord? {
        try await store.accounts(network: nil).first { $0.id == id }.map(AccountRecord.init)
    }

    func changeHash(_ account: String, to hash: String, replacing old: String) async throws {
        try await store.rehashPassword(account, phc: hash, replacing: old)
    }

    func changePassword(_ account: String, to hash: String, at now: Instant) async throws {
        try await store.setPassword(account, phc: hash, now: now)
    }

    /// How many accounts of a network may wait for their owners.
    private static let mostInvited = 5

    func inviteCoordinator(network: String, at now: Instant) async throws -> (token: String, expires: Instant)? {
        let waiting = try await store.accounts(network: network).count { $0.password == nil && !$0.isDisabled }
        guard waiting < Self.mostInvited else { return nil }
        let expires = now + AccountCommand.linkMilliseconds
        let login = "coordinator-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        let person = try await store.createPerson(network: network, name: "Coordinator", now: now)
        let token = try await store.addAccount(
            network: network, role: .coordinator, login: login, displayName: "Coordinator", person: person.id,
            setupExpires: expires, now: now
        ).token
        return (token, expires)
    }

    func session(_ token: String, at now: Instant) async throws -> (account: AccountRecord, csrf: String)? {
        try await store.session(token, now: now).map { (AccountRecord($0.account), $0.csrf) }
    }

    func createSession(
        account: String, replacing previous: String?, at now: Instant
    ) async throws -> (token: String, csrf: String) {
        try await store.createSession(account: account, replacing: previous, now: now)
    }

    func endSession(_ token: String, at now: Instant) async throws {
        try await store.revokeSession(token, now: now)
    }

    func oneTimeLink(
        _ token: String, at now: Instant
    ) async throws -> (account: String, purpose: LinkPurpose)? {
        try await store.peekOneTimeLink(token, now: now).map { ($0.account, LinkPurpose($0.purpose)) }
    }

    func useOneTimeLink(_ token: String, at now: Instant) async throws -> Bool {
        try await store.useOneTimeLink(token, now: now) != nil
    }

    func completeAccount(
        link token: String, login: String, name: String, hash: String, at now: Instant
    ) async throws -> Completion {
        do {
            try await store.completeAccount(token: token, login: login, displayName: name, phc: hash, now: now)
            return .done
        } catch StoreError.loginTaken {
            return .loginTaken
        } catch StoreError.notFound {
            return .unknownLink
        }
    }
}

/// The hasher as the interface sees it.
struct HashedPasswords: Passwords {
    let hasher = PasswordHasher()

    func refusal(of password: String) -> String? { PasswordRule.refusal(of: password)?.rawValue }

    func hash(_ password: String) async throws -> String {
        try await Self.busy { try await hasher.hash(password) }
    }

    func verify(_ password: String, against hash: String?) async throws -> Bool {
        try await Self.busy { try await hasher.verify(password, against: hash) }
    }

    func isOutdated(_ hash: String) -> Bool { hasher.needsRehash(hash) }

    private static func busy<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch PasswordHasher.Failure.busy {
            throw PasswordsBusy()
        }
    }
}

extension AccountRecord {
    fileprivate init(_ row: AccountRow) {
        self.init(
            id: row.id, network: row.network, role: Office(row.role), login: row.login,
            name: row.displayName, person: row.person.map(PersonID.init(rawValue:)), password: row.password,
            isDisabled: row.isDisabled)
    }
}

extension Office {
    fileprivate init(_ role: AccountRole) {
        switch role {
        case .coordinator: self = .coordinator
        case .evaluator: self = .evaluator
        }
    }
}

extension LinkPurpose {
    fileprivate init(_ purpose: OneTimePurpose) {
        switch purpose {
        case .setup: self = .setup
        case .reset: self = .reset
        case .sample: self = .sample
        }
    }
}
