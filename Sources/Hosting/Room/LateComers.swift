// Knows where people go who come while groups run: nobody else is moved, and everybody is told why.

import Matching
import Meetings

/// Seats for late-comers.
struct LateComers: Equatable {
    /// Into groups that run.
    var moves: [Move] = []
    /// One more group each.
    var groups: [[PersonID]] = []

    /// Whoever is late in `room`; without a running round there is nothing to do.
    init(_ late: [PersonID], in room: Room, _ known: Acquaintance) {
        guard let round = room.round else { return }
        var left: [PersonID] = []
        for id in late.sorted() where room.people[id]?.role == .participant && room.seat(of: id) == nil {
            let mates = room.people[id]?.table.map { room.seated(at: $0) } ?? []
            if let group = mates.lazy.compactMap({ round.group(of: $0)?.id }).first {
                moves.append(Move(person: id, to: group, reason: .table))
            } else if mates.isEmpty, let group = room.groupExpecting(room.people[id]?.name) {
                moves.append(Move(person: id, to: group, reason: .expected))
            } else {
                left.append(id)
            }
        }
        if !left.isEmpty { place(left, in: room, round, known) }
    }

    private mutating func place(_ late: [PersonID], in room: Room, _ round: Round, _ known: Acquaintance) {
        // A group that everybody has left is offered to nobody: nothing is on there.
        let running = round.groups.filter { !$0.members.isEmpty }
        let seated = running.flatMap(\.members) + moves.map(\.person)
        let current = running.map { group in
            (group.members + moves.filter { $0.to == group.id }.map(\.person)).map(\.rawValue)
        }
        guard let bounds = Self.bounds(current.map(\.count), usual: round.usualSize, late: late.count) else {
            groups.append(late)
            return
        }
        let here = room.attendees(seated + late, known)
        let inRoom = here.count(where: \.isInRoom)
        let isMixed = inRoom > 0 && inRoom < here.count && here.contains { $0.isInRoom && $0.hasBridge }
        let rules = Rules(
            wish: .count(max(1, running.count)), modes: isMixed ? .mixed : .any,
            together: room.togetherRules(), apart: room.pairRules.apart.map { $0.map(\.rawValue) },
            history: room.history(known, sparing: round.id))
        let split = (try? Roster(here)).flatMap { roster in
            try? Running(
                roster, rules, current: current, bounds: bounds, frozen: Set(current.indices)
            ).settle(replacesCore: false)
        }
        guard let split else { return spread(late, over: running) }
        for (index, ids) in split.groups.enumerated() {
            let newcomers = late.filter { ids.contains($0.rawValue) }
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
    private static func bounds(_ sizes: [Int], usual size: Int, late: Int) -> GroupSizes? {
        guard let least = sizes.min() else { return nil }
        let usual = max(size, comfortable)
        var most = usual + 1
        let overflow = late - sizes.reduce(0) { $0 + max(0, most - $1) }
        if overflow == 1 {
            guard least < 2 * comfortable else { return nil }
            most = max(most, least + 1)
        }
        return GroupSizes(count: sizes.count, least: min(2, least), most: max(most, sizes.max() ?? 0))
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
