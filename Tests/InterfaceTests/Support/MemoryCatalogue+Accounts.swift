// Accounts in memory, and passwords that are hashed by turning them round.

import Foundation

@testable import Interface
@testable import Meetings

extension MemoryCatalogue: AccountCatalogue {
    func add(_ account: AccountRecord) { accounts[account.id] = account }
    func add(link token: String, to account: String, _ purpose: LinkPurpose) {
        oneTimeLinks[token] = (account, purpose)
    }

    nonisolated func loginKey(_ login: String) -> String { login.trimmingCharacters(in: .whitespaces).lowercased() }

    func account(login: String) -> AccountRecord? {
        accounts.values.first { loginKey($0.login) == loginKey(login) }
    }

    func account(_ id: String) -> AccountRecord? { accounts[id] }

    func changeHash(_ account: String, to hash: String, replacing old: String) { accounts[account]?.password = hash }

    func changePassword(_ account: String, to hash: String, at now: Instant) {
        accounts[account]?.password = hash
        sessions = sessions.filter { $0.value.account != account }
    }

    func inviteCoordinator(network: String, at now: Instant) -> (token: String, expires: Instant)? {
        guard accounts.values.count(where: { $0.network == network && $0.password == nil }) < 2 else { return nil }
        let (id, token) = (fresh("account"), fresh("one-time"))
        add(
            AccountRecord(
                id: id, network: network, role: .coordinator, login: id, name: id, person: nil, password: nil,
                isDisabled: false))
        add(link: token, to: id, .setup)
        return (token, now + 1)
    }

    func session(_ token: String, at now: Instant) -> (account: AccountRecord, csrf: String)? {
        guard let session = sessions[token], let account = accounts[session.account], !account.isDisabled else {
            return nil
        }
        return (account, session.csrf)
    }

    func createSession(account: String, replacing previous: String?, at now: Instant) -> (token: String, csrf: String) {
        if let previous { sessions[previous] = nil }
        let token = fresh("session")
        sessions[token] = (account, "csrf-of-\(token)")
        return (token, "csrf-of-\(token)")
    }

    func endSession(_ token: String, at now: Instant) { sessions[token] = nil }

    func oneTimeLink(_ token: String, at now: Instant) -> (account: String, purpose: LinkPurpose)? {
        oneTimeLinks[token]
    }

    func useOneTimeLink(_ token: String, at now: Instant) -> Bool { oneTimeLinks.removeValue(forKey: token) != nil }

    func completeAccount(link token: String, login: String, name: String, hash: String, at now: Instant) -> Completion {
        guard let link = oneTimeLinks[token] else { return .unknownLink }
        if let taken = account(login: login), taken.id != link.account { return .loginTaken }
        oneTimeLinks[token] = nil
        accounts[link.account]?.login = login
        accounts[link.account]?.name = name
        accounts[link.account]?.password = hash
        sessions = sessions.filter { $0.value.account != link.account }
        return .done
    }
}

struct MemoryPasswords: Passwords {
    func refusal(of password: String) -> String? { password.count < 12 ? "password_too_short" : nil }
    func hash(_ password: String) -> String { String(password.reversed()) }
    func verify(_ password: String, against hash: String?) -> Bool { String(password.reversed()) == hash }
    func isOutdated(_ hash: String) -> Bool { false }
}
