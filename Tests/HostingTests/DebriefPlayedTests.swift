// Knows what the page of a small meeting shows, played through a room's host and counted by hand.

import Analytics
import Testing

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(5))) struct DebriefPlayedTests {
    /// Three on the call, one of whom goes in the talk; three in the room, one of them without a device. The talk runs
    /// three minutes over; nobody is asked for anything in it, and one writes all the same.
    private static func play() async throws -> Debrief {
        let played = try await PlayedMeeting([
            SegmentPlan(kind: .talk, title: "Soil", timeboxSeconds: 600),
            SegmentPlan(
                kind: .handsOn, title: "Kit", timeboxSeconds: 600, bench: BenchPlan(steps: [BenchStep(text: "Build")])),
            SegmentPlan(kind: .reflection, title: "What now", timeboxSeconds: 300),
        ])
        await played.come("L", as: "coordinator")
        try await played.say("L", OpenMeeting().command)
        for (id, mode) in [
            ("A", AttendanceMode.remote), ("B", .remote), ("C", .remote), ("D", .roomDevice), ("E", .roomDevice),
        ] {
            try await played.join(id, mode)
            await played.come(id)
        }
        try await played.bring("F", by: "L", .roomNoDevice)
        try await played.say("L", OpenNext().command)
        await played.at(100)
        try await played.say(
            "A", PostMessage(text: "We have grown cress on wet paper since last October", re: nil).command)
        await played.at(700)
        await played.go("B")
        await played.at(780)
        try await played.say("L", OpenNext().command)
        let kit = try #require(try await played.room.current)
        await played.at(900)
        for (id, state) in [("A", KitState.working), ("D", .working), ("E", .building)] {
            try await played.say(id, SetKit(segment: kit, step: 0, state: state).command)
        }
        await played.at(1500)
        try await played.say("L", EndMeeting().command)
        return try #require(Debrief(try await played.reading()))
    }

    @Test("who was there, item by item and place by place")
    func figures() async throws {
        let debrief = try await Self.play()
        var people = Debrief.People()
        (people.attended, people.leads, people.room, people.call) = (6, 1, 3, 3)
        (people.offered, people.acted, people.notOffered, people.notObservable) = (5, 3, 1, 1)
        people.leftEarly = 1
        #expect(debrief.people == people)
        #expect(
            debrief.items == [
                .init(kind: .talk, title: "Soil", planned: 600, spans: [[0, 780]]),
                .init(kind: .handsOn, title: "Kit", planned: 600, spans: [[780, 1500]]),
                .init(kind: .reflection, title: "What now", planned: 300, spans: []),
            ])
        #expect(debrief.seconds == 1500)
        #expect(debrief.sittings == [[PlayedMeeting.begin, PlayedMeeting.begin + 1_500_000]])
        #expect(
            debrief.presence == [
                .init(place: .call, steps: [[0, 3], [700, 2]]), .init(place: .room, steps: [[0, 3]]),
            ])
        #expect(debrief.leaving == [.init(item: 0, atRisk: 6, left: 1), .init(item: 1, atRisk: 5, left: 0)])
        #expect(
            debrief.bands == [
                .init(item: 0, made: 1, acted: 0, received: 0, notOffered: 4, notObservable: 1),
                .init(item: 1, made: 0, acted: 3, received: 1, notOffered: 0, notObservable: 1),
            ])
        #expect(
            debrief.comparisons == [
                .init(.acted, room: .init(2, of: 2), call: .init(1, of: 3)),
                .init(.made, room: .init(0, of: 2), call: .init(1, of: 3)),
                .init(.kit, room: .init(1, of: 2), call: .init(1, of: 2)),
                .init(.stayed, room: .init(3, of: 3), call: .init(2, of: 3)),
            ])
        #expect(debrief.pairs == nil && debrief.talk == nil && !debrief.isTalkNoted)
    }

    @Test("what is said of it")
    func says() async throws {
        let rules = DebriefRules(try await Self.play())
        #expect(
            rules.says.map { $0.map(\.key) } == [
                [.acted, .notOffered, .overran, .leftOut], [.cannotTell, .talkUnknown],
            ])
        #expect(rules.proposals.map(\.key) == [.planLonger])
        // Room and call have three each: an evaluator is told nothing of either.
        let shown = try await Self.play().heldBack()
        #expect(shown.comparisons.isEmpty && shown.presence == [.init(place: .all, steps: [[0, 6], [700, 5]])])
    }
}
