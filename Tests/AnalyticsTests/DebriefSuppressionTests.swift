// Knows what an evaluator is not shown of a meeting: titles, and room and call where one of them is few.

import Analytics
import Testing

@Suite struct DebriefSuppressionTests {
    private static func meeting(room: Int, call: Int, unknown: Int = 0) -> Debrief {
        var debrief = Debrief()
        debrief.people.attended = room + call + unknown
        (debrief.people.room, debrief.people.call) = (room, call)
        debrief.items = [.init(kind: .talk, title: "Siân on soil", planned: 600, spans: [[0, 600]])]
        debrief.presence = [
            .init(place: .call, steps: [[0, call - 2], [60, call]]),
            .init(place: .room, steps: [[0, room], [60, room - 1]]),
        ]
        debrief.comparisons = [.init(.acted, room: .init(1, of: room), call: .init(2, of: call))]
        var pairs = Debrief.Pairs()
        (pairs.all, pairs.places) = (9, .init(3, of: 9))
        debrief.pairs = pairs
        return debrief
    }

    @Test("five and five are shown, without titles")
    func enough() {
        let shown = Self.meeting(room: 5, call: 5).heldBack()
        #expect(shown.items.map(\.title) == [nil])
        #expect(shown.comparisons.count == 1 && shown.presence.count == 2 && shown.people.room == 5)
    }

    @Test("where one is few both go: of two parts whose sum is known", arguments: [(4, 15, 0), (15, 1, 0), (9, 9, 3)])
    func few(_ room: Int, _ call: Int, _ unknown: Int) {
        let shown = Self.meeting(room: room, call: call, unknown: unknown).heldBack()
        #expect(shown.comparisons.isEmpty && shown.people.room == nil && shown.people.call == nil)
        #expect(shown.pairs?.places == nil && shown.pairs?.all == 9)
        #expect(shown.presence == [.init(place: .all, steps: [[0, room + call - 2], [60, room + call - 1]])])
        #expect(shown.people.attended == room + call + unknown)
    }

    @Test("a comparison of few goes, and the others stay")
    func comparisons() {
        var debrief = Self.meeting(room: 9, call: 9)
        debrief.comparisons += [
            .init(.kit, room: .init(3, of: 4), call: .init(8, of: 9)),
            .init(.made, room: .init(3, of: 9), call: .init(1, of: 1)),
            .init(.stayed, room: .init(5, of: 5), call: .init(9, of: 9)),
        ]
        let shown = debrief.heldBack()
        #expect(shown.comparisons.map(\.deed) == [.acted, .stayed] && shown.people.room == 9)
    }

    @Test("a line of presence that never told of more than four tells of few, wherever they were for longer")
    func lines() {
        var debrief = Self.meeting(room: 9, call: 9)
        debrief.presence.append(.init(place: .unknown, steps: [[0, 0], [30, 4], [40, 0]]))
        #expect(debrief.heldBack().presence.map(\.place) == [.all] && debrief.heldBack().people.room == nil)
        debrief.presence[2].steps[1][1] = 5
        #expect(debrief.heldBack().presence.count == 3)
    }

    @Test("how talk was shared by fewer than five is not told")
    func talk() {
        for (people, isTold) in [(4, false), (5, true)] {
            var debrief = Self.meeting(room: 9, call: 9)
            debrief.talk = .init(turns: 20, half: 1, people: people, gini: 0.5, chance: 0.2)
            #expect((debrief.heldBack().talk != nil) == isTold)
        }
    }

    @Test("all in one place: there is no second part to be worked out")
    func onePlace() {
        let shown = Self.meeting(room: 0, call: 12).heldBack()
        #expect(shown.people.call == 12 && shown.presence.count == 2)
    }
}
