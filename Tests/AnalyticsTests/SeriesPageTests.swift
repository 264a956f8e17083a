// Knows what a page shows of series that can be counted by hand, and what it holds back.

import Testing

@testable import Analytics
@testable import Meetings

@Suite struct SeriesPageTests {
    private static func ids(_ range: ClosedRange<Int>) -> [PersonID] { range.map { PersonID(rawValue: "p\($0)") } }

    /// A meeting an hour long, a day after the one before it; all sat in one group if they did.
    private static func kept(_ number: Int, _ people: [PersonID], grouped: Int = 0) throws -> MeetingSummary {
        let from = Instant(number) * 86_400_000
        var record = ParticipationRecord(.standard)
        record.sittings = [Stretch(from: from, to: from + 3_600_000)]
        for id in people {
            var person = Attender(id: id, mode: .remote)
            person.isSeen = true
            person.stays = [
                Stay(
                    from: from, to: from + 3_600_000, mode: .remote, source: .client, reason: .ended, hasDevice: true)
            ]
            record.people[id] = person
        }
        if grouped > 0 {
            var group = GroupSpan(set: RoundID(rawValue: "r"), group: GroupID(rawValue: "g"))
            group.members = people.prefix(grouped).map { .init(person: $0, from: from, to: from + 600_000) }
            record.groups = [group]
        }
        return try #require(MeetingSummary(MeetingMeasures(record), meeting: "m\(number)"))
    }

    @Test("nothing, and two meetings: no word about who stays")
    func few() throws {
        #expect(SeriesPage([]).meetings.isEmpty)
        let page = SeriesPage([try Self.kept(2, Self.ids(1...8)), try Self.kept(1, Self.ids(1...10))])
        #expect(page.meetings.map(\.meeting) == ["m1", "m2"])
        #expect(page.people == 10 && page.coming == nil && !page.isComingHeldBack && page.staying.isEmpty)
    }

    @Test("who came again is a count of the meeting; of few, or all but few, it is held back")
    func again() throws {
        let page = SeriesPage([
            try Self.kept(1, Self.ids(1...10)), try Self.kept(2, Self.ids(4...14)), try Self.kept(3, Self.ids(4...16)),
            try Self.kept(4, Self.ids(15...24)),
        ])
        #expect(page.meetings.map(\.again) == [nil, nil, nil, nil])
        let wide = SeriesPage([try Self.kept(1, Self.ids(1...10)), try Self.kept(2, Self.ids(4...17))])
        #expect(wide.meetings[1].again == .init(7, of: 14))
        let all = SeriesPage([try Self.kept(1, Self.ids(1...10)), try Self.kept(2, Self.ids(1...10))])
        #expect(all.meetings[1].again == .init(10, of: 10))
    }

    @Test("who stays, counted from the first meeting of each; who came last is seen no longer")
    func staying() throws {
        // Ten come to all four, five only to the first, five to the first two, five from the third on.
        let page = SeriesPage([
            try Self.kept(1, Self.ids(1...20)), try Self.kept(2, Self.ids(1...10) + Self.ids(16...20)),
            try Self.kept(3, Self.ids(1...10) + Self.ids(21...25)),
            try Self.kept(4, Self.ids(1...10) + Self.ids(21...25)),
        ])
        #expect(page.people == 25)
        #expect(page.staying.map(\.risk) == [25, 20, 10, 10])
        #expect(page.staying.map(\.meeting) == [1, 2, 3, 4])
        // 20 of 25 go on after one; of the 20 whom two were seen of, 5 go.
        let shares = page.staying.map(\.share)
        #expect(zip(shares, [1, 0.8, 0.6, 0.6]).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(page.staying[0].low == nil && page.staying[1].low.map { $0 > 0.5 && $0 < 0.8 } == true)
        #expect(page.coming == .init(core: 10, occasional: 10, once: 5, fresh: 0, least: 3))
    }

    @Test("one kind of four people: all kinds are held back")
    func kindsOfFew() throws {
        let page = SeriesPage([
            try Self.kept(1, Self.ids(1...14)), try Self.kept(2, Self.ids(1...10)), try Self.kept(3, Self.ids(1...10)),
        ])
        #expect(page.coming == nil && page.isComingHeldBack)
    }

    @Test("a pair is new once")
    func pairs() throws {
        let page = SeriesPage([
            try Self.kept(1, Self.ids(1...9), grouped: 3), try Self.kept(2, Self.ids(1...9), grouped: 4),
            try Self.kept(3, Self.ids(1...9)),
        ])
        #expect(page.meetings.map(\.newPairs) == [.init(3, of: 3), .init(3, of: 6), nil])
    }
}
