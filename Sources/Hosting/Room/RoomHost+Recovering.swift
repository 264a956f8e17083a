// Knows how a room goes on after a commit has failed: it is read again from the log, so that memory and log agree. The
// log is what counts: it may have more than was told, or less, where something else than this host has written.

import Log
import Meetings

/// Where a room is after a commit has failed.
enum RoomRecovery {
    case none
    /// What was decided on top of the failed one is failing too.
    case failing
    /// The log could not be read: it is tried again with the next command.
    case due
    /// The log is being read; what is asked meanwhile waits.
    case reading
    /// Nobody knows what is stored, and the process is about to end: nothing is decided, and nothing is said of what
    /// was under way.
    case unknown
}

/// A command that waits until the room has been read again.
struct Held {
    var command: Command
    var actor: Actor
    var subject: PersonID?
    var id: String?
    /// When it happened, if that is not when it is decided.
    var instant: Instant?
    var answer: Answer?
}

extension RoomHost {
    /// What was sent is told once it is known whether it can be stored.
    func hold(_ command: Held) {
        held.append(command)
        if recovery == .due { recover() }
    }

    /// Reads the log again; the room stays in memory for as long as that takes.
    func recover() {
        tellAll()
        recovery = .reading
        underWay += 1
        Task {
            let found = try? await reading()
            underWay -= 1
            guard recovery == .reading else { return release(isStoring: false) }
            guard let found else {
                recovery = .due
                return release(isStoring: false)
            }
            switch found {
            case .same: room = published
            case .other(let loaded): start(from: loaded)
            }
            recovery = .none
            isPresenceInDoubt = true
            release(isStoring: true)
        }
    }

    private enum Found {
        /// The log ends where everybody has been told.
        case same
        case other(LoadedRoom)
    }

    private func reading() async throws -> Found {
        let last = published.sequence
        if hasForgotten { return .other(try await log.room(meeting, setting, newest: limits.resumeWindow)) }
        let tail = try await log.entries(meeting, after: max(0, last - 1), limit: 2)
        if tail.map(\.sequence) == (last == 0 ? [] : [last]) { return .same }
        return .other(try await log.room(meeting, setting, newest: limits.resumeWindow))
    }

    /// What everybody has is replaced by what is stored.
    private func start(from loaded: LoadedRoom) {
        take(loaded)
        (hasForgotten, commands) = (false, CommandBook(loaded.commands))
        inTurn(members.keys.sorted()) { host, connection in host.reseat(connection) }
    }

    private func release(isStoring: Bool) {
        guard isStoring else {
            let waiting = held
            held = []
            for command in waiting { command.answer?(.failure(.storageFailed)) }
            return
        }
        // Nobody is told that they are not here because their coming could not be stored.
        if !held.isEmpty { settlePresence() }
        submitHeld()
    }

    /// Decides what has waited, in order; what has to wait again does.
    func submitHeld() {
        let waiting = held
        held = []
        for one in waiting {
            submit(one.command, by: one.actor, for: one.subject, id: one.id, at: one.instant, answer: one.answer)
        }
    }

    /// What the log says takes the place of what is in memory; however it came that the log was read again.
    func take(_ loaded: LoadedRoom) {
        (room, published) = (loaded.room, loaded.room)
        endThatWasRead = loaded.room.details.endedAt
        answers.take(loaded.answers)
        (hearing, isPanelOld) = (loaded.hearing, true)
        window = Window(loaded, limits)
        shared.forget()
    }
}

extension Window {
    /// The newest entries of a room as it was loaded.
    init(_ loaded: LoadedRoom, _ limits: HostingLimits) {
        self.init(loaded.newest.map { ($0, loaded.room.group(of: $0.entry.event)) }, most: limits.resumeWindow)
    }
}
