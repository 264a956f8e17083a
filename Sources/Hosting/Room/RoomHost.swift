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
    let read: @Sendable () -> TimeReading
    var clock = RoomClock()
    let log: any LogStore
    private let committer: Committer

    var room: Room
    var published: Room
    /// The newest entries as bytes, for those who hear of them and those who come back.
    var window: Window
    /// The room as bytes, for those who come in.
    var shared: SharedRooms
    var members: [ConnectionNumber: Member] = [:]
    /// Whom the room has told to go: what they had sent already is not carried out.
    var leaving: Set<ConnectionNumber> = []
    /// Who is put on the list first, and has a seat once that is stored.
    var arriving: Set<ConnectionNumber> = []
    /// How many members each audience has.
    var audiences: [Audience: Int] = [:]
    var devices: [PersonID: Set<ConnectionNumber>] = [:]
    var channels: [Audience: any OutletChannel] = [:]
    var allowance: Allowance<PersonID>
    /// Who is connected and whose presence begins as soon as it is their turn.
    var due: Set<PersonID> = []
    /// The entry of the last message to all groups, and who has it on a device of theirs.
    var announced: Int64?
    var reached: Set<PersonID> = []
    var isTellingReach = false
    /// Who waits for the opening.
    var early = EarlyBook()
    var isTellingEarly = false
    var isEarlyOld = false
    /// Who waits at the door without a device there, since when by the clock that nobody sets.
    var absent: [PersonID: Instant] = [:]
    /// Who came while groups run and has no seat yet.
    var late: Set<PersonID> = []
    var isSeating = false
    var known: Acquaintance?
    var commands: CommandBook
    /// Of whom something was heard, and what leads were told of that last.
    var hearing: Hearing
    var panel: Panel?
    var isPanelOld = false
    /// Anonymous answers, of which the log knows nothing.
    var answers: AnswerBook
    /// Questions to the store whose answers become commands.
    var underWay = 0
    var commitsUnderWay = 0
    /// What is stored and not told yet, and whether the next part of it waits.
    var untold: [TellingStep] = []
    var isPausing = false
    /// A commit failed: everything decided on top of it fails too, then the room is read again from the log.
    var recovery = RoomRecovery.none
    var held: [Held] = []
    /// The store remembers a command that this host does not.
    var hasForgotten = false
    /// What is attended to once the room has been read anew.
    var unattended: [Entry] = []
    /// The end of the meeting that was read from the log already.
    var endThatWasRead: Instant?
    /// While what is left of the log is read again, what is sent waits; after the end of a meeting it waits, too.
    var rereadings = 0
    /// What failed may have been somebody's coming or going: looked at again with the next message, not at once, so
    /// that a full disk is not hammered.
    var isPresenceInDoubt = false

    init(
        meeting: String, loaded: LoadedRoom, committer: Committer, outlet: any Outlet, limits: HostingLimits,
        executor: any SerialExecutor, read: @escaping @Sendable () -> TimeReading, log: any LogStore
    ) {
        (self.meeting, self.log, self.executor, self.committer) = (meeting, log, executor, committer)
        (self.outlet, self.limits, self.read) = (outlet, limits, read)
        (epoch, setting) = (loaded.epoch, loaded.setting)
        room = loaded.room
        published = loaded.room
        endThatWasRead = loaded.room.details.endedAt
        window = Window(loaded, limits)
        shared = SharedRooms(limits)
        allowance = Allowance(limits)
        commands = CommandBook(loaded.commands)
        answers = AnswerBook(loaded.answers)
        hearing = loaded.hearing
    }

    /// Whether nothing would be lost if the room left memory.
    var isIdle: Bool {
        members.isEmpty && early.isEmpty && untold.isEmpty && !answers.isSealingDue && underWay + commitsUnderWay == 0
            && published.details.phase != .open
    }

    /// Decides at once, answers when it is durable. `instant` is when it happened, if that was not now.
    func submit(
        _ command: Command, by actor: Actor, for subject: PersonID? = nil, id: String? = nil,
        at instant: Instant? = nil, answer: Answer? = nil
    ) {
        guard rereadings == 0, recovery != .none || !isToBeReread(room) else {
            held.append(
                Held(command: command, actor: actor, subject: subject, id: id, instant: instant, answer: answer))
            return
        }
        var stamp: CommandStamp?
        if let id, case .person(let person) = actor {
            let hash = Fingerprint.of(command, for: subject)
            // A device may have sent it before it became this person's.
            for sender in room.formerEntries(of: person) + [person] {
                let made = CommandStamp(actor: sender.rawValue, id: id, bodyHash: hash)
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
        }
        switch recovery {
        case .none: break
        case .failing, .unknown:
            answer?(.failure(.storageFailed))
            return
        case .due, .reading:
            hold(
                Held(command: command, actor: actor, subject: subject, id: id, instant: instant, answer: answer))
            return
        }
        if case .prompts(.revealPrompt(let wish)) = command {
            let held = Held(
                command: command, actor: actor, subject: subject, id: id, instant: instant, answer: answer)
            guard !waitsForSealing(held, of: wish.prompt) else { return }
        }
        let at = max(instant ?? time(), room.at)
        let events: [Event]
        do throws(Rejection) {
            // The middle has no tables of zones.
            if let zone = command.zone, !Zones.isKnown(zone) { throw Rejection.unknownZone }
            var context = Context(actor: actor, for: subject, at: at)
            if let earlier = command.undoes, case .person(let person) = actor {
                context.undoes = commands.sequence(of: earlier, by: person.rawValue)
            }
            if case .prompts(.revealPrompt(let wish)) = command { context.sealed = answers.sealed[wish.prompt] }
            events = try room.decide(command, context)
            if case .prompts(.answerAnonymously(let wish)) = command {
                return keep(try room.sealable(wish), to: wish, by: actor, id: id, answer: answer)
            }
        } catch {
            answer?(.failure(error))
            return
        }
        // A command that must not be known by who sent it is not remembered, here or in the store.
        let remembered = events.allSatisfy(\.isNobodys) ? nil : stamp
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
            // Somebody counts without a name from the event that brings them in, or that is behind the change of their
            // tier, to the one that takes them out.
            let named = event.person
            let wasCounted = named.map { room.counts($0) } ?? false
            let entry = Entry(sequence: room.sequence + 1, at: at, event: event)
            room.apply(entry)
            entries.append(entry)
            let isCounted: (PersonID) -> Bool = { id in
                // What somebody chose to be known as they chose under their name.
                if id == named, event.isChoiceOfTier { return false }
                return self.room.counts(id) || id == named && wasCounted
            }
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
        commitsUnderWay += 1
        #if MUTANT_EARLY
            // The server that is broken on purpose answers a device before the commit: tests must lose something.
            if stamp != nil { answer?(.success(expected + Int64(events.count))) }
            let answer = stamp == nil ? answer : nil
        #endif
        let item = PendingCommit(submission: submission, entries: entries, actor: person, answer: answer)
        committer.assumeIsolated { $0.enqueue(item, of: self) }
    }

    /// The store has answered: publish what is durable, in order, then tell those who asked.
    func finished(_ results: [(PendingCommit, Result<Appended, AppendError>)]) {
        commitsUnderWay -= results.count
        var entries: [DurableEntry] = []
        var answers: [(PendingCommit, Result<Int64, Rejection>)] = []
        for (item, outcome) in results {
            switch outcome {
            case .success(let end):
                for entry in item.entries { hearing.take(entry, by: item.actor) }
                entries += zip(item.entries, end.marks).map { DurableEntry(entry: $0, mark: $1) }
                answers.append((item, .success(end.sequence)))
            case .failure(let error):
                hasForgotten = hasForgotten || error.isKnown
                recovery = error.isUnknown || recovery == .unknown ? .unknown : .failing
                answers.append((item, .failure(.storageFailed)))
            }
        }
        // Who sits in which group decides who is told what comes after.
        var steps: [TellingStep] = []
        for run in entries.runs(endingAt: { $0.entry.event.seats != nil }) {
            let parts = run.parts(of: limits.bytesOfPart)
            steps += parts.indices.map { .facts(parts[$0], isLastPart: $0 == parts.count - 1) }
            if let last = run.last { steps.append(.seats(last.entry)) }
        }
        tell(steps + [.answers(answers)])
        if recovery == .failing, commitsUnderWay == 0 { recover() }
        tell([.consequences(entries.map(\.entry))])
    }
}

extension Room {
    /// Whether somebody who is here or waits chose "count only".
    fileprivate func counts(_ person: PersonID) -> Bool {
        people[person]?.tier == .countOnly || waiting[person]?.tier == .countOnly
    }
}
