// Knows what minutes promise: nothing private gets out, everything else is there by round, and all that people wrote is
// text in every form.

import Exchange
import Testing

@testable import Meetings

@Suite struct MinutesTests {
    private static let start: Instant = 1_773_334_800_000  // Thursday 12 March 2026, 17:00 in London

    private static func room(_ events: [Event]) -> Room {
        var room = Room()
        for (index, event) in events.enumerated() {
            room.apply(Entry(sequence: Int64(index + 1), at: start + Int64(index) * 60_000, event: event))
        }
        return room
    }

    private static func joined(_ id: PersonID, _ name: String, _ school: String? = nil, _ role: Role = .participant)
        -> Event
    {
        PersonJoined(person: id, role: role, mode: .remote, tier: .pseudonymous, name: name, school: school).event
    }

    private static func said(_ id: MessageID, _ text: String, in group: GroupID? = nil) -> Event {
        MessagePosted(message: id, person: "ann", name: "Ann", text: text, words: 1, re: nil, group: group).event
    }

    private static func wrote(_ card: CardID, _ group: GroupID, _ text: String, isReport: Bool) -> Event {
        CardWritten(
            card: card, group: group, person: "ann", name: "Ann", text: text, words: 1, re: nil, isReport: isReport
        ).event
    }

    private static func formed(_ round: RoundID, _ one: GroupID, _ other: GroupID, task: String) -> Event {
        GroupsFormed(
            round: round, segment: "s2",
            groups: [GroupSeats(group: one, members: ["ann"]), GroupSeats(group: other, members: ["bob"])],
            texts: RoundTexts(task: task), draw: Draw(choice: .mix)
        ).event
    }

    /// A meeting with a little of everything, and a canary wherever nobody but some may look.
    private static let evening: [Event] = [
        MeetingPlanned(title: "Soil", plannedStart: start, zone: "Europe/London", options: Options()).event,
        SegmentAdded(
            segment: "s1", kind: .talk, title: "How soil dries", timeboxSeconds: 600, note: "Bring yours", index: 0,
            speaker: "Dr Morris", leadNote: "canary-lead-note"
        ).event,
        SegmentAdded(segment: "s2", kind: .breakout, title: "In groups", timeboxSeconds: 900, note: nil, index: 1)
            .event,
        SegmentAdded(segment: "s3", kind: .reflection, title: "Look back", timeboxSeconds: 300, note: nil, index: 2)
            .event,
        MeetingOpened().event,
        joined("lea", "Lea", nil, .lead), joined("ann", "Ann", "Bryn"), joined("bob", "Bob", "Hill"),
        joined("ann2", "Ann", "Park"),
        PersonWaited(person: "wil", mode: .remote, tier: .quotable, name: "canary-waiting", school: nil).event,
        PersonRemoved(person: "bad").event,
        PairRulesSet(together: [], apart: [["ann", "bob"]]).event,
        DraftSaved(
            draft: "d1", title: "canary-draft", groups: [], texts: RoundTexts(task: "canary-draft-task"),
            draw: Draw(choice: .mix)
        ).event,
        SegmentOpened(segment: "s1").event, said("m1", "Croeso"), said("m2", "canary-hidden"),
        MessageHidden(message: "m2").event, said("m3", "canary-withdrawn"), MessageWithdrawn(message: "m3").event,
        QuestionAsked(question: "q1", person: "bob", name: "Bob", text: "Why clay?", words: 2).event,
        QuestionAsked(question: "q2", person: "bob", name: "Bob", text: "canary-question", words: 1).event,
        QuestionHidden(question: "q2").event,
        SegmentEnded(segment: "s1").event, PulseOpened(pulse: "u1", segment: "s1").event,
        PulseAnswered(pulse: "u1", person: "ann", answer: .gotIt, previous: nil).event,
        PulseAnswered(pulse: "u1", person: "bob", answer: .lost, previous: nil).event,
        PulseClosed(pulse: "u1").event, SegmentOpened(segment: "s2").event,
        formed("r1", "g1", "g2", task: "Find what broke"), wrote("k1", "g1", "group-note-one", isReport: false),
        wrote("k2", "g1", "report-one", isReport: true), said("m4", "group-chat-one", in: "g1"),
        AnnouncementMade(
            announcement: "n1", round: "r1", person: "lea", name: "Lea", text: "Two more minutes", words: 3
        ).event,
        GroupsEnded(round: "r1").event, formed("r2", "g3", "g4", task: "Mend it"),
        GroupRenamed(group: "g3", name: "Bridge builders").event, wrote("k3", "g3", "group-note-two", isReport: false),
        wrote("k4", "g3", "report-two", isReport: true), wrote("k5", "g3", "canary-taken-back", isReport: true),
        CardWithdrawn(card: "k5", group: "g3").event, GroupsEnded(round: "r2").event,
        SegmentEnded(segment: "s2").event, MeetingEnded().event,
    ]

    private static func written(
        _ events: [Event] = evening, for readers: MinutesReaders, _ form: MinutesForm = .text, _ language: String = "en"
    ) throws -> String {
        Minutes(room(events), for: readers, texts: try Catalogues.texts(language)).written(as: form)
    }

    @Test("nothing that is hidden, withdrawn or a lead's own gets out", arguments: MinutesForm.allCases)
    func canaries(_ form: MinutesForm) throws {
        for readers in MinutesReaders.allCases {
            #expect(try !Self.written(for: readers, form).contains("canary"), "\(readers)")
        }
    }

    @Test("what a group wrote and said for itself is there for leads only", arguments: MinutesForm.allCases)
    func groupPrivate(_ form: MinutesForm) throws {
        let (all, leads) = try (Self.written(for: .everybody, form), Self.written(for: .leads, form))
        for word in ["group-note-one", "group-note-two", "group-chat-one"] {
            #expect(!all.contains(word) && leads.contains(word), "\(word)")
        }
        for word in [
            "report-one", "report-two", "Croeso", "Why clay?", "Find what broke", "Mend it", "Bridge builders",
            "Two more minutes", "Dr Morris", "Ann (Bryn)", "Hill",
        ] {
            #expect(all.contains(word) && leads.contains(word), "\(word)")
        }
    }

    @Test("who answered what in a quick check is nowhere, how many is")
    func pulse() throws {
        let minutes = Minutes(Self.room(Self.evening), for: .leads, texts: try Catalogues.texts("en"))
        let table = try #require(minutes.parts.first { $0.title == "Quick checks" }?.tables.first)
        #expect(table.head == ["Time", "Item", "Got it", "Nearly", "Lost"])
        #expect(table.rows == [["17:23", "How soil dries", "1", "0", "1"]])
    }

    @Test("the agenda says what was planned and what became of it, in the time of the meeting's zone")
    func agenda() throws {
        let minutes = Minutes(Self.room(Self.evening), for: .everybody, texts: try Catalogues.texts("en"))
        let rows = try #require(minutes.parts.first { $0.title == "Agenda" }?.tables.first).rows
        #expect(rows[0].contains("17:00, 10 min") && rows[0].contains("17:13–17:22, 9 min"))
        #expect(rows[1].contains("17:10, 15 min") && rows[2].contains("not held"))
        #expect(minutes.lines.first == "Thursday 12 March 2026, 17:04–17:42")
    }

    @Test("a round that still runs is not told to everybody")
    func running() throws {
        let open = Array(Self.evening.prefix { $0 != GroupsEnded(round: "r2").event })
        let all = try Self.written(open, for: .everybody)
        #expect(all.contains("report-one") && !all.contains("report-two"))
        #expect(try Self.written(open, for: .leads).contains("report-two"))
    }

    @Test("in both languages every heading has its words", arguments: LocaleTexts.languages)
    func languages(_ language: String) throws {
        for readers in MinutesReaders.allCases {
            let text = try Self.written(for: readers, .text, language)
            for key in ["minutes.", "kind.", "mode.", "role.", "state.", "pulse.", "common.", "date.", "{"] {
                #expect(!text.contains(key), "\(key)")
            }
        }
    }

    /// What somebody may write who wants more than to be read.
    private static let hostile = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)",
        " =1+1", "\t=1", "a\n\nAgenda\n------\n  - forged", "\"quoted\",=1", "</td></tr></table>", "&amp;",
        "{text}", "a,\u{301}b", "<\u{301}b>", "\u{2028}Chat",
    ]

    private static func hostileMeeting(_ text: String) -> [Event] {
        [
            MeetingPlanned(title: text, plannedStart: nil, zone: "Europe/London", options: Options()).event,
            SegmentAdded(segment: "s1", kind: .talk, title: text, timeboxSeconds: 600, note: text, index: 0).event,
            MeetingOpened().event, joined("ann", text, text), said("m1", text),
            formed("r1", "g1", "g2", task: text), GroupRenamed(group: "g1", name: text).event,
            wrote("k1", "g1", text, isReport: true), GroupsEnded(round: "r1").event, MeetingEnded().event,
        ]
    }

    @Test("in a page what people wrote is text", arguments: hostile)
    func html(_ text: String) throws {
        let page = try Self.written(Self.hostileMeeting(text), for: .leads, .html)
        // By scalars: every bracket that is there is one of the page's own.
        let opened = page.unicodeScalars.split(separator: "<").dropFirst().map { String(Substring($0)) }
        let own = [
            "!doctype", "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "table", "thead", "tr",
            "th", "tbody", "td", "/",
        ]
        for tag in opened { #expect(own.contains { tag.hasPrefix($0) }, "<\(tag.prefix(40))") }
        #expect(!page.contains("<script") && !page.contains("<img"))
        #expect(page.contains("default-src 'none'"))
    }

    @Test("in a spreadsheet nothing that people wrote runs, and it reads back as it was", arguments: hostile)
    func csv(_ text: String) throws {
        let file = try Self.written(Self.hostileMeeting(text), for: .leads, .csv)
        let rows = Self.cells(file)
        for cell in rows.joined() {
            let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
            #expect(first.map { !"=+-@".unicodeScalars.contains($0) } ?? true, "\(cell)")
        }
        #expect(rows.joined().contains { $0 == text || $0 == "'" + text })
    }

    @Test("in plain text what people wrote begins no line of its own", arguments: hostile)
    func text(_ text: String) throws {
        let file = try Self.written(Self.hostileMeeting(text), for: .everybody)
        // The first line is the title, whatever it is called.
        let headings = file.split(whereSeparator: \.isNewline).dropFirst().filter { $0 == "Agenda" || $0 == "Chat" }
        #expect(headings.count == 2)
        #expect(!file.contains("\n  - forged"))
    }

    /// The cells of a file by RFC 4180, read by scalars.
    private static func cells(_ file: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var (cell, isQuoted) = ("", false)
        var scalars = Array(file.unicodeScalars.dropFirst())[...]
        while let next = scalars.popFirst() {
            if isQuoted {
                if next == "\"" {
                    isQuoted = scalars.first == "\""
                    if isQuoted { cell.unicodeScalars.append(scalars.removeFirst()) }
                } else {
                    cell.unicodeScalars.append(next)
                }
            } else if next == "\"" {
                isQuoted = true
            } else if next == "," {
                rows[rows.count - 1].append(cell)
                cell = ""
            } else if next == "\n" {
                rows[rows.count - 1].append(cell)
                cell = ""
                rows.append([])
            } else if next != "\r" {
                cell.unicodeScalars.append(next)
            }
        }
        return rows
    }
}
