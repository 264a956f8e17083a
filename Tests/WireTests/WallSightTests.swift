// What a wall shows, and when: nothing that sways or names anybody before it is for all; and what stays with leads.

import Testing
import Wire

@testable import Meetings

@Suite struct WallSightTests {
    private static let (siân, huw) = (PersonID(rawValue: "p1"), PersonID(rawValue: "p2"))
    private static let (segment, card) = (SegmentID(rawValue: "s1"), CardID(rawValue: "k1"))
    private static let pulse = PulseID(rawValue: "u1")
    private static let group = GroupID(rawValue: "g1")
    private static let round = RoundID(rawValue: "r1")

    private func room(_ events: [Event]) -> Room {
        var room = Room()
        let first: [Event] = [
            MeetingPlanned(title: "Term", plannedStart: nil, zone: "Europe/London", options: Options()).event,
            SegmentAdded(
                segment: Self.segment, kind: .talk, title: "Sensors", timeboxSeconds: 600, note: "Dry, then wet",
                index: 0,
                speaker: "Gwen", leadNote: "Canary"
            ).event,
            MeetingOpened().event,
        ]
        for (index, event) in (first + events).enumerated() {
            room.apply(Entry(sequence: Int64(index + 1), at: 1, event: event))
        }
        return room
    }

    private func text(_ room: Room, _ kind: ViewerKind) -> String {
        String(
            decoding: ServerMessage.encode(RoomView(room, for: Viewer(kind: kind, person: nil))), as: UTF8.self)
    }

    private static let answers: [Event] = [
        PulseOpened(pulse: pulse, segment: segment).event,
        PulseAnswered(pulse: pulse, person: siân, answer: .lost, previous: nil).event,
        PulseAnswered(pulse: pulse, person: huw, answer: .nearly, previous: nil).event,
    ]

    @Test("while the question is open a wall counts answers; what was answered it shows once it is closed")
    func result() {
        let open = text(room(Self.answers), .wall)
        #expect(open.contains(#""counts":{"got_it":2}"#))
        let closed = text(room(Self.answers + [PulseClosed(pulse: Self.pulse).event]), .wall)
        #expect(closed.contains(#""counts":{"lost":1,"nearly":1}"#))
        #expect(closed.contains(#""answers":{}"#))
    }

    @Test("whoever sees a question close sees its result: walls are shown the room anew, nobody else is")
    func anew() {
        #expect(PulseClosed(pulse: Self.pulse).event.consequences.contains(.wallsAnew))
        #expect(GroupsEnded(round: Self.round).event.consequences.contains(.wallsAnew))
        #expect(!SegmentEnded(segment: Self.segment).event.consequences.contains(.wallsAnew))
    }

    private static func formed(_ task: String?) -> Event {
        GroupsFormed(
            round: round, segment: segment,
            groups: [GroupSeats(group: group, members: [siân, huw], table: 3)],
            texts: RoundTexts(
                task: task, resources: "Canary kits", groups: [GroupTexts(task: "Canary own", expected: ["Canary"])]),
            draw: Draw(choice: .mix, isEdited: false)
        ).event
    }

    private static let report = CardWritten(
        card: card, group: group, person: siân, name: "Siân", text: "It drinks at night", words: 4, re: nil,
        isReport: true
    ).event
    private static let note = CardWritten(
        card: CardID(rawValue: "k2"), group: group, person: huw, name: "Huw", text: "Canary note", words: 2, re: nil,
        isReport: false
    ).event

    @Test("a wall shows the task that all share, and where everybody sits; nothing that a group has for itself")
    func task() {
        let seen = text(room([Self.formed("Build it"), Self.report, Self.note]), .wall)
        #expect(seen.contains(#""task":"Build it""#))
        #expect(!seen.contains("Canary"))
        #expect(!seen.contains("drinks"))
        guard case .groups(.groupsFormed(let fact))? = Self.formed("Build it").seen(by: Audience(kind: .wall)) else {
            Issue.record("a wall is not told")
            return
        }
        #expect(fact.texts == RoundTexts(task: "Build it"))
    }

    @Test("what groups bring back is on the wall once they have ended, without a name")
    func harvest() {
        let seen = text(
            room([Self.formed("Build it"), Self.report, Self.note, GroupsEnded(round: Self.round).event]), .wall)
        #expect(seen.contains("It drinks at night"))
        #expect(!seen.contains("Siân"))
        #expect(!seen.contains("Canary"))
    }

    @Test("a note that was taken back comes to no wall")
    func withdrawn() {
        let gone = CardWithdrawn(card: Self.card, group: Self.group).event
        let seen = text(room([Self.formed(nil), Self.report, gone, GroupsEnded(round: Self.round).event]), .wall)
        #expect(!seen.contains("k1"))
    }

    @Test("a message to all is on the wall")
    func message() {
        let made = AnnouncementMade(
            announcement: AnnouncementID(rawValue: "n1"), round: Self.round, person: Self.siân, name: "Siân",
            text: "Two minutes", words: 2
        ).event
        #expect(made.seen(by: Audience(kind: .wall)) == made)
        #expect(text(room([Self.formed(nil), made]), .wall).contains("Two minutes"))
        #expect(made.seen(by: Audience(kind: .guest)) == nil)
    }

    @Test("the place is for everybody, the call for those who have come in", arguments: ViewerKind.allCases)
    func venue(_ kind: ViewerKind) {
        let fact = VenueSet(place: "Hall", callLink: "https://call.example/1").event
        let seen = text(room([fact]), kind)
        let hasCall = kind != .wall && kind != .waiting
        #expect(seen.contains("Hall"))
        #expect(seen.contains("call.example") == hasCall)
        if case .frame(.venueSet(let told))? = fact.seen(by: Audience(kind: kind)) {
            #expect((told.callLink != nil) == hasCall)
        }
    }

    @Test("a lead's own note is for leads, who speaks is for everybody", arguments: ViewerKind.allCases)
    func leadNote(_ kind: ViewerKind) {
        let seen = text(room([]), kind)
        #expect(seen.contains("Canary") == (kind == .lead))
        #expect(seen.contains("Gwen") == (kind != .waiting))
        let edited = SegmentEdited(
            segment: Self.segment, kind: .talk, title: "T", timeboxSeconds: 60, note: nil, speaker: "Gwen",
            leadNote: "Canary"
        ).event
        if case .agenda(.segmentEdited(let told))? = edited.seen(by: Audience(kind: kind)) {
            #expect((told.leadNote != nil) == (kind == .lead))
            #expect(told.speaker == "Gwen")
        }
    }
}
