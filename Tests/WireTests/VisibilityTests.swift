// Who sees what: nobody another person's answer, guests and walls only what is named for them.

import Testing
import Wire

@testable import Meetings

@Suite struct VisibilityTests {
    private static let person = PersonID(rawValue: "p1")

    @Test(arguments: ViewerKind.allCases) func nobodySeesWhoAnswered(_ kind: ViewerKind) {
        let answered = PulseAnswered(
            pulse: PulseID(rawValue: "u1"), person: Self.person, answer: .lost, previous: nil
        ).event
        if case .pulse(.pulseAnswered(let fact))? = answered.seen(by: Audience(kind: kind)) {
            #expect(fact.person == nil)
        }
    }

    @Test(arguments: [ViewerKind.guest, .wall, .waiting]) func chatIsForMembers(_ kind: ViewerKind) {
        let posted = MessagePosted(
            message: MessageID(rawValue: "m1"), person: Self.person, name: "Siân", text: "secret", words: 1, re: nil
        ).event
        #expect(posted.seen(by: Audience(kind: kind)) == nil)
        #expect(posted.seen(by: Audience(kind: .participant)) == posted)
    }

    @Test(arguments: ViewerKind.allCases) func tiersStayInside(_ kind: ViewerKind) {
        let joined = PersonJoined(
            person: Self.person, role: .participant, mode: .remote, tier: .countOnly, name: "Siân", school: nil
        ).event
        if case .door(.personJoined(let fact))? = joined.seen(by: Audience(kind: kind)) {
            #expect(fact.tier == nil)
        }
        #expect(
            TierSet(person: Self.person, tier: .countOnly).event.seen(by: Audience(kind: kind)) == nil)
    }

    @Test func whoWaitsGetsTheTitleOnly() {
        var room = Room()
        let events: [Event] = [
            MeetingPlanned(title: "Term", plannedStart: nil, zone: "Europe/London", options: Options(lobby: true))
                .event,
            MeetingOpened().event,
            PersonJoined(
                person: PersonID(rawValue: "p2"), role: .participant, mode: .remote, tier: .pseudonymous,
                name: "Canary", school: nil
            ).event,
            PersonWaited(person: Self.person, mode: .remote, tier: .pseudonymous, name: "Siân", school: nil).event,
        ]
        for (index, event) in events.enumerated() {
            room.apply(Entry(sequence: Int64(index + 1), at: 1, event: event))
        }
        let viewer = Viewer(of: Self.person, in: room)
        #expect(viewer?.kind == .waiting)
        let view = viewer.map { String(decoding: ServerMessage.encode(RoomView(room, for: $0)), as: UTF8.self) } ?? ""
        #expect(view.contains("Term"))
        #expect(!view.contains("Canary"))
    }
}
