// Knows what the interface asks about accounts, their sessions and their one-time links.

import Meetings

/// What an account may do.
public enum Office: String, Sendable, CaseIterable {
    /// Owns the network.
    case coordinator
    /// Reads the log.
    case evaluator

    /// Whether codes and links by which others come in are for this office: who reads the log has no place in a room.
    var bringsIn: Bool {
        switch self {
        case .coordinator: true
        case .evaluator: false
        }
    }
}

/// Somebody who signs in.
public struct AccountRecord: Sendable, Equatable {
    public var id: String
    public var network: String
    public var role: Office
    public var login: String
    /// The name that others see.
    public var name: String
    /// Who this is among the network's people, if anybody.
    public var person: PersonID?
    /// What the password is verified against; nil until there is one.
    public var password: String?
    public var isDisabled: Bool

    public init(
        id: String, network: String, role: Office, login: String, name: String, person: PersonID?,
        password: String?, isDisabled: Bool
    ) {
        (self.id, self.network, self.role, self.login) = (id, network, role, login)
        (self.name, self.person, self.password, self.isDisabled) = (name, person, password, isDisabled)
    }
}

/// What a one-time link is for.
public enum LinkPurpose: String, Sendable, CaseIterable {
    /// Set the first password.
    case setup
    /// Set a new password.
    case reset
    /// Look at the sample meeting.
    case sample
}

/// What became of completing an account.
public enum Completion: Sendable { case done, loginTaken, unknownLink }

/// Accounts, and what opens them.
public protocol AccountCatalogue: Sendable {
    /// What is compared of a login name: two that lead to one account have one.
    func loginKey(_ login: String) -> String
    /// By what is compared.
    func account(login: String) async throws -> AccountRecord?
    func account(_ id: String) async throws -> AccountRecord?
    /// The hash of the same password was made anew.
    func changeHash(_ account: String, to hash: String, replacing old: String) async throws

    /// Another password; every session and every open link of the account ends.
    func changePassword(_ account: String, to hash: String, at now: Instant) async throws
    /// An account for one more coordinator, who sets name, login and password by the link.
    ///
    /// - Returns: the token of the link and when it ends; nil when as many wait for their owners as may.
    func inviteCoordinator(network: String, at now: Instant) async throws -> (token: String, expires: Instant)?

    /// Whose session this is, with the token that its pages have to bring along; nil when it is not good any more.
    func session(_ token: String, at now: Instant) async throws -> (account: AccountRecord, csrf: String)?
    /// Begins a session and ends the one that the browser had before.
    func createSession(
        account: String, replacing previous: String?, at now: Instant
    ) async throws -> (token: String, csrf: String)
    func endSession(_ token: String, at now: Instant) async throws

    /// Which account a link opens and what for, without using it; nil when it is not good any more.
    func oneTimeLink(_ token: String, at now: Instant) async throws -> (account: String, purpose: LinkPurpose)?
    /// Uses a link up; of two callers exactly one gets true.
    func useOneTimeLink(_ token: String, at now: Instant) async throws -> Bool
    /// Uses a link up, gives its account a login, a name and a password, and ends its sessions: all at once or not at
    /// all.
    func completeAccount(
        link token: String, login: String, name: String, hash: String, at now: Instant
    ) async throws -> Completion
}
