// Knows what the file promises that somebody takes with them: all that is theirs in both languages, no script and nothing
// from elsewhere, and whatever people wrote is text.

import Exchange
import Testing

@testable import Meetings

@Suite struct TakeawayFileTests {
    private static let hostile = "<script>alert(1)</script>\"'&</style><img src=x onerror=alert(1)> {name} =1+1"

    private static func room() -> Room {
        let start: Instant = 1_773_334_800_000  // Thursday 12 March 2026, 17:00 in London
        let joined = [("ann", "Ann"), ("bob", hostile)].map { id, name in
            PersonJoined(
                person: PersonID(rawValue: id), role: .participant, mode: .remote, tier: .pseudonymous, name: name,
                school: nil
            ).event
        }
        let events =
            [
                MeetingPlanned(title: hostile, plannedStart: start, zone: "Europe/London", options: Options()).event,
                MeetingOpened().event,
            ] + joined + [
                GroupsFormed(
                    round: "r1", segment: nil, groups: [GroupSeats(group: "g1", members: ["ann", "bob"])],
                    texts: RoundTexts(task: hostile, groups: [GroupTexts(name: hostile)]), draw: Draw(choice: .mix)
                ).event,
                CardWritten(
                    card: "k1", group: "g1", person: "bob", name: hostile, text: hostile, words: 1, re: nil,
                    isReport: false
                ).event,
                MessagePosted(
                    message: "m1", person: "bob", name: hostile, text: "https://a.example/'onclick='x", words: 1,
                    re: nil
                ).event,
                GroupsEnded(round: "r1").event,
                ActionSaved(person: "ann", what: hostile, by: "2026-12-18", showTo: "Owain {what}").event,
                MeetingEnded().event,
            ]
        var room = Room()
        for (index, event) in events.enumerated() {
            room.apply(Entry(sequence: Int64(index + 1), at: start + Int64(index) * 60_000, event: event))
        }
        return room
    }

    private static func file(_ language: String) throws -> String {
        let room = room()
        let buddy = TakeawayBuddy(
            names: [(hostile, "Ysgol Bro")], goal: hostile, day: "2026-12-11", place: "By phone")
        return TakeawayFile(
            try #require(Takeaway(of: "ann", in: room)), in: room, buddy: buddy, texts: try Catalogues.carried(language)
        ).html
    }

    @Test("whatever people wrote is text, and the page fetches and runs nothing", arguments: LocaleTexts.languages)
    func hostile(_ language: String) throws {
        let html = try Self.file(language)
        for tag in ["<script", "<img", "onerror=alert(1)>", "'onclick='"] { #expect(!html.contains(tag), "\(tag)") }
        #expect(html.components(separatedBy: "</style>").count == 2)
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
        #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'"))
        for outside in ["src=", "<link", "@import", "url("] {
            // What people wrote is there with its brackets escaped.
            #expect(!html.replacing("img src=x", with: "").contains(outside), "\(outside)")
        }
    }

    @Test("the day of an action is a whole day in a calendar, in their own words, and one line of it cannot become two")
    func calendar() throws {
        let room = Self.room()
        let takeaway = try #require(Takeaway(of: "ann", in: room))
        let texts = try Catalogues.carried("en")
        let file = try #require(
            ActionCalendar(takeaway, in: room, meeting: "m1", at: 1_773_334_800_000, texts: texts))
        let lines = file.text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        for line in [
            "UID:action-m1-ann@staffroom", "DTSTART;VALUE=DATE:20261218", "DTEND;VALUE=DATE:20261219",
            "DTSTAMP:20260312T170000Z",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(lines.count { $0.hasPrefix("SUMMARY:I will <script>") } == 1)
        var without = takeaway
        without.action?.by = nil
        #expect(ActionCalendar(without, in: room, meeting: "m1", at: 0, texts: try Catalogues.carried("en")) == nil)
    }

    @Test("in both languages every heading has its words", arguments: LocaleTexts.languages)
    func words(_ language: String) throws {
        let html = try Self.file(language)
        for place in ["takeaway.", "minutes.", "common."] { #expect(!html.contains(place), "\(place)") }
        #expect(html.contains("<html lang=\"\(language)\">"))
        let said =
            language == "en"
            ? "by Friday 18 December 2026, and show it to Owain {what}."
            : "erbyn Dydd Gwener 18 Rhagfyr 2026, ac yn ei ddangos i Owain {what}."
        #expect(html.contains(said))
    }
}
