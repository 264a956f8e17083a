// Knows how one random meeting is played and what has to be true of it at its end.

import Foundation

@testable import Meetings

/// One meeting from one seed.
struct Play {
    /// Commands a meeting.
    static let commands = 70

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
        if random.once(in: 2) { say(random.command(.frame(.plan), room, people), by: .system) }
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

    private mutating func nextOfPrompts() -> PromptCommand.Kind {
        if room.prompts.contains(where: \.isToBeSealed) { return .noteSealed }
        if room.prompts.contains(where: { $0.isSealed && $0.revealedAt == nil }) { return .revealPrompt }
        if let open = room.prompts.first(where: \.isOpen) {
            if open.circle == .anonymous { return random.pick([.answerAnonymously, .closePrompt]) }
            return open.handedIn < 2 ? .saveResponse : .revealPrompt
        }
        if room.prompts.contains(where: { !$0.clusters.isEmpty }), random.once(in: 2) { return .showCluster }
        if room.prompts.contains(where: { $0.revealedAt != nil }), !random.once(in: 3) {
            return random.pick([
                .starResponse, .starResponse, .unstarResponse, .showResponse, .withdrawResponse, .clusterResponses,
                .clusterResponses, .showCluster,
            ])
        }
        return room.prompts.contains { $0.openedAt == nil } ? .openPrompt : .preparePrompt
    }

    private mutating func step() {
        // Seldom is anybody asked to help, and soon they are asked no more.
        if let (asker, peer, segment) = asked(), random.once(in: 2) {
            return say(DeclineHelp(segment: segment, asker: asker).command, by: .person(peer))
        }
        var kind = random.pick(CommandKind.allCases)
        if random.once(in: 6) { kind = random.once(in: 2) ? .door(.join) : .door(.beginPresence) }
        // What empties a room comes seldom, or most meetings would be over before much happened.
        switch kind {
        case .frame(.endMeeting), .door(.remove), .roster(.takeLeave), .door(.moveToLobby), .door(.endPresence),
            .door(.erase), .frame(.lockRoom):
            if !random.once(in: 4) {
                kind = random.pick([
                    .agenda(.openNext), .chat(.postMessage), .floor(.raiseHand), .floor(.startTurn),
                    .frame(.unlockRoom),
                ])
            }
        // A round lasts for some acts.
        case .groups(.endGroups), .agenda(.openNext), .agenda(.openPrevious), .agenda(.openSegment),
            .agenda(.skipSegment):
            if room.round != nil, !random.once(in: 3) {
                kind = random.pick([
                    .notes(.writeCard), .notes(.writeCard), .notes(.moveCard), .groups(.signal), .groups(.movePeople),
                    .notes(.starCard),
                ])
            }
        // Kits are used in an item that has them.
        case .bench(let wish):
            if let first = benchFirst() { return say(first, by: .person(people[0])) }
            if let person = handy(wish) { return say(random.command(kind, room, people), by: .person(person)) }
        // A prompt has a life: without one that was asked there is nothing to answer, to show or to like.
        case .prompts: if !random.once(in: 4) { kind = .prompts(nextOfPrompts()) }
        case .notes(.starCard), .notes(.unstarCard), .notes(.editCard), .notes(.moveCard), .notes(.withdrawCard):
            if room.round == nil, random.once(in: 2) { kind = .groups(.formGroups) }
        default: break
        }
        say(random.command(kind, room, people), by: actor(of: kind))
    }

    /// What has to be done before kits can be used, if something has.
    private mutating func benchFirst() -> Command? {
        guard room.segment?.bench == nil, !random.once(in: 4) else { return nil }
        if let kitted = room.agenda.first(where: { $0.bench != nil && $0.state != .open }) {
            return OpenSegment(segment: kitted.id).command
        }
        let plan = SegmentPlan(kind: .handsOn, title: "Build", timeboxSeconds: 600, bench: .sample)
        return AddSegment(plan: plan, index: 0).command
    }

    /// Who can do that with kits just now, where it takes somebody in particular.
    /// Who is stuck in the open item, and who is asked to go there.
    private func asked() -> (asker: PersonID, peer: PersonID, segment: SegmentID)? {
        guard let bench = room.benches.first(where: { $0.segment == room.current }) else { return nil }
        return bench.calls.compactMap { call in call.peer.map { (call.person, $0, bench.segment) } }.first
    }

    private mutating func handy(_ kind: BenchCommand.Kind) -> PersonID? {
        guard let bench = room.benches.last, !random.once(in: 4) else { return nil }
        switch kind {
        case .declineHelp: return bench.calls.compactMap(\.peer).first
        case .giveHelp: return bench.calls.first?.person
        case .showPhoto, .removePhoto: return bench.photos.first?.author
        case .setKit, .reviewKit, .addPhoto: return nil
        }
    }

    private mutating func actor(of kind: CommandKind) -> Meetings.Actor {
        switch kind {
        case .frame(.plan), .door(.join), .door(.beginPresence), .door(.endPresence), .door(.endWait), .door(.bringIn),
            .door(.erase), .frame(.beginRecording), .chat(.noteMessage), .topics(.recallTopics), .prompts(.noteSealed),
            .bench(.addPhoto), .imports(.bringReport), .imports(.undoImport):
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
        var context = Context(actor: actor, at: at)
        // As a host that finds the step to be the actor's own.
        if command.undoes != nil { context.undoes = room.lastStep?.last }
        if case .prompts(.revealPrompt) = command {
            context.sealed = (0..<random.below(9)).map { PromptAnswer(texts: ["anonymous \($0)"]) }
        }
        guard let events = try? room.decide(command, context) else { return }
        if events.isEmpty, !command.isKeptApart { fault = "\(command) was accepted and nothing happened" }
        let before = room
        for event in events where fault == nil {
            let entry = Entry(sequence: room.sequence + 1, at: at, event: event)
            entries.append(entry)
            room.apply(entry)
            fault = watch.check(entry, by: actor, before, room).map { "\($0), after \(command) by \(actor)" }
        }
        // Whoever took something back may want it there again.
        if let again = putBack(command), random.once(in: 2) { say(again, by: actor) }
    }

    private func putBack(_ command: Command) -> Command? {
        switch command {
        case .chat(.withdrawMessage(let wish)): RestoreMessage(message: wish.message, text: "again").command
        case .notes(.withdrawCard(let wish)): RestoreCard(card: wish.card, text: "again").command
        default: nil
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
