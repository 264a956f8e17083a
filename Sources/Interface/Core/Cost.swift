// Knows what answering costs, by classes, and where an entrance charges for it. What is charged today are wrong
// guesses: of codes and personal links to their address, of passwords to their account and address.

import Hosting
import Meetings

/// What a request costs the server, whoever sends it.
enum Cost: String, Sendable, CaseIterable {
    /// Looks something up.
    case look
    /// Stores something: a transaction that is waited for.
    case write
    /// Looks up what can be guessed: a wrong one is charged to its address.
    case guess
    /// Hashes a password: tens of milliseconds of a core and 19 MiB, on a thread of its own.
    case hash
    /// The same, and a wrong one is charged to its account and address.
    case login
    /// Searches for groups or buddies: seconds of a core, beside the loop.
    case search
    /// One of many requests of a line, which lives as long as a socket.
    case line
}

/// Where every request comes in: what its address has used up is asked before anything else is done for it.
struct Entrance {
    private var codes: CodeGuard
    private var logins = LoginGuard()

    init(at now: Instant) { codes = CodeGuard(at: now) }

    /// Lets a request in, by the cost of its route.
    func enter(_ cost: Cost, from address: String, at now: Instant) throws(Refusal) {
        switch cost {
        case .login: try logins.check([.address(address)], at: now)
        // A link is good however many codes were wrong: codes are charged where it is known that one was sent.
        case .guess: break
        // Charged to nobody yet.
        case .look, .write, .hash, .search, .line: break
        }
    }

    /// Whether codes of this address are looked at now.
    func mayGuess(from address: String, at now: Instant) throws(Refusal) {
        if let wait = codes.pause(address, at: now) { throw .slowDown(wait) }
    }

    mutating func guessedWrong(from address: String, at now: Instant) { codes.wrong(address, at: now) }

    /// Whether passwords for this login name are looked at now.
    func mayLogIn(_ login: String, from address: String, at now: Instant) throws(Refusal) {
        try logins.check([.account(login), .address(address)], at: now)
    }

    mutating func loggedInWrong(_ login: String, from address: String, at now: Instant) {
        logins.wrong([.account(login), .address(address)], at: now)
    }
}
