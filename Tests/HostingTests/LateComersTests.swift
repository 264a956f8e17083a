// Knows where late-comers go: given groups of those sizes, when so many come, then nobody else is moved.

import Testing

@testable import Hosting
@testable import Meetings

@Suite struct LateComersTests {
    /// A room in which groups of those sizes run, and `late` others have come.
    private static func room(_ sizes: [Int], late: Int, schools: Bool = true) -> (room: Room, late: [PersonID]) {
        var facts: [Event] = [MeetingOpened().event]
        var groups: [GroupSeats] = []
        for (index, size) in sizes.enumerated() {
            let members = (0..<size).map { PersonID(rawValue: "g\(index)m\($0)") }
            groups.append(GroupSeats(group: GroupID(rawValue: "g\(index)"), members: members))
        }
        let newcomers = (0..<late).map { PersonID(rawValue: "late\($0)") }
        for (index, id) in (groups.flatMap(\.members) + newcomers).enumerated() {
            facts.append(
                PersonJoined(
                    person: id, role: .participant, mode: .remote, tier: .pseudonymous, name: id.rawValue,
                    school: schools ? "School \(index)" : nil
                ).event)
            facts.append(PresenceBegan(person: id, mode: .remote).event)
        }
        facts.append(
            GroupsFormed(round: "r1", segment: nil, groups: groups, texts: nil, draw: Draw(choice: .mix)).event)
        var room = Room()
        for event in facts { room.apply(Entry(sequence: room.sequence + 1, at: 1_000, event: event)) }
        return (room, newcomers)
    }

    /// Sizes before, how many come, the most that a group may have then.
    static let cases: [([Int], Int, Int)] = [
        ([4, 4, 3], 1, 5), ([4, 4], 1, 5), ([4, 4], 2, 5), ([5, 5], 1, 6), ([4, 4], 3, 6), ([5, 5], 4, 6), ([1], 1, 5),
        ([2], 2, 5), ([7, 7], 1, 8), ([8, 8], 1, 9), ([4, 4, 4], 60, 5),
    ]

    @Test("nobody is moved, and groups stay of a size in which people talk", arguments: cases)
    func sizes(_ before: [Int], _ late: Int, _ most: Int) {
        let (room, newcomers) = Self.room(before, late: late)
        let seats = LateComers(newcomers, in: room, Acquaintance())
        #expect(Set(seats.moves.map(\.person) + seats.groups.joined()) == Set(newcomers))
        #expect(seats.moves.count + seats.groups.joined().count == late, "everybody once")
        #expect(seats.moves.allSatisfy { $0.to != nil && $0.reason != nil })
        let sizes = before.enumerated().map { index, size in
            size + seats.moves.count { $0.to?.rawValue == "g\(index)" }
        }
        #expect(sizes.reduce(0, +) + seats.groups.joined().count == before.reduce(0, +) + late)
        #expect((sizes + seats.groups.map(\.count)).max() ?? 0 <= most, "\(sizes) and \(seats.groups.map(\.count))")
        #expect(seats.groups.allSatisfy { $0.count > 1 } || late == 1, "nobody sits alone: \(seats.groups)")
    }

    @Test(
        "a crowd that comes in a few at a time makes groups no bigger than one that comes at once",
        arguments: [2, 3, 8])
    func inTurn(_ slice: Int) {
        var (room, left) = Self.room([4, 4, 4], late: 60)
        while !left.isEmpty {
            let seats = LateComers(Array(left.prefix(slice)), in: room, Acquaintance())
            left.removeFirst(min(slice, left.count))
            let opened = seats.groups.enumerated().map { index, members in
                GroupOpened(
                    round: "r1",
                    groups: [GroupSeats(group: GroupID(rawValue: "n\(left.count)-\(index)"), members: members)],
                    texts: nil, reason: .newGroup
                ).event
            }
            for event in opened + [PeopleMoved(round: "r1", moves: seats.moves).event] {
                room.apply(Entry(sequence: room.sequence + 1, at: 2_000, event: event))
            }
        }
        let sizes = room.round?.groups.map(\.members.count) ?? []
        #expect(sizes.reduce(0, +) == 72)
        #expect((sizes.max() ?? 0) <= 8, "\(sizes)")
    }

    @Test("what helps is the reason")
    func reasons() {
        var (room, late) = Self.room([2, 2], late: 1)
        let topic = TopicID(rawValue: "cad")
        room.apply(
            Entry(sequence: room.sequence + 1, at: 2_000, event: OffersSet(person: "g1m1", topics: [topic]).event))
        room.apply(
            Entry(sequence: room.sequence + 1, at: 2_000, event: NeedsSet(person: late[0], topics: [topic]).event))
        let seats = LateComers(late, in: room, Acquaintance())
        #expect(seats.moves == [Move(person: late[0], to: "g1", reason: .needs)])
    }
}

extension ExpressibleByStringLiteral where Self: Identifier {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension PersonID: ExpressibleByStringLiteral {}
extension GroupID: ExpressibleByStringLiteral {}
extension RoundID: ExpressibleByStringLiteral {}
extension PromptID: ExpressibleByStringLiteral {}
extension ResponseID: ExpressibleByStringLiteral {}
