// Knows what of groups each audience is sent as a whole: seats for everybody, notes for those who sit there.

import Meetings

/// A round as one viewer may see it. Its JSON has the field names of `Round`.
struct RoundView: Encodable {
    var id: RoundID
    var segment: SegmentID?
    var formedAt: Instant
    var endedAt: Instant?
    var groups: [GroupView]
    var task: String?
    var resources: String?
    var draw: Draw
    var timeboxSeconds: Int?
    var kind: RoundKind?

    /// `cards` are the bytes that are left for notes.
    init(_ round: Round, for viewer: Viewer, cards: inout Int) {
        id = round.id
        segment = round.segment
        formedAt = round.formedAt
        endedAt = round.endedAt
        groups = round.groups.map { GroupView($0, of: round, for: viewer) }
        for (index, count) in Portion.cards(of: groups.map(\.cards), within: &cards).enumerated() {
            groups[index].keepCards(count)
        }
        draw = viewer.kind == .lead ? round.draw : round.draw.told
        (task, timeboxSeconds, kind) = (round.task, round.timeboxSeconds, round.kind)
        guard viewer.kind != .wall else { return }
        resources = round.resources
    }
}

/// What every group of a round brings back to everybody, as those get it who were told of their own group only.
struct Harvest: Encodable {
    var round: RoundID
    var groups: [NotesOfGroup]

    init(_ round: Round) {
        self.round = round.id
        groups = NotesOfGroup.all(round.groups.map { ($0.id, $0.brought) })
    }
}

/// The notes of one group on their way.
public struct NotesOfGroup: Encodable {
    var group: GroupID
    var cards: [Card]
    /// How many more there are, where not all of them travel.
    var cardsLeftOut: Int?

    fileprivate static func all(_ groups: [(id: GroupID, cards: [Card])]) -> [NotesOfGroup] {
        var left = Portion.cardBytes
        let counts = Portion.cards(of: groups.map(\.cards), within: &left)
        return zip(groups, counts).map { group, count in
            let isCut = count < group.cards.count
            return NotesOfGroup(
                group: group.id, cards: isCut ? Array(group.cards.prefix(count)) : group.cards,
                cardsLeftOut: isCut ? group.cards.count - count : nil)
        }
    }

    /// All that was written where somebody sat when a round ended, if not all of it is for everybody: the view of the
    /// room, which many share, has only what is.
    static func own(of person: PersonID, in room: Room) -> [NotesOfGroup] {
        let mine = room.groups(of: person)
        let over = room.rounds.filter { $0.endedAt != nil }.flatMap(\.groups)
        return all(over.filter { mine.contains($0.id) && $0.keepsNotes }.map { ($0.id, $0.cards) })
    }
}
