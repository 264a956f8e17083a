// Knows what a lead is offered while groups run: given groups and who is here, then these moves and no others.

import Testing

@testable import Hosting
@testable import Meetings

@Suite struct ReseatingTests {
    /// Groups run; who stands in capitals is in the room without a device, and with an exclamation mark has lost the
    /// connection. `free` are here and have no seat.
    private static func room(_ groups: [String], free: String = "", and more: [Event] = []) -> Room {
        let seats = groups.map { $0.split(separator: " ").map(String.init) }
        func id(_ text: String) -> PersonID { PersonID(rawValue: text.filter { $0 != "!" }) }
        let all = seats.flatMap { $0 } + free.split(separator: " ").map(String.init)
        var facts: [Event] = [MeetingOpened().event]
        for text in all {
            let mode: AttendanceMode = text == text.uppercased() ? .roomNoDevice : .remote
            facts.append(
                PersonJoined(
                    person: id(text), role: .participant, mode: mode, tier: .pseudonymous, name: text, school: text
                ).event)
            facts.append(PresenceBegan(person: id(text), mode: mode).event)
        }
        facts.append(
            GroupsFormed(
                round: "r1", segment: nil,
                groups: seats.enumerated().map { index, members in
                    GroupSeats(group: GroupID(rawValue: "g\(index)"), members: members.map(id))
                }, texts: nil, draw: Draw(choice: .mix)
            ).event)
        facts += all.filter { $0.hasSuffix("!") }.map { PresenceEnded(person: id($0), reason: .lost).event }
        var room = Room()
        for event in facts + more { room.apply(Entry(sequence: room.sequence + 1, at: 1_000, event: event)) }
        return room
    }

    private static func text(_ offer: Reseating) -> [String] {
        offer.moves.map { "\($0.person.rawValue)>\($0.to?.rawValue ?? "-")" }.sorted()
    }

    static let repairs: [(String, [String], [String])] = [
        ("nobody is alone", ["a b", "c d"], []),
        ("one is, and joins the others; nobody else moves", ["a b!", "c d"], ["a>g1"]),
        (
            "the others have lost the connection: the smaller of the rest is joined", ["a b! c!", "d e f", "h i"],
            ["a>g2"]
        ),
        ("two are, and meet", ["a b!", "c d!", "e f g h"], ["c>g0"]),
        ("who is on the call joins those who hear them", ["a b!", "C D", "e f"], ["a>g2"]),
        ("who is in the room joins those who are there", ["A B!", "c d", "E F"], ["A>g2"]),
        ("nobody else hears them, and company is better than none", ["a b!", "C D"], ["a>g1"]),
        ("nobody else is here", ["a b!"], []),
        ("all others have gone", ["a b!", "c! d!"], []),
    ]

    @Test("a group that hardly anybody is left in is repaired", arguments: repairs)
    func repair(_ line: (name: String, groups: [String], moves: [String])) {
        let offer = Reseating(.repair, in: Self.room(line.groups), Acquaintance())
        let moves = Self.text(offer)
        // Where two meet, either of them goes.
        let isMeeting = line.moves == ["c>g0"] && moves == ["a>g1"]
        #expect(isMeeting || moves == line.moves, "\(line.name)")
        #expect(offer.groups == [])
    }

    @Test("who must not be together is not put together: somebody else comes, or nobody does")
    func apart() {
        let rules = PairRulesSet(together: [], apart: [["a", "c"]]).event
        let offer = Reseating(.repair, in: Self.room(["a b!", "c d", "e f"], and: [rules]), Acquaintance())
        #expect(Self.text(offer) == ["a>g2"])
        let both = PairRulesSet(together: [], apart: [["a", "c"], ["a", "d"]]).event
        #expect(
            Reseating(.repair, in: Self.room(["a b!", "c d"], and: [both]), Acquaintance())
                == Reseating(.repair, in: Room(), Acquaintance()))
    }

    @Test("the rest gets seats, and nobody who sits is moved")
    func rest() {
        let room = Self.room(["a b c", "d e"], free: "x y")
        let offer = Reseating(.rest, in: room, Acquaintance())
        #expect(
            Set(offer.moves.map(\.person)) == ["x", "y"] && offer.moves.allSatisfy { $0.to != nil && $0.reason == nil })
        #expect(
            Reseating(.rest, in: Self.room(["a b"]), Acquaintance()) == Reseating(.rest, in: Room(), Acquaintance()))
    }
}
