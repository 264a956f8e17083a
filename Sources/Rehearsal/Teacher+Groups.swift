// Knows where a simulated teacher sits while groups run, and what follows from it: seats are given by the lead, as for
// everybody.

import Meetings

extension Teacher {
    /// The room as it is when one comes in.
    func lookAround(_ room: News.Room) {
        group = room.rounds?.last { $0.endedAt == nil }?.groups.first { sits(in: $0.members) }?.id
        guard !hasSaidTopics, let topics = room.topics, !topics.isEmpty else { return }
        hasSaidTopics = true
        follow(.topics(topics.map(\.id)))
    }

    /// What a fact of groups means for one's own seat.
    func take(_ fact: GroupFact) {
        let before = group
        switch fact {
        case .groupsFormed(let fact): group = fact.groups.first { sits(in: $0.members) }?.group
        case .groupOpened(let fact): group = fact.groups.first { sits(in: $0.members) }?.group ?? group
        case .peopleMoved(let fact):
            for move in fact.moves where sits(in: [move.person]) { group = move.to }
        case .groupsEnded: group = nil
        case .groupEdited, .groupRenamed, .roundTimed, .groupVisited, .groupSignalled, .announcementMade: break
        }
        if let group, group != before { follow(.seated(group)) }
    }

    /// A table's device sits where those do who share it.
    private func sits(in members: [PersonID]) -> Bool {
        let own = [ticket?.person] + seats.map(\.person)
        return members.contains { own.contains($0.rawValue) }
    }
}
