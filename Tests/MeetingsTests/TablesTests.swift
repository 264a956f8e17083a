// Knows what is promised to people without a device of their own: checked in by others, or sharing a table's.

import Testing

@testable import Meetings

@Suite struct TablesTests {
    /// `tab` is a table's device at which `una` and `ned` sit; `dai` has no device and was brought in by `lea`.
    private static let tables = Given.open.joined("tab", .table, mode: .tableDevice)
        .after(bring("una", by: "tab", .tableDevice), by: .system)
        .after(bring("ned", by: "tab", .tableDevice), by: .system)
        .after(bring("dai", by: "lea", .roomNoDevice), by: .system)

    private static func bring(_ id: PersonID, by host: PersonID, _ mode: AttendanceMode) -> Command {
        BringIn(person: id, by: host, mode: mode, tier: .pseudonymous, name: id.rawValue, school: nil).command
    }

    private static func came(_ id: PersonID, _ mode: AttendanceMode) -> Event {
        PersonJoined(
            person: id, role: .participant, mode: mode, tier: .pseudonymous, name: id.rawValue, school: nil
        ).event
    }

    @Test(arguments: [
        Line(
            "a lead brings in somebody without a device", Given.open, by: .system,
            bring("dai", by: "lea", .roomNoDevice),
            then: came("dai", .roomNoDevice), PersonCheckedIn(person: "dai", source: .leadTap).event),
        Line(
            "a scribe does", Given.scribe, by: .system, bring("dai", by: "bob", .phoneIn),
            then: came("dai", .phoneIn), PersonCheckedIn(person: "dai", source: .scribe).event),
        Line(
            "a participant does not", Given.open, by: .system, bring("dai", by: "bob", .roomNoDevice),
            refused: .notAllowed(needs: .lead)),
        Line(
            "a table brings in whoever sits at it", tables, by: .system, bring("eve", by: "tab", .tableDevice),
            then: came("eve", .tableDevice), PersonSeated(person: "eve", table: "tab").event,
            PersonCheckedIn(person: "eve", source: .client).event),
        Line(
            "a table brings in nobody else", tables, by: .system, bring("eve", by: "tab", .phoneIn), refused: .notFound),
        Line("a lead has no table", Given.open, by: .system, bring("eve", by: "lea", .tableDevice), refused: .notFound),
        Line(
            "nobody is brought in by nobody", Given.open, by: .system, bring("eve", by: "x", .phoneIn),
            refused: .notPresent),
        Line(
            "nobody passes the lock", Given.locked, by: .system, bring("dai", by: "lea", .roomNoDevice),
            refused: .roomLocked),
        Line(
            "nobody is brought in twice", tables, by: .system, bring("una", by: "tab", .tableDevice),
            refused: .alreadySo),
        Line(
            "somebody goes home", tables, CheckOut(person: "dai").command,
            then: PresenceEnded(person: "dai", reason: .left).event),
        Line(
            "somebody leaves the table", tables, by: "tab", CheckOut(person: "una").command,
            then: PresenceEnded(person: "una", reason: .left).event),
        Line(
            "a table sends nobody else home", tables, by: "tab", CheckOut(person: "dai").command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "who moves to the call leaves the table", tables, SetMode(person: "una", mode: .remote).command,
            then: PersonSeated(person: "una", table: nil).event,
            ModeSet(person: "una", mode: .remote, source: .leadTap).event),
        Line(
            "nobody becomes a table by a mode", tables, by: "ann", SetMode(person: nil, mode: .tableDevice).command,
            refused: .notAllowed(needs: .table)),
        Line(
            "a table stays one", tables, SetMode(person: "tab", mode: .remote).command,
            refused: .notAllowed(needs: .table)),
        Line(
            "a table waits in the lobby", Given.lobby, by: .system,
            Join(person: "tab", role: .table, mode: .tableDevice, tier: .pseudonymous, name: "Table", school: nil)
                .command,
            then: PersonWaited(person: "tab", mode: .tableDevice, tier: .pseudonymous, name: "Table", school: nil).event
        ),
        Line("who has a device is not checked out", tables, CheckOut(person: "ann").command, refused: .alreadySo),
    ])
    func comingAndGoing(_ line: Line) { line.check() }

    struct Act: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let actor: PersonID
        let subject: PersonID
        let command: Command
        let expected: Outcome
    }

    @Test(arguments: [
        Act(
            testDescription: "at the table", actor: "tab", subject: "una", command: RaiseHand(person: nil).command,
            expected: .events([HandRaised(person: "una", index: 0, source: .client).event])),
        Act(
            testDescription: "by a lead", actor: "lea", subject: "dai", command: RaiseHand(person: nil).command,
            expected: .events([HandRaised(person: "dai", index: 0, source: .leadTap).event])),
        Act(
            testDescription: "words by a lead", actor: "lea", subject: "dai",
            command: PostMessage(text: "Da iawn", re: nil).command,
            expected: .events([
                MessagePosted(
                    message: "m27", person: "dai", name: "dai", text: "Da iawn", words: 2, re: nil, source: .leadTap
                ).event
            ])),
        Act(
            testDescription: "words at the table", actor: "tab", subject: "ned",
            command: PostMessage(text: "Hi", re: nil).command,
            expected: .events([
                MessagePosted(
                    message: "m27", person: "ned", name: "ned", text: "Hi", words: 1, re: nil, source: .client
                ).event
            ])),
        Act(
            testDescription: "what a table itself may not say", actor: "tab", subject: "una",
            command: SetTeaching(teaching: .primary).command,
            expected: .events([TeachingSet(person: "una", teaching: .primary, source: .client).event])),
        Act(
            testDescription: "a participant for another", actor: "ann", subject: "dai",
            command: RaiseHand(person: nil).command,
            expected: .refused(.notAllowed(needs: .lead))),
        Act(
            testDescription: "a table for somebody elsewhere", actor: "tab", subject: "dai",
            command: RaiseHand(person: nil).command, expected: .refused(.notAllowed(needs: .lead))),
        Act(
            testDescription: "for somebody with a device", actor: "lea", subject: "ann",
            command: RaiseHand(person: nil).command,
            expected: .refused(.notAllowed(needs: .lead))),
        Act(
            testDescription: "what cannot be done for others", actor: "lea", subject: "dai",
            command: SetTier(tier: .quotable).command, expected: .refused(.notAllowed(needs: .lead))),
        Act(
            testDescription: "for nobody", actor: "lea", subject: "x", command: RaiseHand(person: nil).command,
            expected: .refused(.notFound)),
    ])
    func acting(_ act: Act) {
        let outcome: Outcome
        do {
            let context = Context(actor: .person(act.actor), for: act.subject, at: Self.tables.at)
            outcome = .events(try Self.tables.decide(act.command, context))
        } catch {
            outcome = .refused(error)
        }
        #expect(outcome == act.expected)
    }

    @Test("what nobody at the table is named for is the table's")
    func unnamed() {
        let room = Self.tables.after(RaiseHand(person: nil).command, by: "tab")
        #expect(room.queue.map(\.person) == ["tab"])
    }

    @Test("with the table's device go and come those who sit at it")
    func devices() {
        let gone = Self.tables.after(EndPresence(person: "tab", reason: .lost).command, by: .system)
        #expect(["tab", "una", "ned"].allSatisfy { gone.people[$0]?.isPresent == false })
        #expect(gone.people["dai"]?.isPresent == true)
        let back = gone.after(BeginPresence(person: "tab").command, by: .system)
        #expect(["tab", "una", "ned"].allSatisfy { back.people[$0]?.isPresent == true })
    }

    @Test("who gets a device of their own leaves the table")
    func ownDevice() {
        let room = Self.tables.after(BeginPresence(person: "una").command, by: .system)
        #expect(room.people["una"]?.table == nil)
        #expect(room.people["una"]?.mode == .roomDevice)
        #expect(room.people["una"]?.isCheckedIn == false)
        #expect(room.seated(at: "tab") == ["ned"])
    }

    @Test("a table that waited comes in as a table")
    func lobby() {
        let room = Given.lobby.after(
            Join(person: "tab", role: .table, mode: .tableDevice, tier: .pseudonymous, name: "Table", school: nil)
                .command,
            by: .system
        ).after(Admit(person: "tab").command)
        #expect(room.people["tab"]?.role == .table)
    }
}
