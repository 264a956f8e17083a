// Knows how groups are cut into pairs: given who sits where, then who sits with whom, and nobody with anybody of elsewhere.

import Matching
import Testing

@testable import Hosting
@testable import Meetings

@Suite struct WithinTests {
    /// Everybody is here; who stands in capitals is in the room. Those in `table` share one device.
    private static func room(_ all: [String], table: [String] = [], and more: [Event] = []) -> Room {
        var facts: [Event] = [MeetingOpened().event]
        if !table.isEmpty {
            facts.append(
                PersonJoined(
                    person: "t1", role: .table, mode: .tableDevice, tier: .pseudonymous, name: "Table", school: nil
                ).event)
            facts.append(PresenceBegan(person: "t1", mode: .tableDevice).event)
        }
        for text in all {
            let id = PersonID(rawValue: text)
            let mode: AttendanceMode =
                table.contains(text) ? .tableDevice : text == text.uppercased() ? .roomDevice : .remote
            facts.append(
                PersonJoined(
                    person: id, role: text == "lead" ? .lead : .participant, mode: mode, tier: .pseudonymous,
                    name: text, school: nil
                ).event)
            facts.append(PresenceBegan(person: id, mode: mode).event)
        }
        for text in table { facts.append(PersonSeated(person: .init(rawValue: text), table: "t1").event) }
        var room = Room()
        for event in facts + more { room.apply(Entry(sequence: room.sequence + 1, at: 1_000, event: event)) }
        return room
    }

    private static func people(_ text: String) -> [PersonID] {
        text.split(separator: " ").map { PersonID(rawValue: String($0)) }
    }

    private static func drawn(
        _ groups: [String], in room: Room, leads: String = ""
    ) throws -> [Set<PersonID>] {
        var wish = ProposalWish(choice: .newPartners)
        (wish.size, wish.within, wish.leads) = (2, groups.map(people), people(leads))
        let found = try Proposing(wish, room: room, known: Acquaintance(), draw: 7).run()
        #expect(found.groups.count == found.groups.map(\.facts).count)
        return found.groups.map { Set($0.members) }
    }

    static let cuts: [(String, [String], free: String, [Int])] = [
        ("a four is two pairs", ["a b c d"], "", [2, 2]),
        ("a five has a three", ["a b c d e"], "", [2, 3]),
        ("a three stays a three", ["a b c"], "", [3]),
        ("each by itself", ["a b c d", "e f g"], "", [2, 2, 3]),
        ("somebody alone stays alone, and is said", ["a b c d", "e"], "", [2, 2, 1]),
        ("whoever has no group is paired with others who have none", ["a b c d"], "x y", [2, 2, 2]),
        ("who is named twice sits once", ["a b c d", "d e f"], "", [2, 2, 2]),
        ("a group of which nobody is here", ["a b", "q r"], "", [2]),
    ]

    @Test("groups are cut into pairs", arguments: cuts)
    func cut(_ line: (name: String, groups: [String], free: String, sizes: [Int])) throws {
        let all = Set(line.groups.flatMap(Self.people) + Self.people(line.free)).subtracting(["q", "r"])
        let pairs = try Self.drawn(line.groups, in: Self.room(all.map(\.rawValue).sorted()))
        #expect(pairs.map(\.count).sorted() == line.sizes.sorted(), "\(line.name)")
        #expect(pairs.reduce(into: Set()) { $0.formUnion($1) } == all, "\(line.name)")
        // Nobody sits with anybody of another group, or of none.
        for pair in pairs where !line.name.contains("twice") {
            let from = line.groups.map(Self.people).count { !pair.isDisjoint(with: $0) }
            #expect(from <= 1 && (from == 1 || pair.isSubset(of: Set(Self.people(line.free)))), "\(line.name)")
        }
    }

    @Test("those who share a device stay together, also where that is no pair")
    func table() throws {
        let three = Self.room(["A", "B", "C", "D", "E"], table: ["A", "B", "C"])
        #expect(try Self.drawn(["A B C D E"], in: three).contains(["A", "B", "C"]))
        let four = Self.room(["A", "B", "C", "D"], table: ["A", "B", "C"])
        #expect(try Self.drawn(["A B C D"], in: four) == [["A", "B", "C", "D"]])
        let two = Self.room(["A", "B", "c", "d"], table: ["A", "B"])
        #expect(Set(try Self.drawn(["A B c d"], in: two)) == [["A", "B"], ["c", "d"]])
    }

    @Test("whoever met is parted rather, and a lead who sits there has a partner")
    func partners() throws {
        let met = GroupsFormed(
            round: "r1", segment: nil,
            groups: [
                GroupSeats(group: "g1", members: ["a", "b"]), GroupSeats(group: "g2", members: ["c", "d"]),
            ], texts: nil, draw: Draw(choice: .mix)
        ).event
        let room = Self.room(["a", "b", "c", "d"], and: [met, GroupsEnded(round: "r1").event])
        for pair in try Self.drawn(["a b c d"], in: room) { #expect(pair != ["a", "b"] && pair != ["c", "d"]) }
        #expect(try Self.drawn(["a lead"], in: Self.room(["a", "lead"]), leads: "lead") == [["a", "lead"]])
        #expect(throws: MatchingRefusal.self) { try Self.drawn([], in: Self.room([])) }
    }
}
