// Knows how a lead's wish becomes groups that are shown before they are formed: the roster of the room, the engine,
// then places and roles.

import Matching
import Meetings

/// What a lead asks for.
public struct ProposalWish: Sendable {
    public var choice: Draw.Choice
    public var size: Int?
    public var count: Int?
    /// Leads who want a seat too.
    public var leads: [PersonID]?
    /// Whoever shall have none.
    public var without: [PersonID]?
    /// The groups on the screen, by position.
    public var current: [[PersonID]]?
    public var pins: [PersonID: Int]?
    public var locked: [Int]?
    public var seed: Int64?
    /// Search long, not only for a preview.
    public var polish: Bool?
    /// Which of those that are as good or nearly, from 0.
    public var turn: Int?
    /// How much counts what.
    public var leanings: Leanings?
    /// Groups that are split by themselves: nobody sits with somebody of another one.
    public var within: [[PersonID]]?

    /// Groups of four, of whoever is here.
    public init(choice: Draw.Choice) { self.choice = choice }
}

/// Groups as they are shown.
public struct ProposedGroups: Encodable, Sendable {
    public struct Group: Encodable, Sendable {
        public var members: [PersonID]
        public var bridge: PersonID?
        public var roles: GroupRoles
        public var facts: [FindingView]
    }
    public var groups: [Group]
    public var draw: Draw
    public var gaps: [TopicID]
    /// People who have led or come often: 0 where nobody has.
    public var facilitators: Int
    /// Points of regret by what they are for; never of what is private.
    public var terms: [String: Int]
    /// How many there are that are as good or nearly; missing where nobody can look at all.
    public var alternatives: Int?
}

/// The work of a proposal, ready to leave the loop: it knows nothing that changes.
public struct Proposing: Sendable {
    private static let sizes = 2...Limits.peopleInGroup
    private static let counts = 1...Limits.groups

    let room: Room
    let known: Acquaintance
    let wish: ProposalWish
    let seated: [PersonID]
    let seed: Int64

    /// Refuses numbers out of bounds. `draw` is a seed for a wish without one.
    public init(_ wish: ProposalWish, room: Room, known: Acquaintance, draw: Int64) throws(Rejection) {
        if let size = wish.size, !Self.sizes.contains(size) {
            throw .outOfBounds(least: Self.sizes.lowerBound, most: Self.sizes.upperBound)
        }
        if let count = wish.count, !Self.counts.contains(count) {
            throw .outOfBounds(least: Self.counts.lowerBound, most: Self.counts.upperBound)
        }
        let seed = wish.seed ?? draw
        guard Limits.seeds.contains(seed) else {
            throw .outOfBounds(least: 0, most: Int(Limits.seeds.upperBound))
        }
        (self.room, self.known, self.wish, self.seed) = (room, known, wish, seed)
        let leads = Set(wish.leads ?? [])
        let without = Set(wish.without ?? [])
        let isPlanned = room.details.phase == .planned
        seated = room.people.filter { id, person in
            guard !without.contains(id), person.isPresent || isPlanned else { return false }
            return person.role == .participant || person.role.isLeading && leads.contains(id)
        }.keys.sorted()
    }

    /// How many people it is about.
    public var people: Int { seated.count }

    /// Searches; takes as long as it takes.
    public func run() throws(MatchingRefusal) -> ProposedGroups {
        if let within = wish.within { return try run(within: within) }
        return try groups(of: seated, wish.count.map(GroupWish.count) ?? .size(wish.size ?? 4))
    }

    /// Groups of these people, so many or so big.
    func groups(of seated: [PersonID], _ amount: GroupWish) throws(MatchingRefusal) -> ProposedGroups {
        let roster = try Roster(room.attendees(seated, known))
        let choice = Choice(rawValue: wish.choice.rawValue) ?? .mix
        var current = wish.current?.map { $0.map(\.rawValue) } ?? []
        if choice == .keepLast, current.isEmpty {
            current =
                room.rounds.last?.groups.map { $0.members.map(\.rawValue) } ?? known.groups.first?.map {
                    $0.map(\.rawValue)
                } ?? []
        }
        var pins: [String: Int] = [:]
        for (id, group) in wish.pins ?? [:] { pins[id.rawValue] = group }
        let wishes = GroupWishes(
            choice: choice, wish: amount,
            together: room.togetherRules(), apart: room.pairRulesNow.apart.map { $0.map(\.rawValue) }, pins: pins,
            locked: Set(wish.locked ?? []), current: current, history: room.history(known),
            weights: GroupWeights().leaning(wish.leanings ?? Leanings()))
        let isSmall = roster.count <= 12
        let iterations =
            wish.polish == true && !isSmall && wish.within == nil
            ? Composer.polishIterations : Composer.previewIterations(roster.count)
        let proposal = try propose(roster, wishes, seed: UInt64(seed), iterations: iterations, turn: wish.turn ?? 0)
        let heads = roster.people.filter(\.isCore)
        return ProposedGroups(
            groups: zip(proposal.groups, proposal.facts).map { ids, facts in
                let members = ids.map { PersonID(rawValue: $0) }
                return ProposedGroups.Group(
                    members: members, bridge: bridge(of: members), roles: roles(of: members),
                    facts: facts.map(FindingView.init))
            },
            draw: Draw(
                choice: wish.choice, seed: seed, iterations: proposal.iterations, engine: proposal.engine,
                points: proposal.points.total),
            gaps: proposal.gaps.map { TopicID(rawValue: $0) }, facilitators: heads.count,
            terms: Dictionary(uniqueKeysWithValues: proposal.points.told.map { ($0.key.rawValue, $0.value) }),
            alternatives: proposal.alternatives)
    }

    /// The device that joins both halves of a group: rather one person's than a table's.
    private func bridge(of members: [PersonID]) -> PersonID? {
        let modes = members.compactMap { room.people[$0]?.mode }
        guard modes.contains(where: \.isInRoom), !modes.allSatisfy(\.isInRoom) else { return nil }
        return members.first { room.people[$0]?.mode == .roomDevice }
            ?? members.first { room.people[$0]?.mode == .tableDevice }
    }

    /// Those who had the fewest roles today and were heard least come first; whoever writes needs a device.
    private func roles(of members: [PersonID]) -> GroupRoles {
        guard members.count > 1 else { return GroupRoles() }
        let earlier = room.rounds.flatMap(\.groups).flatMap { group in
            [group.roles.facilitator, group.roles.scribe, group.roles.reporter].compactMap(\.self)
        }
        let order = members.sorted { one, other in
            func key(_ id: PersonID) -> (Int, Int64, PersonID) {
                (earlier.count { $0 == id }, room.talk[id]?.milliseconds ?? 0, id)
            }
            return key(one) < key(other)
        }
        let reporter = order[0]
        let scribe = order.dropFirst().first { room.people[$0]?.mode.needsOthers == false }
        let facilitator = order.dropFirst().first { $0 != scribe } ?? (members.count == 2 ? reporter : nil)
        return GroupRoles(facilitator: facilitator, scribe: scribe, reporter: reporter)
    }
}
