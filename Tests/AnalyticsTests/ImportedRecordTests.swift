// Knows what reports of a call add to the record of a meeting: presence is the union of both, the room's own log stays as
// it was, and a report that was taken back says nothing.

import Testing

@testable import Analytics
@testable import Meetings

@Suite struct ImportedRecordTests {
    private static let start: Instant = 1_000_000
    private static func id(_ name: String) -> PersonID { PersonID(rawValue: name) }
    private static func minute(_ number: Double) -> Instant { start + Instant(number * 60_000) }

    /// Ann is there by her own device from 0 to 20, of an hour; the lead stays.
    private static let own: [(Instant, Event)] = [
        (start, PersonJoined(person: id("lea"), role: .lead, mode: .remote, tier: .pseudonymous, name: "Lea").event),
        (start, MeetingOpened().event), (start, PresenceBegan(person: id("lea"), mode: .remote).event),
        (
            start,
            PersonJoined(person: id("ann"), role: .participant, mode: .remote, tier: .pseudonymous, name: "Ann").event
        ),
        (start, PresenceBegan(person: id("ann"), mode: .remote).event),
        (minute(20), PresenceEnded(person: id("ann"), reason: .lost).event), (minute(60), MeetingEnded().event),
    ]

    private static func caller(
        _ person: PersonID, _ stays: [(Double, Double)], _ caller: CallerForm = .person, callOnly: Bool? = nil
    ) -> (Instant, Event) {
        let stays = stays.map { CallStay(from: minute($0.0), to: minute($0.1)) }
        return (
            minute(90),
            CallerImported(
                report: ImportID(rawValue: "i1"), person: person, caller: caller, callOnly: callOnly, name: nil,
                stays: stays
            )
            .event
        )
    }

    private static let brought: [(Instant, Event)] = [
        (minute(90), ReportImported(report: ImportID(rawValue: "i1"), form: .teamsAttendance, start: nil).event),
        caller(id("ann"), [(10, 40), (40.5, 50), (70, 80)]), caller(id("kai"), [(-5, 30)], callOnly: true),
        caller(id("hall"), [(0, 60)], .room, callOnly: true), caller(id("phone"), [(0, 10)], .phone, callOnly: true),
        (minute(90), ReportImported(report: ImportID(rawValue: "i2"), form: .teamsTranscript, start: nil).event),
        (
            minute(90),
            SpeechImported(
                report: ImportID(rawValue: "i2"), person: id("kai"),
                turns: [
                    CallTurn(at: minute(5), milliseconds: 12_000, words: 30),
                    CallTurn(at: minute(6), milliseconds: 2_000, words: 3),
                    CallTurn(at: minute(70), milliseconds: 2_000, words: 3),
                ]
            ).event
        ),
        (
            minute(90),
            ChatImported(
                report: ImportID(rawValue: "i2"), person: id("ann"), messages: [CallMessage(at: minute(7), words: 9)]
            ).event
        ),
        (
            minute(90),
            ChatImported(
                report: ImportID(rawValue: "i2"), person: .counted, messages: [CallMessage(at: minute(8), words: 2)]
            ).event
        ),
        (
            minute(90),
            SpeechImported(
                report: ImportID(rawValue: "i2"), person: nil,
                turns: [CallTurn(at: minute(9), milliseconds: 2_000, words: 3)]
            ).event
        ),
    ]

    private static func record(_ facts: [(Instant, Event)]) -> ParticipationRecord {
        var fold = RecordFold()
        for (index, fact) in facts.enumerated() {
            fold.take(Entry(sequence: Int64(index + 1), at: fact.0, event: fact.1), by: nil)
        }
        return fold.soFar
    }

    @Test("given a report, then presence is the union of log and report, within the meeting")
    func presence() {
        let record = Self.record(Self.own + Self.brought)
        let ann = record.people[Self.id("ann")]
        #expect(ann?.presence == Instant(50 * 60_000))
        #expect(ann?.stays.map(\.source) == [.client, .importTeams, .importTeams])
        #expect(ann?.stays.first?.to == Self.minute(20), "what the log saw itself is as it was")
        #expect(record.people[Self.id("kai")]?.presence == Instant(30 * 60_000))
        #expect(record.people[Self.id("kai")]?.isCallOnly == true && record.people[Self.id("kai")]?.isSeen == true)
        #expect(record.people[Self.id("phone")]?.stays.first?.mode == .phoneIn)
        // Several people may be behind a room's account: it is none.
        #expect(record.attended().map(\.id.rawValue) == ["ann", "kai", "phone"])
        #expect(record.people[Self.id("lea")] == Self.record(Self.own).people[Self.id("lea")])
    }

    @Test("given a transcript and a chat, then their acts stand among the log's, each with a number of its own")
    func acts() {
        let record = Self.record(Self.own + Self.brought)
        #expect(record.acts.map(\.kind) == [.talkTurn, .talkTurn, .chatPost, .chatPost])
        #expect(record.acts.map(\.person.rawValue) == ["kai", "kai", "ann", "counted"])
        #expect(record.acts.map(\.mode) == [.made, .acted, .made, .acted])
        #expect(record.acts.map(\.words) == [30, 3, 9, 2])
        #expect(record.acts.allSatisfy { $0.source == .transcript })
        #expect(Set(record.acts.map(\.sequence)).count == 4)
        #expect(record.unattributedLines == 1)
    }

    @Test("given reports that were taken back, then the record is as it was before")
    func undone() {
        let undone =
            Self.brought + ["i1", "i2"].map { (Self.minute(91), ImportUndone(report: ImportID(rawValue: $0)).event) }
        let (before, after) = (Self.record(Self.own), Self.record(Self.own + undone))
        #expect(after.people == before.people && after.acts == before.acts && after.exchanges == before.exchanges)
        #expect(after.unattributedLines == 0 && after.lastSequence > before.lastSequence)
    }

    @Test("given somebody who was erased, or whom nobody knows, then a report makes nobody of them")
    func erased() {
        let facts =
            Self.own + [(Self.minute(80), PersonErased(person: Self.id("ann")).event)] + Self.brought
            + [Self.caller(Self.id("zoe"), [(0, 10)])]
        let record = Self.record(facts)
        #expect(record.people[Self.id("ann")]?.isErased == true && record.people[Self.id("zoe")] == nil)
    }
}
