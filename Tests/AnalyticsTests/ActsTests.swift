// Knows that the figures of a meeting are so: every act counts, leads and those who were put out are no participants,
// what nobody noted is not nought, and the time between two sittings is no part of a meeting.

import Foundation
import Testing

@testable import Analytics
@testable import Meetings

@Suite struct ActsTests {
    private static let minute: Instant = 60_000
    private static func id(_ name: String) -> PersonID { PersonID(rawValue: name) }

    private static func joined(
        _ name: String, _ role: Role = .participant, mode: AttendanceMode = .remote, school: String? = nil
    ) -> Event {
        PersonJoined(
            person: id(name), role: role, mode: mode, tier: .pseudonymous, name: name, school: school
        ).event
    }

    private static func here(_ name: String) -> Event { PresenceBegan(person: id(name), mode: .remote).event }

    /// Of events with their minutes, and whom the log says caused them.
    private static func fold(_ events: [(Instant, Event)], by actors: [Int: String] = [:]) -> Participation {
        let entries = events.enumerated().map {
            Entry(sequence: Int64($0 + 1), at: $1.0 * minute, event: $1.1)
        }
        return Participation(
            entries,
            actors: Dictionary(uniqueKeysWithValues: actors.map { (Int64($0.key + 1), id($0.value)) }))
    }

    private static func table(_ participation: Participation) throws -> NSDictionary {
        let value = MeetingReport(id: "m", date: nil, participation: participation).value
        return try #require(
            try JSONSerialization.jsonObject(with: try JSONEncoder().encode(value)) as? NSDictionary)
    }

    private static let group = GroupID(rawValue: "g1")
    private static let card = CardID(rawValue: "k1")
    private static let message = MessageID(rawValue: "m1")
    private static let pulse = PulseID(rawValue: "u1")
    private static let question = QuestionID(rawValue: "q1")

    /// Seven of eight did something by a tap; each but the last another thing.
    private static let taps: [(String, Event)] = [
        ("p1", PulseAnswered(pulse: pulse, person: id("p1"), answer: .gotIt).event),
        ("p2", ReactionAdded(message: message, person: id("p2"), reaction: .thanks).event),
        ("p3", QuestionSupported(question: question, person: id("p3")).event),
        ("p4", CardStarred(card: card, group: group, person: id("p4")).event),
        ("p5", GroupSignalled(group: group, person: id("p5"), signal: .help).event),
        ("p6", OffersSet(person: id("p6"), topics: [TopicID(rawValue: "cad")]).event),
        ("p7", CardMoved(card: card, group: group, index: 0).event),
    ]

    @Test("of eight, seven tapped something: one has no act in the log, not eight")
    func everyActCounts() throws {
        let names = (1...8).map { "p\($0)" }
        let events =
            names.map { (Instant(0), Self.joined($0)) } + names.map { (0, Self.here($0)) }
            + Self.taps.map { (1, $0.1) }
        let actors = Dictionary(uniqueKeysWithValues: Self.taps.enumerated().map { (16 + $0, $1.0) })
        let participation = Self.fold(events, by: actors)
        #expect(names.filter { participation.people[Self.id($0)]?.acts == 0 } == ["p8"])
        let table = try Self.table(participation)
        #expect(table["silent"] as? [String] == ["p8"])
        #expect(table["acted"] as? Int == 7)
        #expect((table["classes"] as? NSDictionary)?["acted_only"] as? Int == 7)
    }

    @Test("a question is written; what the server remembered of earlier meetings is nobody's tap")
    func wordsAndMemory() throws {
        let events: [(Instant, Event)] = [
            (0, Self.joined("ann")), (0, Self.joined("bob")), (0, Self.here("bob")),
            (
                1,
                QuestionAsked(question: Self.question, person: Self.id("ann"), name: nil, text: nil, words: 3).event
            ),
            (1, NeedsSet(person: Self.id("bob"), topics: [TopicID(rawValue: "cad")]).event),
        ]
        let figures = Figures(Self.fold(events))
        #expect(figures.voices == [.typedOnly: ["ann"], .silent: ["bob"]])
    }

    @Test("a lead is no silent participant, whoever was put out has not attended, and a co-lead leads")
    func whoAttended() throws {
        let participation = Self.fold([
            (0, Self.joined("lea", .lead)), (0, Self.here("lea")), (0, Self.joined("col")), (0, Self.here("col")),
            (0, LeadAppointed(person: Self.id("col")).event), (0, Self.joined("ann")), (0, Self.here("ann")),
            (1, Self.joined("odd")), (1, Self.here("odd")), (2, PersonRemoved(person: Self.id("odd")).event),
        ])
        let table = try Self.table(participation)
        #expect(table["attended"] as? Int == 1)
        #expect(table["leads"] as? Int == 2)
        #expect(table["removed"] as? Int == 1)
        #expect(table["silent"] as? [String] == ["ann"])
        #expect((table["by_chat"] as? NSDictionary)?["n"] as? Int == 1)
        // Nothing of leads is thrown away: their acts stand with their keys.
        #expect((table["people"] as? NSDictionary)?.count == 3)
    }

    @Test("two entries that were joined are one who attended, with the acts of both and no coming back")
    func joinedEntries() throws {
        let participation = Self.fold([
            (0, Self.joined("ann")), (0, Self.here("ann")), (20, Self.joined("ann2")), (20, Self.here("ann2")),
            (21, HandRaised(person: Self.id("ann2"), index: 0, source: .client).event),
            (21, TurnStarted(person: Self.id("ann2"), source: .client).event),
            (22, PersonMerged(person: Self.id("ann2"), into: Self.id("ann")).event),
            (23, HandRaised(person: Self.id("ann"), index: 0, source: .client).event),
        ])
        let table = try Self.table(participation)
        #expect(table["attended"] as? Int == 1)
        #expect(table["hand_up"] as? Int == 2)
        #expect(table["turns"] as? Int == 1)
        #expect(table["rejoins"] as? Int == 0)
        #expect(table["late_joiners_over_600s"] as? Int == 0)
        #expect(participation.runs.map(\.person) == [Self.id("ann")])
    }

    @Test("two of one name and school are said to be two, and never joined by a program")
    func sameName() throws {
        let entries = [("ann", "Ysgol Glan Môr"), ("Ann", "ysgol glan mo\u{302}r"), ("Ann ", "Other")]
        var events: [(Instant, Event)] = []
        for (index, entry) in entries.enumerated() {
            let joined = PersonJoined(
                person: Self.id("a\(index)"), role: .participant, mode: .remote, tier: .pseudonymous, name: entry.0,
                school: entry.1)
            events += [(0, joined.event), (0, Self.here("a\(index)"))]
        }
        let table = try Self.table(Self.fold(events))
        #expect(table["attended"] as? Int == 3)
        #expect(table["same_name"] as? Int == 2)
    }

    @Test("hands and messages of those who chose to be counted only are in the sums, and in nobody's row")
    func countedOnly() throws {
        let counted = PersonID.counted
        let participation = Self.fold([
            (0, Self.joined("ann")), (0, Self.here("ann")),
            (0, PersonJoined(person: counted, role: .participant, mode: .remote, tier: .countOnly).event),
            (1, HandRaised(person: counted, index: 0, source: .client).event),
            (1, MessagePosted(message: Self.message, person: counted, words: 4).event),
            (1, TurnStarted(person: counted, source: .client).event),
            (1, SpeechNoted(person: counted, words: 9, characters: 40, source: .client).event),
            (1, HandRaised(person: Self.id("ann"), index: 0, source: .client).event),
        ])
        let table = try Self.table(participation)
        #expect(table["attended"] as? Int == 2)
        #expect(table["hand_up"] as? Int == 2)
        #expect(table["chat"] as? Int == 1)
        #expect(table["words"] as? Int == 9)
        #expect(table["turns"] as? Int == 1)
        #expect((table["people"] as? NSDictionary)?.allKeys as? [String] == ["ann"])
    }

    @Test("a meeting that was opened again after six hours lasts as long as it was open, and makes nobody late")
    func reopened() throws {
        let hours: Instant = 6 * 60
        let participation = Self.fold([
            (0, MeetingOpened().event), (1, Self.joined("ann")), (1, Self.here("ann")), (20, Self.joined("bob")),
            (20, Self.here("bob")), (60, MeetingEnded().event),
            (60 + hours, MeetingReopened().event), (62 + hours, Self.joined("cai")), (62 + hours, Self.here("cai")),
            (70 + hours, MeetingEnded().event),
        ])
        let table = try Self.table(participation)
        #expect(table["seconds"] as? Double == 4_200.0)
        // Only Bob came more than ten minutes after doors had opened.
        #expect(table["late_joiners_over_600s"] as? Int == 1)
        let people = try #require(table["people"] as? NSDictionary)
        #expect((people["cai"] as? NSDictionary)?["first"] as? Double == 3_720.0)
    }

    @Test("an end that was a slip costs no time, and a meeting that goes on has no length yet")
    func slips() throws {
        let slip = Self.fold([
            (0, MeetingOpened().event), (30, MeetingEnded().event), (31, MeetingReopened().event),
            (60, MeetingEnded().event),
        ])
        #expect(try Self.table(slip)["seconds"] as? Double == 3_540.0)
        let open = Self.fold([
            (0, MeetingOpened().event), (30, MeetingEnded().event), (31, MeetingReopened().event),
        ])
        #expect(try Self.table(open)["seconds"] is NSNull)
    }

    @Test("what nobody noted is not nought: words, lines, turns, and who spoke")
    func notNoted() throws {
        let table = try Self.table(Self.fold([(0, Self.joined("ann")), (0, Self.here("ann"))]))
        for key in ["words", "speech_lines", "turns"] { #expect(table[key] is NSNull, "\(key)") }
        #expect((table["classes"] as? NSDictionary)?["spoke"] is NSNull)
        #expect((table["by_words"] as? NSDictionary)?["sum"] is NSNull)
        #expect(table["chat"] as? Int == 0)
        // Where turns were tapped and no words noted, the turns are so.
        let tapped = try Self.table(
            Self.fold([
                (0, Self.joined("ann")), (0, Self.here("ann")),
                (1, TurnStarted(person: Self.id("ann"), source: .leadTap).event),
            ]))
        #expect(tapped["turns"] as? Int == 1)
        #expect(tapped["words"] is NSNull)
    }

    @Test("a live meeting has figures of room and call")
    func places() throws {
        let participation = Self.fold([
            (0, Self.joined("ann", mode: .roomDevice)), (0, Self.here("ann")), (0, Self.joined("bob")),
            (0, Self.here("bob")), (0, Self.joined("cai", mode: .phoneIn)),
            (0, PersonCheckedIn(person: Self.id("cai"), source: .leadTap).event),
            (1, TurnStarted(person: Self.id("ann"), source: .client).event),
            (2, TurnStarted(person: Self.id("bob"), source: .client).event),
            (3, TurnStarted(person: Self.id("ann"), source: .client).event),
        ])
        let table = try Self.table(participation)
        let modes = try #require(table["modes"] as? NSDictionary)
        let (room, remote) = (modes["room"] as? NSDictionary, modes["remote"] as? NSDictionary)
        #expect(room?["attended"] as? Int == 1 && room?["turns"] as? Int == 2 && room?["acted"] as? Int == 1)
        #expect(remote?["attended"] as? Int == 2 && remote?["turns"] as? Int == 1 && remote?["acted"] as? Int == 1)
        #expect(remote?["represent_turns"] as? Double == 0.5)
        #expect(remote?["represent"] is NSNull)
        #expect((table["transitions_in_item"] as? NSDictionary)?["cross_mode"] as? Int == 2)
    }

    @Test("a hand that a lead lowers long after somebody left is no sign of them")
    func loweredByOthers() {
        let participation = Self.fold([
            (0, Self.joined("ann")), (0, Self.here("ann")),
            (1, HandRaised(person: Self.id("ann"), index: 0, source: .client).event),
            (50, HandLowered(person: Self.id("ann"), source: .leadTap).event),
        ])
        #expect(participation.people[Self.id("ann")]?.last == Self.minute)
    }
}
