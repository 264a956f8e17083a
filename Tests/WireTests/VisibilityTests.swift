// Who sees what: nobody another person's answer, guests and walls only what is named for them.

import Meetings
import Testing
import Wire

@Suite struct VisibilityTests {
    private static let person = PersonID(rawValue: "p1")

    @Test(arguments: ViewerKind.allCases) func nobodySeesWhoAnswered(_ kind: ViewerKind) {
        let answered = Event.pulseAnswered(
            pulse: PulseID(rawValue: "u1"), person: Self.person, answer: .lost, previous: nil)
        if case .pulseAnswered(_, let person, _, _, _)? = Visibility.event(answered, for: Audience(kind: kind)) {
            #expect(person == nil)
        }
    }

    @Test(arguments: [ViewerKind.guest, .wall, .waiting]) func chatIsForMembers(_ kind: ViewerKind) {
        let posted = Event.messagePosted(
            message: MessageID(rawValue: "m1"), person: Self.person, name: "Siân", text: "secret", words: 1, re: nil)
        #expect(Visibility.event(posted, for: Audience(kind: kind)) == nil)
        #expect(Visibility.event(posted, for: Audience(kind: .participant)) == posted)
    }

    @Test(arguments: ViewerKind.allCases) func tiersStayInside(_ kind: ViewerKind) {
        let joined = Event.personJoined(
            person: Self.person, role: .participant, mode: .remote, tier: .countOnly, name: "Siân", school: nil)
        if case .personJoined(_, _, _, let tier, _, _)? = Visibility.event(joined, for: Audience(kind: kind)) {
            #expect(tier == nil)
        }
        #expect(Visibility.event(.tierSet(person: Self.person, tier: .countOnly), for: Audience(kind: kind)) == nil)
    }

    @Test func whoWaitsGetsTheTitleOnly() {
        var room = Room()
        let events: [Event] = [
            .meetingPlanned(title: "Term", plannedStart: nil, zone: "Europe/London", options: Options(lobby: true)),
            .meetingOpened,
            .personJoined(
                person: PersonID(rawValue: "p2"), role: .participant, mode: .remote, tier: .pseudonymous,
                name: "Canary", school: nil),
            .personWaited(person: Self.person, mode: .remote, tier: .pseudonymous, name: "Siân", school: nil),
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
