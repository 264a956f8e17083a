// Knows one live room: it orders, decides, commits, then publishes. Nothing leaves before it is durable.
// `room` is decided and perhaps not yet on disk; `published` is what everybody has been told.

import Meetings
import Wire

/// Who says hello, as the door found out.
public struct Admission: Sendable {
    public var meeting: String
    /// Nil for a wall.
    public var person: PersonID?
    /// The name and school of a coordinator who has not been in this room yet.
    public var introduction: (name: String, school: String?)?
    /// The person's own link.
    public var link: PersonalLink?

    /// An admission to one meeting.
    public init(
        meeting: String, person: PersonID?, introduction: (name: String, school: String?)? = nil,
        link: PersonalLink? = nil
    ) {
        self.meeting = meeting
        self.person = person
        self.introduction = introduction
        self.link = link
    }
}

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
    var links: JoinLinks?
    var network: NetworkCard?
    let isRehearsal: Bool
    let outlet: any Outlet
    let limits: HostingLimits
    let now: @Sendable () -> Instant
    private let committer: Committer

    var room: Room
    var published: Room
    /// The newest entries, for those who come back.
    var window: [Entry]
    var members: [ConnectionNumber: Member] = [:]
    var devices: [PersonID: Set<ConnectionNumber>] = [:]
    var channels: [Audience: any OutletChannel] = [:]
    var buckets: [PersonID: TokenBucket] = [:]
    /// The entry of the last message to all groups, and who has it on a device of theirs.
    var announced: Int64?
    var reached: Set<PersonID> = []
    var isTellingReach = false
    /// Who came while groups run and has no seat yet, and who was left out on purpose.
    var late: Set<PersonID> = []
    var leftOut: Set<PersonID> = []
    var isSeating = false
    var known: Acquaintance?
    let log: any EventLog
    /// Commands that are stored, by actor and id.
    private var answered: [String: (sequence: Int64, bodyHash: UInt64)]
    /// Commands on their way, with those who asked again meanwhile.
    private var asked: [String: (bodyHash: UInt64, more: [@Sendable (Result<Int64, Rejection>) -> Void])] = [:]
    /// Commits, and questions to the store whose answers become commands.
    var underWay = 0
    /// A commit failed: everything decided on top of it fails too, then the room starts again from what is stored.
    private(set) var isRecovering = false
    /// What failed may have been somebody's coming or going: looked at again with the next message, not at once, so
    /// that a full disk is not hammered.
    var isPresenceInDoubt = false

    init(
        meeting: String, loaded: LoadedRoom, committer: Committer, outlet: any Outlet, limits: HostingLimits,
        executor: any SerialExecutor, now: @escaping @Sendable () -> Instant,
        log: any EventLog
    ) {
        self.meeting = meeting
        self.log = log
        self.executor = executor
        self.committer = committer
        self.outlet = outlet
        self.limits = limits
        self.now = now
        (epoch, links, network) = (loaded.epoch, loaded.links, loaded.network)
        isRehearsal = loaded.isRehearsal
        room = Room(replaying: loaded.entries)
        published = room
        window = Array(loaded.entries.suffix(limits.resumeWindow))
        answered = [:]
        for (stamp, sequence) in loaded.commands {
            answered[Self.key(stamp.actor, stamp.id)] = (sequence, stamp.bodyHash)
        }
    }

    /// Whether nothing would be lost if the room left memory.
    var isIdle: Bool { members.isEmpty && underWay == 0 && published.details.phase != .open }

    /// After a restart nobody is connected: the log says so before anybody comes back.
    func wakeUp() {
        for (id, person) in room.people.sorted(by: { $0.key < $1.key }) where person.isPresent && !person.isCheckedIn {
            submit(.endPresence(person: id, reason: .lost), by: .system)
        }
    }

    /// Decides at once, answers when it is durable.
    func submit(
        _ command: Command, by actor: Actor, for subject: PersonID? = nil, id: String? = nil,
        answer: (@Sendable (Result<Int64, Rejection>) -> Void)? = nil
    ) {
        let bodyHash = Fingerprint.of(ServerMessage.encode(command) + Array((subject?.rawValue ?? "").utf8))
        var key: String?
        if let id, case .person(let person) = actor {
            let name = Self.key(person.rawValue, id)
            if let earlier = answered[name] {
                answer?(earlier.bodyHash == bodyHash ? .success(earlier.sequence) : .failure(.conflict))
                return
            }
            if let earlier = asked[name] {
                if earlier.bodyHash != bodyHash { answer?(.failure(.conflict)) }
                if earlier.bodyHash == bodyHash, let answer { asked[name]?.more.append(answer) }
                return
            }
            key = name
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
        if let key { asked[key] = (bodyHash, []) }
        commit(events, at: at, by: actor, id: id, bodyHash: bodyHash, answer: answer)
    }

    private func commit(
        _ events: [Event], at: Instant, by actor: Actor, id: String?, bodyHash: UInt64,
        answer: (@Sendable (Result<Int64, Rejection>) -> Void)?
    ) {
        let expected = room.sequence
        var person: PersonID?
        if case .person(let id) = actor { person = id }
        var sealed: [SealedEntry] = []
        var entries: [Entry] = []
        for event in events {
            let entry = Entry(sequence: room.sequence + 1, at: at, event: event)
            let before = room
            room.apply(entry)
            entries.append(entry)
            // Somebody counts without a name from the event that brings them in or changes their tier.
            let isCounted: (PersonID) -> Bool = { id in
                let tiers = [
                    before.people[id]?.tier, before.waiting[id]?.tier, self.room.people[id]?.tier,
                    self.room.waiting[id]?.tier,
                ]
                return tiers.contains(.countOnly)
            }
            sealed.append(
                SealedEntry(
                    at: at, actor: person.flatMap { isCounted($0) ? nil : $0.rawValue },
                    event: Sealing.seal(event, actor: person, isCounted: isCounted)))
        }
        let stamp = person.flatMap { person in
            id.map {
                CommandStamp(
                    actor: person.rawValue, id: $0, bodyHash: bodyHash,
                    untilEnd: room.people[person]?.tier == .countOnly)
            }
        }
        let submission = Submission(
            meeting: meeting, expectedSequence: expected, entries: sealed, command: stamp,
            erasures: events.compactMap(Erasure.init), catalogue: CatalogueChange(events))
        let item = PendingCommit(submission: submission, entries: entries, commandID: id, answer: answer)
        underWay += 1
        committer.assumeIsolated { $0.enqueue(item, of: self) }
    }

    /// The store has answered: publish what is durable, in order, then tell those who asked.
    func finished(_ results: [(PendingCommit, AppendOutcome)]) {
        underWay -= results.count
        var entries: [Entry] = []
        var answers: [(PendingCommit, Result<Int64, Rejection>)] = []
        for (item, outcome) in results {
            guard outcome == .stored else {
                isRecovering = true
                answers.append((item, .failure(.storageFailed)))
                continue
            }
            entries += item.entries
            answers.append((item, .success(item.submission.expectedSequence + Int64(item.entries.count))))
        }
        // Who sits in which group decides who is told what comes after.
        for run in entries.runs(endingAt: { $0.event.isRegrouping }) {
            publish(run)
            if let last = run.last { regroup(last) }
        }
        for (item, result) in answers { settle(item, result) }
        if isRecovering, underWay == 0 {
            room = published
            isRecovering = false
            isPresenceInDoubt = true
        }
        attend(to: entries)
    }

    private func settle(_ item: PendingCommit, _ result: Result<Int64, Rejection>) {
        item.answer?(result)
        guard let stamp = item.submission.command else { return }
        let key = Self.key(stamp.actor, stamp.id)
        for more in asked.removeValue(forKey: key)?.more ?? [] { more(result) }
        if case .success(let sequence) = result { answered[key] = (sequence, stamp.bodyHash) }
    }

    private static func key(_ actor: String, _ id: String) -> String { actor + "/" + id }
}
