// Knows a whole meeting of fourteen people and a tablet, with all that happens to one, and its whole table of figures:
// worked out by hand for people, kept line by line for the rest.

import Foundation
import Testing

@testable import Analytics
@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(5))) struct GoldenMeetingTests {
    private static let welsh = "Mae'r plant wedi adeiladu robot bach sy'n gallu dawnsio heddiw"
    private static let remote = [
        ("dom", "Ysgol A"), ("lur", "Ysgol A"), ("dro", "Ysgol B"), ("cym", "Ysgol D"), ("ann", "Ysgol A"),
        ("bob", "Ysgol B"), ("rem", "Ysgol B"),
    ]

    private static func words(_ count: Int) -> String { Array(repeating: "word", count: count).joined(separator: " ") }
    private static func id(_ name: String) -> PersonID { PersonID(rawValue: name) }

    private static let agenda = [
        SegmentPlan(kind: .talk, title: "Talk", timeboxSeconds: 600),
        SegmentPlan(
            kind: .handsOn, title: "Kits", timeboxSeconds: 900, bench: BenchPlan(steps: [BenchStep(text: "Build")])),
        SegmentPlan(kind: .breakout, title: "Groups", timeboxSeconds: 900),
        SegmentPlan(
            kind: .reflection, title: "What now", timeboxSeconds: 600,
            prompts: [PromptPlan(kind: .open, text: "What now?", circle: .named)]),
    ]

    private static func arrive(_ played: PlayedMeeting) async throws {
        await played.come("lea", as: "coordinator")
        try await played.say("lea", OpenMeeting().command)
        try await played.say("lea", OpenNext().command)
        for (name, school) in remote {
            try await played.join(name, school: school)
            await played.come(name)
        }
        try await played.join("two", .roomDevice, school: "Ysgol D")
        await played.come("two")
        try await played.join("cou", tier: .countOnly)
        await played.come("cou")
        try await played.join("tab", .tableDevice, role: .table)
        await played.come("tab")
        await played.at(5)
        try await played.bring("nod", by: "lea", .roomNoDevice, school: "Ysgol C")
        await played.at(10)
        for name in ["tia", "tom"] { try await played.bring(name, by: "tab", .tableDevice, school: "Ysgol C") }
    }

    private static func talk(_ played: PlayedMeeting) async throws {
        await played.at(60)
        try await played.say("lea", StartTurn(person: id("dom")).command)
        await played.at(200)
        try await played.say("rem", PostMessage(text: words(9), re: nil).command)
        let message = try await played.room.messages.last?.id
        await played.at(250)
        try await played.say("ann", PostMessage(text: words(10), re: message).command)
        await played.at(300)
        try await played.say("lea", EndTurn(person: id("dom")).command)
        try await played.say("lea", Remove(person: id("rem")).command)
        await played.at(450)
        try await played.say("cym", PostMessage(text: welsh, re: nil).command)
    }

    /// The pulse after the talk opens by itself, while kits are on already.
    private static func kits(_ played: PlayedMeeting) async throws {
        await played.at(600)
        try await played.say("lea", OpenNext().command)
        await played.come("two", device: "phone")
        await played.at(630)
        let pulse = try #require(try await played.room.pulses.last?.id)
        let answer = AnswerPulse(pulse: pulse, answer: .nearly).command
        for name in ["dom", "cym", "two", "ann", "cou"] { try await played.say(name, answer) }
        try await played.say("tab", answer, for: "tia")
        await played.at(640)
        try await played.say("cou", PostMessage(text: words(9), re: nil).command)
        await played.at(700)
        try await played.say("lea", ClosePulse(pulse: pulse).command)
        let segment = try #require(try await played.room.current)
        func kit(_ at: Double, _ name: String, _ state: KitState, for other: String? = nil) async throws {
            await played.at(at)
            try await played.say(name, SetKit(segment: segment, step: 0, state: state).command, for: other)
        }
        await played.at(800)
        try await played.join("lat", school: "Ysgol B")
        await played.come("lat")
        try await kit(800, "ann", .building)
        try await kit(820, "two", .building)
        await played.at(900)
        await played.go("dro")
        try await kit(900, "tab", .building, for: "tom")
        try await kit(1_000, "two", .working)
        try await kit(1_000, "ann", .stuck)
        await played.at(1_100)
        try await played.say("lea", GiveHelp(segment: segment, asker: id("ann"), helper: id("bob")).command)
        await played.go("two", device: "phone")
        await played.at(1_200)
        await played.restart(after: 20)
        await played.at(1_230)
        await played.come("lea", as: "coordinator")
        for name in ["dom", "lur", "lat", "tab", "cym", "cou", "two", "ann", "bob"] { await played.come(name) }
    }

    private static func groups(_ played: PlayedMeeting) async throws {
        await played.at(1_500)
        try await played.say("lea", OpenNext().command)
        let seats = [["dom", "ann", "cym", "lat"], ["bob", "two", "tia", "tom"], ["nod", "lur", "cou"]]
        try await played.say(
            "lea",
            FormGroups(
                plan: RoundPlan(
                    groups: seats.map { GroupPlan(members: $0.map(id)) }, draw: Draw(choice: .byHand))
            ).command)
        var last: CardID?
        for (at, name, text) in [(1_600, "cym", words(6)), (1_650, "ann", words(9)), (1_700, "cym", words(4))] {
            await played.at(Double(at))
            try await played.say(name, WriteCard(group: nil, text: text, re: last, isReport: false).command)
            last = try await played.room.round?.groups[0].cards.last?.id
        }
        await played.at(1_800)
        let group = try await played.room.round?.groups[1].id
        try await played.say("bob", PostMessage(text: words(3), re: nil, group: group).command)
        await played.at(2_400)
        try await played.say("lea", EndMeeting().command)
    }

    /// It was ended too early, and goes on after two minutes.
    private static func reflect(_ played: PlayedMeeting) async throws {
        await played.at(2_520)
        try await played.say("lea", ReopenMeeting().command)
        await played.at(2_530)
        try await played.say("lea", CheckIn(person: id("nod")).command)
        try await played.say("lea", OpenNext().command)
        await played.at(2_540)
        let prompt = try #require(try await played.room.prompts.last?.id)
        try await played.say("lea", OpenPrompt(prompt: prompt).command)
        func answer(_ at: Double, _ name: String, _ count: Int, for other: String? = nil) async throws {
            await played.at(at)
            let wish = SaveResponse(
                prompt: prompt, answer: PromptAnswer(texts: [words(count)]), narrowing: nil, isHandedIn: true)
            try await played.say(name, wish.command, for: other)
        }
        try await answer(2_600, "cym", 12)
        try await answer(2_610, "dom", 20)
        try await answer(2_620, "two", 4)
        try await answer(2_700, "tab", 8, for: "tom")
        await played.at(3_000)
        try await played.say("lea", ClosePrompt(prompt: prompt).command)
        await played.at(3_130)
        try await played.say("lea", EndMeeting().command)
    }

    private struct Row {
        var name: String
        var seconds: Int
        var modes: String
        var offered: Int
        var taken: Int
        var active: Int
        var present: Int
        var made: Int
    }

    /// By hand, of everybody who attended: seconds there, mode by item, offered and taken, minutes, acts of mode C or I?.
    private static let rows: [Row] = [
        Row(name: "ann", seconds: 3_010, modes: "C I? I? P", offered: 3, taken: 2, active: 5, present: 50, made: 2),
        Row(name: "bob", seconds: 3_010, modes: "P I? A P", offered: 3, taken: 1, active: 2, present: 50, made: 1),
        Row(name: "cym", seconds: 3_010, modes: "C P I? C", offered: 3, taken: 2, active: 5, present: 50, made: 4),
        Row(
            name: "dom", seconds: 3_010, modes: "C P not_offered C", offered: 3, taken: 2, active: 3, present: 50,
            made: 2),
        Row(
            name: "dro", seconds: 900, modes: "P P absent absent", offered: 2, taken: 0, active: 0, present: 15, made: 0
        ),
        Row(
            name: "lat", seconds: 2_210, modes: "absent P not_offered P", offered: 2, taken: 0, active: 0, present: 37,
            made: 0),
        Row(
            name: "lea", seconds: 3_010, modes: "P P not_offered P", offered: 3, taken: 0, active: 0, present: 50,
            made: 0),
        Row(
            name: "lur", seconds: 3_010, modes: "P P not_offered P", offered: 3, taken: 0, active: 0, present: 50,
            made: 0),
        Row(
            name: "nod", seconds: 2_995, modes: "not_observable not_observable not_observable not_observable",
            offered: 3,
            taken: 0, active: 0, present: 50, made: 0),
        Row(
            name: "tia", seconds: 3_000, modes: "A not_observable not_observable not_observable", offered: 3, taken: 1,
            active: 1, present: 50, made: 0),
        Row(
            name: "tom", seconds: 3_000, modes: "not_observable A not_observable C", offered: 3, taken: 2, active: 2,
            present: 50, made: 1),
        Row(
            name: "two", seconds: 3_010, modes: "A A not_offered A", offered: 3, taken: 3, active: 4, present: 50,
            made: 0),
    ]

    private static func played() async throws -> PlayedMeeting {
        let played = try await PlayedMeeting(agenda, options: Options())
        try await arrive(played)
        try await talk(played)
        try await kits(played)
        try await groups(played)
        try await reflect(played)
        return played
    }

    @Test("fourteen people, a tablet, a server that was killed, a meeting that was reopened")
    func meeting() async throws {
        let measures = MeetingMeasures(try await Self.played().reading().record)
        let record = measures.record
        #expect(record.attended(leads: true).map(\.id.rawValue) == Self.rows.map(\.name))
        #expect(record.countedPeople == 1)
        for row in Self.rows {
            let person = Self.id(row.name)
            let cells = measures.modes.cells[person] ?? [:]
            let own = measures.opportunities.filter { $0.person == person }
            #expect(Int((record.people[person]?.presence ?? 0) / 1000) == row.seconds, "\(row.name)")
            #expect(
                measures.modes.segments.compactMap { cells[$0]?.mode.rawValue }.joined(separator: " ") == row.modes,
                "\(row.name)")
            #expect(own.count(where: \.isOffered) == row.offered, "\(row.name)")
            #expect(own.count(where: \.isTaken) == row.taken, "\(row.name)")
            let bins = measures.minutes[person]
            #expect(bins?.active == row.active && bins?.present == row.present, "\(row.name)")
            #expect(measures.counts(.made, leads: true)[person] == row.made, "\(row.name)")
        }
        let bins = measures.modes.minutes().mapValues { ($0 * 60).rounded() }
        #expect(
            bins == [
                .received: 7_900, .acted: 4_490, .made: 3_600, .exchanged: 3_600, .notObservable: 6_885,
                .notOffered: 3_600,
            ])
        try Self.compare(measures)
    }

    /// What can be worked out by hand of all together, and every line of the table as it was read then.
    private static func compare(_ measures: MeetingMeasures) throws {
        let all = measures.all(fewest: 0)
        func value(_ name: String, _ subset: String) -> Double? {
            all.first { $0.name == name && $0.subset == subset && $0.scope == .meeting }?.value
        }
        #expect(value("attended", "no_lead") == 12 && value("removed", "all") == 1)
        #expect(value("uptake", "observable_no_lead") == 10.0 / 22)
        #expect(value("gini_made", "observable_no_lead") == 0.6)
        #expect(value("ties", "no_lead") == 14 && value("density", "no_lead") == 14.0 / 55)
        #expect(value("ei", "no_lead") == 10.0 / 14)
        #expect(all.first { $0.name == "ei" }?.chance == 35.0 / 55)
        #expect(value("survival", "no_lead") == 10.0 / 11 && value("left_early_lost", "no_lead") == 1)
        #expect(value("lead_turn_share", "lead") == 0)
        let lines = all.map { row in
            func text(_ value: Double?) -> String { value.map { "\(($0 * 1e6).rounded() / 1e6)" } ?? "-" }
            let figures = [row.value, row.numerator, row.denominator, row.low, row.high, row.chance].map(text)
            return "\(row.name) \(row.scope) \(row.scopeID ?? "-") \(row.subset) n=\(row.n.map(String.init) ?? "-") "
                + figures.joined(separator: " ") + " \(row.note?.rawValue ?? "-")"
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Data/measures/golden-meeting.txt")
        let text = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["STAFFROOM_WRITE_GOLDEN"] != nil,
            !FileManager.default.fileExists(atPath: file.path())
        {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(kept.count == lines.count)
        for (line, wanted) in zip(lines, kept) { #expect(line == wanted) }
    }
}
