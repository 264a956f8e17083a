// Knows reports of other programs: given a room, when one is brought in, then it says who was on the call, how long they
// spoke and how much they wrote, and nothing that the room knows itself is changed; when it is taken back, it is as before.

import Testing

@testable import Meetings

@Suite struct ReportsTests {
    private static let stay = CallStay(from: Given.start, to: Given.start + 60_000)
    private static let turn = CallTurn(at: Given.start + 5_000, milliseconds: 12_000, words: 30)
    private static let message = CallMessage(at: Given.start + 9_000, words: 4)

    private static func caller(
        _ person: PersonID, _ name: String? = nil, stays: [CallStay] = [stay], turns: [CallTurn] = [],
        messages: [CallMessage] = []
    ) -> BroughtCaller {
        BroughtCaller(
            person: person, caller: .person, name: name, stays: stays, seconds: nil, turns: turns, messages: messages)
    }

    private static func bring(_ callers: [BroughtCaller], by: PersonID? = nil, _ turns: [CallTurn] = []) -> Command {
        BringReport(by: by, form: .teamsAttendance, start: nil, callers: callers, unattributed: turns).command
    }

    private static func id(_ room: Room) -> ImportID { ImportID(rawValue: "i\(room.sequence + 1)") }
    private static func said(_ room: Room, _ events: [Event]) -> [Event] {
        [ReportImported(report: id(room), form: .teamsAttendance, start: nil).event] + events
    }

    private static let counted = Given.open.after(TierSet(person: "ann", tier: .countOnly).event)
    private static let brought = Given.ended.after(bring([caller("x1", "Kai"), caller("bob")]), by: .system)

    @Test("given somebody of the room and somebody on the call only, then both are there, the second with a name")
    func callers() {
        let room = Given.ended
        let id = Self.id(room)
        let command = Self.bring(
            [Self.caller("ann", "ignored", turns: [Self.turn], messages: [Self.message]), Self.caller("x1", " Kai ")],
            [Self.turn])
        let events = Self.said(
            room,
            [
                CallerImported(report: id, person: "ann", caller: .person, stays: [Self.stay]).event,
                SpeechImported(report: id, person: "ann", turns: [Self.turn]).event,
                ChatImported(report: id, person: "ann", messages: [Self.message]).event,
                CallerImported(
                    report: id, person: "x1", caller: .person, callOnly: true, name: "Kai", stays: [Self.stay]
                ).event,
                SpeechImported(report: id, person: nil, turns: [Self.turn]).event,
            ])
        #expect(Outcome(room, command, by: .system, at: room.at) == .events(events))
        let after = room.after(events, at: room.at)
        #expect(after.people == room.people && after.talk == room.talk && after.messages == room.messages)
        #expect(after.callers.keys.sorted() == ["x1"])
        #expect(after.reports.map { [$0.callers, $0.turns, $0.messages] } == [[2, 2, 1]])
    }

    @Test("given somebody who only counts, then when they were there is nowhere, and what they wrote is nobody's")
    func countOnly() {
        let room = Self.counted
        let id = Self.id(room)
        let messages = [Self.message, CallMessage(at: Self.message.at + 1, words: 5)]
        for person in ["ann", PersonID.counted] {
            let command = Self.bring([Self.caller(person, turns: [Self.turn], messages: messages)])
            let events = Self.said(
                room,
                [
                    SpeechImported(report: id, person: nil, turns: [Self.turn]).event,
                    ChatImported(report: id, person: .counted, messages: messages).event,
                ])
            #expect(Outcome(room, command, by: .system, at: room.at) == .events(events), "\(person)")
        }
    }

    private static let far = CallStay(from: 0, to: Limits.moments.upperBound)
    private static let refused: [(String, Room, Command, Rejection)] = [
        ("a participant confirmed it", Given.open, bring([], by: "ann"), .notAllowed(needs: .lead)),
        ("somebody who is not here", Given.open, bring([], by: "zoe"), .notAllowed(needs: .lead)),
        ("nobody we know, without a name", Given.open, bring([caller("x1")]), .notFound),
        ("a name of which nothing is seen", Given.open, bring([caller("x1", "\u{200B}")]), .textMissing),
        ("too many people", Given.open, bring(Array(repeating: caller("ann"), count: 1_001)), .tooMany(limit: 1_000)),
        (
            "too many stays", Given.open, bring([caller("ann", stays: Array(repeating: stay, count: 201))]),
            .tooMany(limit: 200)
        ),
        (
            "a stay of ages", Given.open, bring([caller("ann", stays: [far])]),
            .outOfBounds(least: 0, most: 345_600_000)
        ),
        (
            "a stay that ends before it begins", Given.open,
            bring([caller("ann", stays: [CallStay(from: 9, to: 8)])]), .outOfBounds(least: 0, most: 345_600_000)
        ),
        (
            "a turn of ages", Given.open,
            bring([caller("ann", turns: [CallTurn(at: 9, milliseconds: .max, words: 1)])]),
            .outOfBounds(least: 0, most: 86_400_000)
        ),
        (
            "less than no words", Given.open, bring([caller("ann", messages: [CallMessage(at: 9, words: -1)])]),
            .outOfBounds(least: 0, most: 20_000)
        ),
        ("no such report", Given.open, UndoImport(by: nil, report: "i9").command, .notFound),
    ]

    @Test("given what breaks a rule, then nothing of it is taken", arguments: refused.indices)
    func rules(_ at: Int) {
        let (name, room, command, rejection) = Self.refused[at]
        #expect(Outcome(room, command, by: .system, at: room.at) == .refused(rejection), "\(name)")
    }

    @Test("given a lead with a device, when they send the wish themselves, then it is refused: it comes by the server")
    func overTheWire() {
        for command in [Self.bring([], by: "lea"), UndoImport(by: "lea", report: "i1").command] {
            #expect(Outcome(Given.open, command, by: "lea", at: Given.open.at) == .refused(.notAllowed(needs: .lead)))
        }
    }

    @Test("given a report, when it is taken back, then nobody is on the call only, and it cannot be done twice")
    func undone() throws {
        let report = try #require(Self.brought.reports.first).id
        let undo = UndoImport(by: "lea", report: report).command
        let fact = ImportUndone(report: report).event
        #expect(Outcome(Self.brought, undo, by: .system, at: Self.brought.at) == .events([fact]))
        #expect(fact.erasure == .object("import-\(report.rawValue)"))
        let after = Self.brought.after(undo, by: .system)
        #expect(after.callers.isEmpty && after.reports.map(\.isUndone) == [true])
        #expect(Outcome(after, undo, by: .system, at: after.at) == .refused(.alreadySo))
    }

    @Test("given two reports that name one caller, when one is taken back, then they stay; when erased, they are gone")
    func twice() throws {
        let both = Self.brought.after(Self.bring([Self.caller("x1")]), by: .system)
        let first = try #require(both.reports.first).id
        let after = both.after(UndoImport(by: nil, report: first).command, by: .system)
        #expect(after.callers["x1"]?.name == "Kai" && after.callers["x1"]?.reports.count == 1)
        let erased = after.after(Erase(person: "x1").command, by: .system)
        #expect(erased.callers.isEmpty)
        #expect(
            Outcome(erased, Self.bring([Self.caller("x1", "Kai")]), by: .system, at: erased.at) == .refused(.notFound))
    }

    @Test("given more turns than one fact holds, then they come in several")
    func parts() {
        let room = Given.ended
        let command = Self.bring([Self.caller("ann", turns: Array(repeating: Self.turn, count: 2_500))])
        guard case .events(let events) = Outcome(room, command, by: .system, at: room.at) else {
            Issue.record("refused")
            return
        }
        let counts = events.compactMap { event -> Int? in
            guard case .imports(.speechImported(let fact)) = event else { return nil }
            return fact.turns.count
        }
        #expect(counts == [1_000, 1_000, 500])
    }

    @Test("nobody who is connected is told, whatever they are")
    func told() {
        for kind in ImportFact.Kind.allCases {
            for viewer in ViewerKind.allCases { #expect(kind.sample.seen(by: Audience(kind: viewer)) == nil) }
            #expect(kind.sample.consequences.isEmpty)
        }
    }
}
