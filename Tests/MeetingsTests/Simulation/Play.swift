// Knows how one random meeting is played and what has to be true of it at its end.

import Foundation

@testable import Meetings

/// One meeting from one seed.
struct Play {
    /// Commands a meeting.
    static let commands = 60

    let seed: UInt64
    private(set) var entries: [Entry] = []
    private(set) var room = Room()
    /// What went wrong first.
    private(set) var fault: String?
    private var random: SplitMix64
    private var watch = Watch()
    private var at: Instant = 1_000_000
    private let people: [PersonID]

    /// Plays the whole meeting.
    init(seed: UInt64) {
        self.seed = seed
        random = SplitMix64(seed: seed)
        people = (1...(2 + random.below(13))).map { PersonID(rawValue: "p\($0)") }
        begin()
        for _ in 0..<Self.commands where fault == nil { step() }
        if random.once(in: 2) { say(EndMeeting().command, by: .person(people[0])) }
        if fault == nil { fault = faultAtTheEnd() }
    }

    /// Most meetings begin as they should; some do not, and have to survive it.
    private mutating func begin() {
        if !random.once(in: 20) { say(Given.plan, by: .system) }
        if random.once(in: 2) { say(random.command(.plan, room, people), by: .system) }
        let role: Role = random.once(in: 2) ? .lead : .coordinator
        say(
            Join(
                person: people[0], role: role, mode: .remote, tier: random.pick(Tier.allCases), name: "Lea", school: nil
            ).command,
            by: .system)
        if !random.once(in: 20) { say(OpenMeeting().command, by: .person(people[0])) }
        say(BeginPresence(person: people[0]).command, by: .system)
        for id in people.dropFirst(1 + random.below(3)) {
            say(
                Join(
                    person: id, role: .participant, mode: .remote, tier: random.pick(Tier.allCases), name: "T",
                    school: nil
                ).command,
                by: .system)
            say(BeginPresence(person: id).command, by: .system)
        }
    }

    private mutating func step() {
        var kind = random.pick(CommandKind.allCases)
        if random.once(in: 6) { kind = random.once(in: 2) ? .join : .beginPresence }
        // What empties a room comes seldom, or most meetings would be over before much happened.
        switch kind {
        case .endMeeting, .remove, .takeLeave, .moveToLobby, .endPresence, .lockRoom:
            if !random.once(in: 4) {
                kind = random.pick([.openNext, .postMessage, .raiseHand, .startTurn, .unlockRoom])
            }
        // A round lasts for some acts.
        case .endGroups, .openNext, .openPrevious, .openSegment, .skipSegment:
            if room.round != nil, !random.once(in: 3) {
                kind = random.pick([.writeCard, .signal, .movePeople, .starCard])
            }
        case .starCard, .unstarCard, .editCard, .moveCard, .withdrawCard:
            if room.round == nil, random.once(in: 2) { kind = .formGroups }
        default: break
        }
        say(random.command(kind, room, people), by: actor(of: kind))
    }

    private mutating func actor(of kind: CommandKind) -> Meetings.Actor {
        switch kind {
        case .plan, .join, .beginPresence, .endPresence, .bringIn, .beginRecording, .noteMessage, .recallTopics:
            return random.once(in: 8) ? .person(random.pick(people)) : .system
        default:
            if random.once(in: 30) { return "ghost" }
            if random.once(in: 8) { return .person(random.pick(people)) }
            // Mostly somebody who is here, often a lead. Sorted: a dictionary has another order in each process.
            let here = room.people.keys.filter { room.people[$0]?.isPresent == true }.sorted()
            let leads = here.filter { room.people[$0]?.role.isLeading == true }
            let candidates = leads.isEmpty || random.once(in: 3) ? here : leads
            return .person(random.pick(candidates.isEmpty ? people : candidates))
        }
    }

    private mutating func say(_ command: Command, by actor: Meetings.Actor) {
        guard fault == nil else { return }
        at += Int64(random.below(20_000))
        guard let events = try? room.decide(command, Context(actor: actor, at: at)) else { return }
        if events.isEmpty { fault = "\(command) was accepted and nothing happened" }
        let before = room
        for event in events where fault == nil {
            let entry = Entry(sequence: room.sequence + 1, at: at, event: event)
            entries.append(entry)
            room.apply(entry)
            fault = watch.check(entry, by: actor, before, room).map { "\($0), after \(command) by \(actor)" }
        }
    }

    /// The same log gives the same room, to the byte; a decision leaves the room as it is.
    private mutating func faultAtTheEnd() -> String? {
        let replayed = Room(replaying: entries)
        if replayed != room { return "the replayed room differs" }
        guard let live = try? Self.encoder.encode(room), let again = try? Self.encoder.encode(replayed) else {
            return "the room has no JSON"
        }
        if live != again { return "the JSON of the replayed room differs" }
        for kind in CommandKind.allCases {
            let context = Context(actor: .person(people[0]), at: at)
            _ = try? room.decide(random.command(kind, room, people), context)
        }
        return room == replayed ? nil : "a decision changed the room"
    }

    /// JSON whose order does not depend on the process.
    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
