// Knows how those who want a buddy are put before the engine, and how its answer becomes a proposal. The engine is told
// identifiers instead of names, so its reasons come back with them.

import Exchange
import Hosting
import Matching
import Meetings

/// Finds buddies for a network.
struct BuddyMatching {
    static let engine = "blossom/1"
    private static let metresPerKilometre = 1_000

    let network: Network
    let people: [PersonID: PersonRecord]
    let words: SkillWords
    /// Who was in a breakout with whom at the network's meetings.
    let history: [PastRound]

    init(network: Network, people: [PersonID: PersonRecord], words: SkillWords, breakouts: Acquaintance) {
        (self.network, self.people, self.words) = (network, people, words)
        history = Room().history(breakouts)
    }

    /// A round, and for the coordinator whom else each could be with, the best first.
    struct Found: Sendable {
        var proposal: BuddyProposal
        var nextBest: [PersonID: [PersonID]]
        /// What of a proposal by hand may not be; of what the engine found nothing.
        var faults: [Fault] = []
    }

    /// Two who may not be with each other. That one does not want to be is never said.
    struct Fault: Sendable {
        enum Code: String, Encodable, Sendable { case sameSchool, tooFar, notTogether }
        var group: Int
        var people: [PersonID]
        var code: Code
    }

    /// The best round for those who look for somebody.
    ///
    /// - Throws: `Rejection.notFound` when there are not two of them.
    func find(_ rule: BuddyRule, isForEverybody: Bool) throws -> Found {
        let ids = network.seeking(isForEverybody: isForEverybody)
        guard ids.count >= NetworkLimits.buddies.lowerBound else { throw Rejection.notFound }
        let book = try book(ids, rule)
        let pairing = BuddyFinder(book).find()
        let explainer = BuddyExplainer(book)
        let proposal = BuddyProposal(
            rule: rule, isForEverybody: isForEverybody,
            groups: pairing.groups.map { group in
                ProposedBuddies(
                    members: group.map(PersonID.init).sorted(),
                    reasons: explainer.facts(of: group).flatMap { self.reasons($0) })
            },
            unmatched: pairing.unmatched.map { UnmatchedBuddy(PersonID(rawValue: $0.id), Self.reason($0.reason)) },
            engine: Self.engine, points: pairing.key.value)
        return Found(proposal: proposal, nextBest: Self.nextBest(of: pairing.groups, explainer))
    }

    /// A round as the coordinator put it together: the hard rules hold for it too.
    ///
    /// - Throws: `Rejection.outdated` when it names somebody who does not look for a buddy now, or anybody twice.
    func examine(_ groups: [[PersonID]], _ rule: BuddyRule, isForEverybody: Bool) throws -> Found {
        let ids = network.seeking(isForEverybody: isForEverybody)
        let placed = groups.flatMap { $0 }
        guard Set(placed).count == placed.count, Set(placed).isSubset(of: ids),
            groups.allSatisfy({ NetworkLimits.buddies.contains($0.count) })
        else { throw Rejection.outdated }
        let book = try book(ids, rule)
        let explainer = BuddyExplainer(book)
        let named = groups.map { $0.map(\.rawValue) }
        let proposal = BuddyProposal(
            rule: rule, isForEverybody: isForEverybody,
            groups: zip(groups, named).map { group, names in
                ProposedBuddies(
                    members: group.sorted(), reasons: explainer.facts(of: names).flatMap { self.reasons($0) })
            },
            unmatched: ids.filter { !placed.contains($0) }.map { UnmatchedBuddy($0, .byHand) },
            engine: Self.byHand, points: book.account(of: named).key.value)
        var faults: [Fault] = []
        for (index, names) in named.enumerated() {
            faults += book.breaches(of: names).map { breach in
                Fault(group: index, people: breach.people.map(PersonID.init), code: Self.code(breach.rule))
            }
        }
        return Found(proposal: proposal, nextBest: Self.nextBest(of: named, explainer), faults: faults)
    }

    private static let byHand = "byHand"

    private static func code(_ rule: BuddyBreach.Rule) -> Fault.Code {
        switch rule {
        case .sameSchool: .sameSchool
        case .outOfReach: .tooFar
        case .block: .notTogether
        }
    }

    private static func nextBest(of groups: [[String]], _ explainer: BuddyExplainer) -> [PersonID: [PersonID]] {
        var found: [PersonID: [PersonID]] = [:]
        for fact in groups.flatMap(explainer.nextBest) {
            guard let person = person(fact.values["name"]), case .people(let others)? = fact.values["names"] else {
                continue
            }
            found[person] = others.map { PersonID(rawValue: $0.id) }
        }
        return found
    }

    private func book(_ ids: [PersonID], _ rule: BuddyRule) throws -> BuddyBook {
        let roster = try Roster(ids.map(attendee))
        let places = roster.people.map { network.members[PersonID(rawValue: $0.id)]?.wish.place.map(Self.position) }
        let rules = BuddyRules(
            subject: Self.likeness(rule.subject), phase: Self.likeness(rule.phase),
            farthestMetres: rule.farthestKilometres.map { $0 * Self.metresPerKilometre },
            allowsSameSchool: rule.allowsSameSchool,
            blocks: network.blocks.flatMap { one, others in others.map { [one.rawValue, $0.rawValue] } },
            // Whoever said "not this time" is not asked about the same person again while there is somebody else.
            earlier: network.pairs.map { $0.everybody.map(\.rawValue) }, history: history)
        return BuddyBook(roster, rules, metres: Distances.metres(places.map { $0 ?? nil }))
    }

    private func attendee(_ id: PersonID) -> Attendee {
        let wish = network.members[id]?.wish
        let school = Text.key(people[id]?.school ?? "")
        return Attendee(
            // Of those who named no school nobody knows that it is the same.
            id: id.rawValue, name: id.rawValue, school: school.isEmpty ? "of \(id)" : school,
            phase: wish?.phase.rawValue ?? "", subject: wish?.subject.map(words.key) ?? "of \(id)",
            years: (wish?.band).map(Self.years), offers: (wish?.offers ?? []).map(words.key),
            needs: (wish?.needs ?? []).map(words.key),
            farthestMetres: wish?.farthestKilometres.map { $0 * Self.metresPerKilometre })
    }

    /// The reasons of a pair, as the engine tells them.
    private func reasons(_ fact: Finding) -> [BuddyReason] {
        guard let one = Self.person(fact.values["name"]), let other = Self.person(fact.values["other"]),
            case .facts(let facts)? = fact.values["reasons"]
        else { return [] }
        return facts.compactMap { reason in
            guard var code = BuddyReason.Code(rawValue: reason.code.rawValue) else { return nil }
            // What is not known of both is no reason.
            if [.sameSubject, .otherSubject].contains(code), !haveSubjects(one, other) { return nil }
            if code == .earlier, !wereBuddies(one, other) { code = .neverPaired }
            var kilometres: Int?
            if case .number(let number)? = reason.values["kilometres"] { kilometres = number }
            guard code == .gives else { return BuddyReason(code, one, other, kilometres: kilometres) }
            return Self.person(reason.values["name"]).flatMap { giving in
                Self.person(reason.values["other"]).map { BuddyReason(.gives, giving, $0) }
            }
        }
    }

    private func haveSubjects(_ one: PersonID, _ other: PersonID) -> Bool {
        network.members[one]?.wish.subject != nil && network.members[other]?.wish.subject != nil
    }

    private func wereBuddies(_ one: PersonID, _ other: PersonID) -> Bool {
        network.pairs.contains { $0.wasMade && $0.everybody.contains(one) && $0.everybody.contains(other) }
    }

    private static func person(_ value: Finding.Value?) -> PersonID? {
        guard case .people(let people)? = value else { return nil }
        return people.first.map { PersonID(rawValue: $0.id) }
    }

    private static func reason(_ reason: Pairing.Reason) -> UnmatchedBuddy.Reason {
        switch reason {
        case .nobodyWithinReach: .nobodyWithinReach
        case .nobodyElse: .nobodyElse
        case .allTaken: .allTaken
        }
    }

    /// A year within the band: the engine counts in years.
    static func years(_ band: ExperienceBand) -> Int {
        switch band {
        case .upToTwo: 1
        case .threeToFive: 4
        case .sixToTen: 8
        case .more: 15
        }
    }

    private static func likeness(_ likeness: BuddyLikeness) -> Likeness {
        switch likeness {
        case .same: .same
        case .different: .different
        case .any: .any
        }
    }

    private static func position(_ place: RoughPlace) -> Position {
        Position(latitude: Double(place.latitudeTenths) / 10, longitude: Double(place.longitudeTenths) / 10)
    }
}
