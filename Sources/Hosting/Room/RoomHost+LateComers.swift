// Knows when somebody is late: they come, or come back, while groups run and have no seat.

import Meetings

extension RoomHost {
    /// Notes who came without a seat; whoever comes in the same moment is placed together.
    func noteLateComers(_ consequence: Consequence) {
        switch consequence {
        case .seats(.formed), .seats(.ended): late = []
        case .came(let person):
            if published.isLate(person) {
                late.insert(person)
            } else {
                // Somebody waits for company: whoever comes back to their group may be it.
                guard published.round != nil, published.people.contains(where: { $1.isPresent && published.isLate($0) })
                else { return }
            }
            guard !isSeating else { return }
            isSeating = true
            Task { await seatLateComers() }
        case .seats(.moved), .seats(.opened), .seats(.atTable), .seats(.out), .listed, .presencesBegin, .everybodyAnew,
            .wallsAnew,
            .joined, .anew, .merged, .goodbye, .erased, .own, .recalled, .announced, .takenBack,
            .promptClosed:
            break
        }
    }

    private func seatLateComers() async {
        let known = await acquaintance()
        // Those who came while we asked come along, and whoever waits for somebody to sit with.
        let people = room.people.keys.filter {
            late.contains($0) || room.people[$0]?.isPresent == true && room.isLate($0)
        }
        late = []
        isSeating = false
        let seats = LateComers(people, in: room, known)
        for members in seats.groups {
            submit(OpenGroup(plan: GroupPlan(members: members), reason: .newGroup).command, by: .system)
        }
        if !seats.moves.isEmpty { submit(MovePeople(moves: seats.moves).command, by: .system) }
    }
}
