// Knows what random wishes about topics, groups and cards are made of.

@testable import Meetings

extension SplitMix64 {
    static let topics = ["python", "cad", "robotics"].map {
        Topic(id: TopicID(rawValue: $0), names: ["en": $0])
    }

    mutating func chosen() -> [TopicID] {
        (0..<below(4)).map { _ in once(in: 12) ? "nonsense" : pick(Self.topics).id }
    }

    mutating func teaching() -> SchoolPhase? { once(in: 3) ? nil : pick(SchoolPhase.allCases) }

    /// Some of them, seldom one of them twice.
    mutating func some(_ people: [PersonID]) -> [PersonID] {
        let drawn = (0..<(1 + below(4))).map { _ in pick(people) }
        return once(in: 8) ? drawn : drawn.enumerated().filter { !drawn[..<$0].contains($1) }.map(\.element)
    }

    /// Whoever is here, in groups of two or three, with those who share a device mostly together.
    mutating func plan(_ room: Room, _ people: [PersonID]) -> RoundPlan {
        let here = once(in: 8) ? people : room.people.keys.sorted().filter { room.canSit($0) }
        var groups: [[PersonID]] = [[]]
        for id in here {
            let table = room.people[id]?.table
            let home = table.flatMap { table in
                groups.firstIndex { $0.contains { room.people[$0]?.table == table } }
            }
            if let home, !once(in: 10) {
                groups[home].append(id)
            } else if groups[groups.count - 1].count > 1 + below(2) {
                groups.append([id])
            } else {
                groups[groups.count - 1].append(id)
            }
        }
        return RoundPlan(
            groups: groups.map {
                GroupPlan(members: $0, roles: GroupRoles(scribe: $0.first), texts: GroupTexts(expected: expected()))
            },
            task: once(in: 2) ? nil : text(), draw: Draw(choice: pick(Draw.Choice.allCases), seed: 7),
            timeboxSeconds: once(in: 2) ? nil : pick([180, 3_600]))
    }

    mutating func expected() -> [String]? { once(in: 3) ? ["New"] : nil }

    mutating func group(_ room: Room) -> GroupID {
        let groups = room.round?.groups ?? []
        return groups.isEmpty || once(in: 12) ? "nonsense" : pick(groups).id
    }

    /// Something that was taken back and may be put back, mostly.
    mutating func takenBack(_ room: Room) -> String? {
        room.takenBack.isEmpty || once(in: 4) ? nil : pick(room.takenBack.keys.sorted())
    }

    mutating func card(_ room: Room) -> CardID {
        let cards = room.rounds.flatMap(\.groups).flatMap(\.cards)
        return cards.isEmpty || once(in: 12) ? "nonsense" : pick(cards).id
    }
}

extension Room {
    /// Whoever takes part or leads.
    fileprivate func canSit(_ id: PersonID) -> Bool {
        guard let role = people[id]?.role else { return false }
        return role == .participant || role.isLeading
    }
}
