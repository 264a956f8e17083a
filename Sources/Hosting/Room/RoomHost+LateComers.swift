// Knows when somebody is late: they come, or come back, while groups run and have no seat.

import Meetings

extension RoomHost {
    /// Notes who came without a seat; whoever comes in the same moment is placed together.
    func noteLateComers(_ consequence: Consequence) {
        switch consequence {
        case .seats(.formed):
            // Who is here and was left out was left out on purpose.
            leftOut = Set(published.people.filter { $0.value.isPresent && published.seat(of: $0.key) == nil }.keys)
            late = []
        case .seats(.moved(let moves)): leftOut.formUnion(moves.filter { $0.to == nil }.map(\.person))
        case .seats(.ended): (leftOut, late) = ([], [])
        case .came(let person):
            guard published.isLate(person), !leftOut.contains(person) else { return }
            late.insert(person)
            guard !isSeating else { return }
            isSeating = true
            Task { await seatLateComers() }
        case .seats(.opened), .seats(.atTable), .seats(.out), .listed, .presencesBegin, .everybodyAnew, .joined, .anew,
            .goodbye, .own, .recalled, .announced:
            break
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
            submit(OpenGroup(plan: GroupPlan(members: members), reason: .newGroup).command, by: .system)
        }
        if !seats.moves.isEmpty { submit(MovePeople(moves: seats.moves).command, by: .system) }
    }
}
