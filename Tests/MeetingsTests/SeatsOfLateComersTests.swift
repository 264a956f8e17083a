// Where late-comers go by rule, before and after anybody searches: a table's newcomer to the table, an expected one to
// the kept seat, everybody else where the search says; without an answer to the smallest group.

import Testing

@testable import Meetings

@Suite struct SeatsOfLateComersTests {
    /// Groups of those people run, and the others have come.
    private static func room(_ groups: [[PersonID]], late: [PersonID], and more: [Event] = []) -> Room {
        let seats = groups.enumerated().map { GroupSeats(group: GroupID(rawValue: "g\($0)"), members: $1) }
        let came = (groups.flatMap { $0 } + late).map { id in
            PersonJoined(
                person: id, role: .participant, mode: .remote, tier: .pseudonymous, name: id.rawValue, school: nil
            ).event
        }
        let texts = RoundTexts(groups: groups.map { _ in GroupTexts(expected: ["g"]) })
        let formed = GroupsFormed(
            round: "r1", segment: nil, groups: seats, texts: texts, draw: Draw(choice: .mix)
        ).event
        var room = Room()
        let here = (groups.flatMap { $0 } + late).map { PresenceBegan(person: $0, mode: .remote).event }
        for event in [MeetingOpened().event] + came + here + [formed] + more {
            room.apply(Entry(sequence: room.sequence + 1, at: 1_000, event: event))
        }
        return room
    }

    private static func destinations(_ seats: LateComers) -> [PersonID: GroupID?] {
        Dictionary(uniqueKeysWithValues: seats.moves.map { ($0.person, $0.to) })
    }

    @Test("a table's newcomer sits with the table, a kept seat is taken, a lead is not seated; nobody is asked")
    func places() {
        let room = Self.room(
            [["a", "b"], ["c", "d"]], late: ["e", "f", "g"],
            and: [
                PersonJoined(
                    person: "tab", role: .table, mode: .tableDevice, tier: .pseudonymous, name: "Table", school: nil
                ).event,
                PersonSeated(person: "c", table: "tab").event, PersonSeated(person: "e", table: "tab").event,
                LeadAppointed(person: "f").event,
            ])
        let seats = LateComers(["e", "f", "g"], in: room) { question in
            Issue.record("asked for \(question.late)")
            return nil
        }
        #expect(
            seats.moves == [
                Move(person: "e", to: "g1", reason: .table), Move(person: "g", to: "g0", reason: .expected),
            ])
        #expect(seats.groups.isEmpty && LateComers([], in: room) { _ in nil } == LateComers())
    }

    @Test("the search is asked for the rest, with those who are placed already in their groups")
    func asked() {
        let room = Self.room([["a", "b"], ["c", "d"], []], late: ["e", "f"])
        let seats = LateComers(["f", "e"], in: room) { question in
            #expect(question == SeatQuestion(running: [["a", "b"], ["c", "d"]], late: ["e", "f"], sizes: 2...5))
            return [["a", "b", "f"], ["c", "d"], ["e"]]
        }
        #expect(Self.destinations(seats) == ["f": "g0"] && seats.groups == [["e"]])
    }

    @Test("without an answer each goes to the group that is smallest then")
    func unanswered() {
        let room = Self.room([["a", "b", "c"], ["d", "e"]], late: ["x", "y", "z"])
        let seats = LateComers(["x", "y", "z"], in: room) { _ in nil }
        #expect(Self.destinations(seats) == ["x": "g1", "y": "g0", "z": "g1"])
        #expect(seats.moves.allSatisfy { $0.reason == .smallest })
    }

    @Test("where nobody is left in any group the late-comers are a group of their own, and nobody is asked")
    func deserted() {
        let seats = LateComers(["x", "y"], in: Self.room([[]], late: ["x", "y"])) { _ in [["x"], ["y"]] }
        #expect(seats.moves.isEmpty && seats.groups == [["x", "y"]])
    }

    @Test("a group of which nobody is here any more is offered to nobody, whoever still has a seat in it")
    func left() {
        let gone = ["c", "d"].map { PresenceEnded(person: PersonID(rawValue: $0), reason: .lost).event }
        let room = Self.room([["a", "b"], ["c", "d"]], late: ["x"], and: gone)
        let seats = LateComers(["x"], in: room) { question in
            #expect(question.running == [["a", "b"]])
            return nil
        }
        #expect(Self.destinations(seats) == ["x": "g0"])
    }

    @Test("where nobody is in any group one alone is given no seat, and waits for the next")
    func alone() {
        let gone = ["a", "b"].map { PresenceEnded(person: PersonID(rawValue: $0), reason: .lost).event }
        let room = Self.room([["a", "b"]], late: ["x", "y"], and: gone)
        #expect(LateComers(["x"], in: room) { _ in [["x"]] } == LateComers())
        #expect(LateComers(["x", "y"], in: room) { _ in nil }.groups == [["x", "y"]])
    }

    @Test("while no groups run there is nothing to do")
    func idle() {
        var room = Self.room([["a", "b"]], late: ["x"])
        room.apply(Entry(sequence: room.sequence + 1, at: 2_000, event: GroupsEnded(round: "r1").event))
        #expect(LateComers(["x"], in: room) { _ in [["x"]] } == LateComers())
    }
}
