// Knows what a lead is offered while groups run: seats for those who have none, and the few moves that repair a group
// which hardly anybody is left in. Nothing of it happens before the lead says so.

import Matching
import Meetings

/// Moves that are offered.
public struct Reseating: Encodable, Equatable, Sendable {
    /// What is wanted.
    public enum Want: String, Codable, CaseIterable, Sendable {
        /// Seats for those who are here without one.
        case rest
        /// Nobody alone in a group.
        case repair
    }

    public var moves: [Move] = []
    /// One more group each.
    public var groups: [[PersonID]] = []

    /// Moves in groups that run; none where there is nothing to do or nothing helps.
    public init(_ want: Want, in room: Room, _ known: Acquaintance) {
        switch want {
        case .rest:
            let late = room.people.filter { $0.value.isPresent && room.seat(of: $0.key) == nil }.keys.sorted()
            let seats = LateComers(late, in: room, known)
            (moves, groups) = (seats.moves, seats.groups)
        case .repair: moves = room.repair(known)
        }
        for index in moves.indices { moves[index].reason = nil }
    }
}

extension Room {
    /// With fewer who are here a group is none.
    private static let fewestHere = 2

    /// The fewest moves after which nobody who is here sits alone; groups that are whole give nobody up for it unless
    /// nothing else helps.
    fileprivate func repair(_ known: Acquaintance) -> [Move] {
        guard let round else { return [] }
        let here = round.groups.map { group in group.members.filter { people[$0]?.isPresent == true } }
        guard here.contains(where: { $0.count == 1 }), here.count(where: { !$0.isEmpty }) > 1 else { return [] }
        let whole = Set(here.indices.filter { here[$0].count >= Self.fewestHere })
        // Who is on the call joins those who hear them, if anybody does.
        guard
            let after = settled(here, frozen: whole, .mixed, known) ?? settled(here, frozen: whole, .any, known)
                ?? settled(here, frozen: [], .any, known)
        else { return [] }
        return after.enumerated().flatMap { index, members in
            members.filter { here.indices.contains(index) && !here[index].contains($0) }.map {
                Move(person: $0, to: round.groups[index].id)
            }
        }
    }

    private func settled(
        _ here: [[PersonID]], frozen: Set<Int>, _ modes: ModeRule, _ known: Acquaintance
    ) -> [[PersonID]]? {
        let roster = attendees(here.flatMap { $0 }, known)
        let current = here.map { $0.map(\.rawValue) }
        let rules = Rules(
            wish: .count(max(1, current.count)), modes: modes, together: togetherRules(),
            apart: pairRulesNow.apart.map { $0.map(\.rawValue) }, history: history(known, sparing: round?.id))
        let bounds = GroupSizes(
            count: current.count, least: Self.fewestHere, most: (here.map(\.count).max() ?? 0) + 1)
        guard let roster = try? Roster(roster),
            let running = try? Running(roster, rules, current: current, bounds: bounds, frozen: frozen),
            let split = try? running.settle(replacesCore: false)
        else { return nil }
        // A group of its own helps nobody who is alone.
        guard split.groups.dropFirst(current.count).allSatisfy(\.isEmpty) else { return nil }
        return split.groups.map { $0.map(PersonID.init) }
    }
}
