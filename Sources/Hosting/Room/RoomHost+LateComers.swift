// Knows when somebody is late: they come, or come back, while groups run and have no seat.

import Meetings

extension RoomHost {
    /// Notes who came without a seat; whoever comes in the same moment is placed together.
    func noteLateComer(_ entry: Entry) {
        switch entry.event {
        case .groupsFormed:
            // Who is here and was left out was left out on purpose.
            leftOut = Set(published.people.filter { $0.value.isPresent && published.seat(of: $0.key) == nil }.keys)
            late = []
        case .peopleMoved(_, let moves): leftOut.formUnion(moves.filter { $0.to == nil }.map(\.person))
        case .groupsEnded: (leftOut, late) = ([], [])
        case .presenceBegan(let person, _), .personCheckedIn(let person, _), .personSeated(let person, _?):
            guard published.round != nil, published.people[person]?.role == .participant,
                published.seat(of: person) == nil, !leftOut.contains(person)
            else { return }
            late.insert(person)
            guard !isSeating else { return }
            isSeating = true
            Task { await seatLateComers() }
        default: break
        }
    }

    private func seatLateComers() async {
        let known = await acquaintance()
        // Those who came while we asked come along.
        let people = Array(late)
        late = []
        isSeating = false
        let seats = LateComers(people, in: room, known)
        for members in seats.groups {
            submit(.openGroup(plan: GroupPlan(members: members), reason: .newGroup), by: .system)
        }
        if !seats.moves.isEmpty { submit(.movePeople(moves: seats.moves), by: .system) }
    }
}
