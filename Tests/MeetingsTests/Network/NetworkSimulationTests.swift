// Knows how random terms of buddies are played, and what must hold after every step of each. A failure prints the seed.

import Foundation
import Testing

@testable import Meetings

@Suite struct NetworkSimulationTests {
    private static let plays: UInt64 = 2_000
    private static let steps = 120

    @Test("two thousand random terms keep every promise")
    func randomTerms() {
        var kinds: Set<String> = []
        var entries = 0
        for seed in 0..<Self.plays {
            var play = NetworkPlay(seed: seed)
            for _ in 0..<Self.steps {
                play.step()
                guard play.faults.isEmpty else { break }
            }
            #expect(play.faults.isEmpty, "seed \(seed): \(play.faults)")
            #expect(Network(replaying: play.entries) == play.network, "seed \(seed): a replay differs")
            kinds.formUnion(play.entries.map(\.event.kind))
            entries += play.entries.count
        }
        #expect(kinds == Set(NetworkEvent.types.map { $0.kind }), "some never happened")
        #expect(entries > 20 * Int(Self.plays), "too quiet to prove anything: \(entries)")
    }
}

/// One network, with a watch over it.
private struct NetworkPlay {
    private static let people: [PersonID] = (1...9).map { PersonID(rawValue: "p\($0)") }

    var network = Network()
    var entries: [NetworkEntry] = []
    var faults: [String] = []
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func step() {
        let person = random.pick(Self.people)
        let at = max(network.at, Buddies.start) + Int64(random.below(3)) * Buddies.day * Int64(random.below(8))
        let (command, actor): (NetworkCommand, NetworkActor) =
            random.once(in: 40)
            ? (NoteLook(.people, account: "a1", by: person).command, .system)
            : random.once(in: 12)
                ? (desk(), .desk)
                : (command(person), .teacher(person))
        guard let events = try? network.decide(command, NetworkContext(actor: actor, at: at)) else { return }
        let before = network
        for event in events {
            let entry = NetworkEntry(sequence: network.sequence + 1, at: at, event: event)
            entries.append(entry)
            network.apply(entry)
        }
        watch(before, command)
    }

    /// What must hold, whatever was played.
    private mutating func watch(_ before: Network, _ command: NetworkCommand) {
        for person in Self.people {
            let open = network.pairs.filter { $0.isOpen && $0.members.contains(person) }
            if open.count > 1 { faults.append("\(person) is in two after \(command.kind)") }
            if !open.isEmpty, network.members[person] == nil {
                faults.append("\(person) opted out and is still in one")
            }
        }
        for pair in network.pairs {
            let agreed = network.pairs.isEmpty ? [] : yes(pair.id)
            for person in Self.people {
                for (other, _) in network.contacts(pair.id, for: person)
                where !agreed.isSuperset(of: [person, other]) || !pair.isOpen {
                    faults.append("\(person) sees how to reach \(other) of \(pair.id) after \(command.kind)")
                }
            }
            if pair.isOpen, pair.members.count < 2 { faults.append("\(pair.id) is of one after \(command.kind)") }
            if pair.state == .proposed || before.pair(pair.id) == nil {
                let isBlocked = pair.members.contains { one in pair.members.contains { network.isBlocked(one, $0) } }
                if isBlocked, pair.isOpen { faults.append("a block in \(pair.id) after \(command.kind)") }
            }
        }
        let placed = network.series.flatMap(\.meetings)
        if Set(placed).count != placed.count { faults.append("a meeting is in two series after \(command.kind)") }
        // Nobody is dropped silently: a round names everybody who looked for somebody.
        if case .buddies(.proposeBuddies(let wish)) = command, let round = network.rounds.last {
            let named = network.pairs.filter { $0.round == round.id }.flatMap(\.members) + round.unmatched.map(\.person)
            if named.sorted() != before.seeking(isForEverybody: wish.proposal.isForEverybody) {
                faults.append("a round forgot somebody")
            }
        }
    }

    /// Who said yes, read off the log itself.
    private func yes(_ pair: PairID) -> Set<PersonID> {
        Set(
            entries.compactMap {
                guard case .buddies(.buddyAccepted(let fact)) = $0.event, fact.pair == pair else { return nil }
                return fact.person
            })
    }

    /// A careless round: often wrong, which has to be refused.
    private mutating func proposal() -> BuddyProposal {
        let isForEverybody = random.once(in: 3)
        var seeking = network.seeking(isForEverybody: isForEverybody)
        if random.once(in: 6), !seeking.isEmpty { seeking.removeLast() }
        seeking.shuffle(using: &random)
        var groups: [ProposedBuddies] = []
        while seeking.count >= 2 {
            let size = seeking.count == 3 || random.once(in: 5) ? min(3, seeking.count) : 2
            groups.append(ProposedBuddies(members: Array(seeking.prefix(size)), reasons: []))
            seeking.removeFirst(size)
        }
        return Buddies.proposal(
            groups, alone: seeking.map { UnmatchedBuddy($0, .allTaken) }, isForEverybody: isForEverybody)
    }

    /// Something that a coordinator wishes.
    private mutating func desk() -> NetworkCommand {
        switch random.below(7) {
        case 0: return deck()
        case 1, 2: return shelf()
        case 3:
            let id = network.complaints.randomElement(using: &random)?.id ?? ComplaintID(rawValue: "c0")
            return random.once(in: 2)
                ? AcknowledgeComplaint(complaint: id).command : SettleComplaint(complaint: id, outcome: "Done").command
        default: return ProposeBuddies(proposal: proposal()).command
        }
    }

    /// A series comes, goes, or gets and loses a meeting; packs of it are released and handed out.
    private mutating func shelf() -> NetworkCommand {
        let known = network.series.randomElement(using: &random)?.id
        let meeting = "m\(random.below(5))"
        switch (random.below(8), known) {
        case (0, let known?): return DropSeries(series: known).command
        case (1, let known?): return RenameSeries(series: known, name: "Term \(random.below(9))").command
        case (2...4, let known?): return PlaceMeeting(meeting: meeting, series: known).command
        case (5, _): return TakeOutMeeting(meeting: meeting).command
        case (6, let known?):
            return ReleasePack(series: known, key: "key", ranges: [PackRange(meeting: meeting, last: 9)]).command
        case (7, _):
            return HandOutPack(pack: network.packs.last?.id ?? "k0", form: .plain, hash: "00", bytes: 1).command
        default: return MakeSeries(name: "Term \(random.below(9))", meeting: random.once(in: 2) ? meeting : nil).command
        }
    }

    /// A prompt is kept, changed or dropped.
    private mutating func deck() -> NetworkCommand {
        let known = network.deck.randomElement(using: &random)?.id
        if let known, random.once(in: 3) { return DropPrompt(prompt: known).command }
        let plan = PromptPlan(kind: .open, text: "Question \(random.below(9))", circle: .named)
        return KeepPrompt(prompt: random.once(in: 2) ? known : nil, plan: plan).command
    }

    private mutating func command(_ person: PersonID) -> NetworkCommand {
        let open = network.openPair(of: person)
        let pair = random.once(in: 8) ? network.pairs.randomElement(using: &random)?.id : open?.id
        let other = random.pick(Self.people)
        guard let pair, !random.once(in: 5) else {
            switch random.below(10) {
            case 9: return MakeComplaint(meeting: "m2", text: "Wrong", contact: nil).command
            case 0: return OptOutBuddy().command
            case 1: return BlockBuddy(person: other).command
            case 2: return UnblockBuddy(person: other).command
            default: return OptInBuddy(wish: Buddies.wish("\(random.below(100))")).command
            }
        }
        switch random.below(15) {
        case 0...4: return AcceptBuddy(pair: pair).command
        case 5: return DeclineBuddy(pair: pair).command
        case 6: return SetBuddyGoal(pair: pair, text: "\(random.below(100))").command
        case 7: return WriteBuddyNote(pair: pair, text: "note").command
        case 8: return RemoveBuddyNote(pair: pair, note: open?.notes.first?.id ?? "n1").command
        case 9: return SetBuddyDate(pair: pair, day: nil, text: "\(random.below(100))").command
        case 10: return PauseBuddies(pair: pair, until: random.once(in: 2) ? nil : "2026-05-01").command
        case 11, 12, 13:
            let occasion = random.pick(CheckInOccasion.allCases)
            return CheckInBuddy(
                pair: pair, occasion: occasion, meeting: occasion == .meeting ? "m2" : nil,
                outcome: random.pick(BuddyOutcome.allCases)
            ).command
        default: return LeaveBuddies(pair: pair).command
        }
    }
}
