// Knows where people go who come while groups run: nobody else is moved, and everybody is told why.

/// What whoever searches for seats is asked: groups that run, in which nobody is moved, and who comes to them.
public struct SeatQuestion: Sendable, Equatable {
    /// The members of each group.
    public let running: [[PersonID]]
    public let late: [PersonID]
    /// How small and how big groups may become.
    public let sizes: ClosedRange<Int>
}

/// Seats for late-comers.
public struct LateComers: Equatable, Sendable {
    /// The same groups in the same order with the late-comers in them, and new groups after them; nil when the rules
    /// of the room leave no way.
    public typealias Search = (SeatQuestion) -> [[PersonID]]?

    /// Into groups that run.
    public private(set) var moves: [Move] = []
    /// One more group each.
    public private(set) var groups: [[PersonID]] = []

    /// Nobody is late.
    public init() {}

    /// Whoever is late in `room`; without a running round there is nothing to do.
    ///
    /// - Parameter search: who is asked for whom neither a table nor an expected name has a place.
    public init(_ late: [PersonID], in room: Room, search: Search) {
        guard let round = room.round else { return }
        var left: [PersonID] = []
        for id in late.sorted() where room.people[id]?.role == .participant && room.seat(of: id) == nil {
            let mates = room.people[id]?.table.map { room.seated(at: $0) } ?? []
            if let group = mates.lazy.compactMap({ round.group(of: $0)?.id }).first {
                moves.append(Move(person: id, to: group, reason: .table))
            } else if mates.isEmpty, let group = room.groupExpecting(room.people[id]?.name) {
                moves.append(Move(person: id, to: group, reason: .expected))
            } else if let group = round.groups.first(where: { $0.id == round.gone[id] }), room.isAnybodyHere(in: group)
            {
                moves.append(Move(person: id, to: group.id, reason: .back))
            } else {
                left.append(id)
            }
        }
        if !left.isEmpty { place(left, in: room, round, search) }
    }

    private mutating func place(_ late: [PersonID], in room: Room, _ round: Round, _ search: Search) {
        // A group that everybody has left is offered to nobody: nothing is on there.
        let running = round.groups.filter(room.isAnybodyHere)
        let current = running.map { group in
            group.members + moves.filter { $0.to == group.id }.map(\.person)
        }
        guard let sizes = Self.sizes(current.map(\.count), usual: round.usualSize, late: late.count) else {
            // Where nobody is in any group, one alone waits for the next: a seat by oneself is none.
            if late.count > 1 || !running.isEmpty { groups.append(late) }
            return
        }
        guard let split = search(SeatQuestion(running: current, late: late, sizes: sizes)) else {
            return spread(late, over: running)
        }
        for (index, ids) in split.enumerated() {
            let newcomers = late.filter { ids.contains($0) }
            guard running.indices.contains(index) else {
                if !newcomers.isEmpty { groups.append(newcomers) }
                continue
            }
            moves += newcomers.map {
                Move(person: $0, to: running[index].id, reason: Self.reason($0, running[index], running, room))
            }
        }
    }

    /// A group of so many is not too many for a talk.
    private static let comfortable = 4

    /// How big groups may become; nil if all are full and one more has to be opened even for one person. One who is too
    /// many goes into a group that is a little too big: several make a group of their own.
    private static func sizes(_ sizes: [Int], usual size: Int, late: Int) -> ClosedRange<Int>? {
        guard let least = sizes.min() else { return nil }
        let usual = max(size, comfortable)
        var most = usual + 1
        let overflow = late - sizes.reduce(0) { $0 + max(0, most - $1) }
        if overflow == 1 {
            guard least < 2 * comfortable else { return nil }
            most = max(most, least + 1)
        }
        return min(2, least)...max(most, sizes.max() ?? 0)
    }

    /// Where rules clash, as a lead made them by hand, the smallest group is the one.
    private mutating func spread(_ late: [PersonID], over running: [Group]) {
        guard !running.isEmpty else {
            groups.append(late)
            return
        }
        var sizes = running.map(\.members.count)
        for person in late {
            let index = sizes.indices.min { (sizes[$0], $0) < (sizes[$1], $1) } ?? 0
            sizes[index] += 1
            moves.append(Move(person: person, to: running[index].id, reason: .smallest))
        }
    }

    /// The best reason that the page can show from what everybody sees.
    private static func reason(_ id: PersonID, _ group: Group, _ all: [Group], _ room: Room) -> SeatingReason {
        guard let person = room.people[id] else { return .smallest }
        let others = group.members.compactMap { room.people[$0] }
        if person.needs.contains(where: { need in others.contains { $0.offers.contains(need) } }) { return .needs }
        if person.offers.contains(where: { offer in others.contains { $0.needs.contains(offer) } }) { return .offers }
        let ways = Set(room.round?.groups.flatMap(\.members).compactMap { room.people[$0]?.mode.isInRoom } ?? [])
        if ways.count > 1, others.allSatisfy({ $0.mode.isInRoom == person.mode.isInRoom }) { return .sameMode }
        if let least = all.map(\.members.count).min(), group.members.count == least,
            all.contains(where: { $0.members.count > least })
        {
            return .smallest
        }
        if let school = person.school, !others.contains(where: { $0.school == school }) { return .newFaces }
        return .smallest
    }
}

extension Room {
    /// Whether anybody who sits in a group is here.
    func isAnybodyHere(in group: Group) -> Bool { group.members.contains { people[$0]?.isPresent == true } }
}
