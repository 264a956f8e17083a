// Knows what answering costs, by classes, and where an entrance charges for it. Wrong guesses are charged to their
// address, of passwords to their account, too; searches and newcomers to whoever asks for them (`EffortGuard`).

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
    /// Takes a part of a file, or reads a whole one: memory, and a pass over it beside the loop.
    case file
    /// One of many requests of a line, which lives as long as a socket.
    case line
}

/// Where every request comes in: what its address has used up is asked before anything else is done for it.
struct Entrance {
    var codes: CodeGuard
    var logins = LoginGuard()

    init(at now: Instant) { codes = CodeGuard(at: now) }

    /// Lets a request in, by the cost of its route.
    func enter(_ cost: Cost, from address: String, at now: Instant) throws(Refusal) {
        switch cost {
        // Charged where it is known which account is meant.
        case .login: break
        // A link is good however many codes were wrong: codes are charged where it is known that one was sent.
        case .guess: break
        // Charged where it is known who asks.
        case .search, .file: break
        // Charged to nobody: bounded by what each of them may touch.
        case .look, .write, .hash, .line: break
        }
    }
}

extension Routes {
    /// Judges a code of this device when its turn has come: beyond the budget of its address it waits.
    func judge<Found>(from device: Device, _ look: () async throws -> Found?) async throws -> Found? {
        var turn = entrance.codes.ask(device.address, device.connection, at: parts.steady())
        while case .later(let ticket, let milliseconds) = turn {
            await parts.pause(milliseconds)
            turn = entrance.codes.ask(ticket, at: parts.steady())
        }
        if case .refused(let milliseconds) = turn { throw Refusal.slowDown(milliseconds) }
        let found: Found?
        do {
            found = try await look()
        } catch {
            entrance.codes.right(device.address)  // nobody knows: nobody is charged
            throw error
        }
        if found == nil {
            entrance.codes.wrong(device.address, device.connection, at: parts.steady())
        } else {
            entrance.codes.right(device.address)
        }
        return found
    }
}
