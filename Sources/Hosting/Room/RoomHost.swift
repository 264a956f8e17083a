// Knows one live room: it orders, decides, commits, then publishes. Nothing leaves before it is durable.
// `room` is decided and perhaps not yet on disk; `published` is what everybody has been told. Each is the only holder
// of what it holds, so that a fact changes it in place: whoever keeps a copy of one makes the next fact copy the room.

import Log
import Meetings
import Wire

/// The host of one room, an actor on the loop.
public actor RoomHost {
    /// A connection that was welcomed.
    struct Member {
        var viewer: Viewer
        var link: PersonalLink?
        var openCommands = 0
        var slowDowns = 0
    }

    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let meeting: String
    let epoch: String
    var setting: RoomSetting
    let outlet: any Outlet
    let limits: HostingLimits
    let now: @Sendable () -> Instant
    let log: any LogStore
    private let committer: Committer

    var room: Room
    var published: Room
    /// The newest entries as bytes, for those who hear of them and those who come back.
    var window: Window
    /// The room as bytes, for those who come in.
    var shared: SharedRooms
    var members: [ConnectionNumber: Member] = [:]
    /// How many members each audience has.
    var audiences: [Audience: Int] = [:]
    var devices: [PersonID: Set<ConnectionNumber>] = [:]
    var channels: [Audience: any OutletChannel] = [:]
    var allowance: Allowance
    /// Who is connected and whose presence begins as soon as it is their turn.
    var due: Set<PersonID> = []
    /// The entry of the last message to all groups, and who has it on a device of theirs.
    var announced: Int64?
    var reached: Set<PersonID> = []
    var isTellingReach = false
    /// Who came while groups run and has no seat yet, and who was left out on purpose.
    var late: Set<PersonID> = []
    var leftOut: Set<PersonID> = []
    var isSeating = false
    var known: Acquaintance?
    private var commands: CommandBook
    /// Commits, and questions to the store whose answers become commands.
    var underWay = 0
    /// A commit failed: everything decided on top of it fails too, then the room starts again from what is stored.
    private(set) var isRecovering = false
    /// What failed may have been somebody's coming or going: looked at again with the next message, not at once, so
    /// that a full disk is not hammered.
    var isPresenceInDoubt = false

    init(
        meeting: String, loaded: LoadedRoom, committer: Committer, outlet: any Outlet, limits: HostingLimits,
        executor: any SerialExecutor, now: @escaping @Sendable () -> Instant, log: any LogStore
    ) {
        (self.meeting, self.log, self.executor, self.committer) = (meeting, log, executor, committer)
        (self.outlet, self.limits, self.now) = (outlet, limits, now)
        (epoch, setting) = (loaded.epoch, loaded.setting)
        room = loaded.room
        published = loaded.room
        window = Window(loaded.newest.map { ($0, loaded.room.group(of: $0.event)) }, most: limits.resumeWindow)
        shared = SharedRooms(limits)
        allowance = Allowance(limits)
        commands = CommandBook(loaded.commands)
    }

    /// Whether nothing would be lost if the room left memory.
    var isIdle: Bool { members.isEmpty && underWay == 0 && published.details.phase != .open }

    /// After a restart nobody is connected: the log says so before anybody comes back.
    func wakeUp() {
        for (id, person) in room.people.sorted(by: { $0.key < $1.key }) where person.isPresent && !person.isCheckedIn {
            submit(EndPresence(person: id, reason: .lost).command, by: .system)
        }
    }

    /// Decides at once, answers when it is durable.
    func submit(
        _ command: Command, by actor: Actor, for subject: PersonID? = nil, id: String? = nil,
        answer: Answer? = nil
    ) {
        var stamp: CommandStamp?
        if let id, case .person(let person) = actor {
            let made = CommandStamp(
                actor: person.rawValue, id: id, bodyHash: Fingerprint.of(command, for: subject))
            switch commands.find(made, answer: answer) {
            case .stored(let sequence):
                answer?(.success(sequence))
                return
            case .conflict:
                answer?(.failure(.conflict))
                return
            case .underWay: return
            case .new: stamp = made
            }
        }
        guard !isRecovering else {
            answer?(.failure(.storageFailed))
            return
        }
        let at = max(now(), room.at)
        let events: [Event]
        do {
            events = try room.decide(command, Context(actor: actor, for: subject, at: at))
        } catch {
            answer?(.failure(error))
            return
        }
        // A command that must not be known by who sent it is not remembered, here or in the store.
        let remembered = events.contains(where: \.isNobodys) ? nil : stamp
        if let remembered { commands.begin(remembered) }
        commit(events, at: at, by: actor, remembered, answer: answer)
    }

    private func commit(
        _ events: [Event], at: Instant, by actor: Actor, _ stamp: CommandStamp?, answer: Answer?
    ) {
        let expected = room.sequence
        var person: PersonID?
        if case .person(let id) = actor { person = id }
        var sealed: [SealedEntry] = []
        var entries: [Entry] = []
        for event in events {
            // Somebody counts without a name from the event that brings them in or changes their tier to the one that
            // takes them out.
            let named = event.person
            let wasCounted = named.map { room.counts($0) } ?? false
            let entry = Entry(sequence: room.sequence + 1, at: at, event: event)
            room.apply(entry)
            entries.append(entry)
            let isCounted: (PersonID) -> Bool = { id in self.room.counts(id) || id == named && wasCounted }
            sealed.append(
                SealedEntry(
                    at: at,
                    actor: event.isNobodys ? nil : person.flatMap { isCounted($0) ? nil : $0.rawValue },
                    event: Sealing.seal(event, actor: person, isCounted: isCounted)))
        }
        var stamp = stamp
        stamp?.untilEnd = person.map { room.counts($0) } ?? false
        let submission = Submission(
            stream: meeting, expectedSequence: expected, entries: sealed, command: stamp,
            erasures: events.compactMap(\.erasure), catalogue: CatalogueChange(events))
        underWay += 1
        let item = PendingCommit(submission: submission, entries: entries, answer: answer)
        committer.assumeIsolated { $0.enqueue(item, of: self) }
    }

    /// The store has answered: publish what is durable, in order, then tell those who asked.
    func finished(_ results: [(PendingCommit, Result<Int64, AppendError>)]) {
        underWay -= results.count
        var entries: [Entry] = []
        var answers: [(PendingCommit, Result<Int64, Rejection>)] = []
        for (item, outcome) in results {
            switch outcome {
            case .success(let last):
                entries += item.entries
                answers.append((item, .success(last)))
            case .failure:
                isRecovering = true
                answers.append((item, .failure(.storageFailed)))
            }
        }
        // Who sits in which group decides who is told what comes after.
        for run in entries.runs(endingAt: { $0.event.seats != nil }) {
            publish(run)
            if let last = run.last { regroup(last) }
        }
        for (item, result) in answers {
            item.answer?(result)
            if let stamp = item.submission.command { commands.settle(stamp, result) }
        }
        if isRecovering, underWay == 0 {
            room = published
            isRecovering = false
            isPresenceInDoubt = true
        }
        attend(to: entries)
    }
}

extension Room {
    /// Whether somebody who is here or waits chose "count only".
    fileprivate func counts(_ person: PersonID) -> Bool {
        people[person]?.tier == .countOnly || waiting[person]?.tier == .countOnly
    }
}
