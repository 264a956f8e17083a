// Who sees a group's notes once its round is over: what is for everybody everybody, the rest those who sat there and leads.

import Testing
import Wire

@testable import Meetings

@Suite struct NoteSightTests {
    private static let (ann, bob, lea): (PersonID, PersonID, PersonID) = ("ann", "bob", "lea")

    /// Ann sat in the first group and wrote for it and for everybody; Bob sat in the second. Both rounds are over.
    private static func room(isOver: Bool = true) -> Room {
        func wrote(_ card: CardID, _ group: GroupID, _ text: String, re: CardID? = nil, isReport: Bool) -> Event {
            CardWritten(
                card: card, group: group, person: ann, name: "Ann", text: text, words: 1, re: re, isReport: isReport
            ).event
        }
        func formed(_ round: RoundID, _ one: GroupID, _ other: GroupID) -> Event {
            GroupsFormed(
                round: round, segment: nil,
                groups: [GroupSeats(group: one, members: [ann]), GroupSeats(group: other, members: [bob])], texts: nil,
                draw: Draw(choice: .mix)
            ).event
        }
        var events: [Event] = [MeetingOpened().event]
        events += [(ann, Role.participant), (bob, .participant), (lea, .lead)].map { id, role in
            PersonJoined(
                person: id, role: role, mode: .remote, tier: .pseudonymous, name: id.rawValue, school: nil
            ).event
        }
        events += [
            formed("r1", "g1", "g2"), wrote("k1", "g1", "private-first", isReport: false),
            wrote("k2", "g1", "for-all-first", re: "k1", isReport: true), GroupsEnded(round: "r1").event,
            formed("r2", "g3", "g4"), wrote("k3", "g3", "private-second", isReport: false),
            wrote("k4", "g3", "for-all-second", re: nil, isReport: true),
        ]
        if isOver { events.append(GroupsEnded(round: "r2").event) }
        var room = Room()
        for (index, event) in events.enumerated() {
            room.apply(Entry(sequence: Int64(index + 1), at: Instant(index + 1), event: event))
        }
        return room
    }

    /// All that somebody is told when they come in.
    private func told(_ person: PersonID, _ room: Room) throws -> (room: String, own: String) {
        let viewer = try #require(Viewer(of: person, in: room))
        return (
            String(decoding: ServerMessage.encode(RoomView(room, for: viewer)), as: UTF8.self),
            String(decoding: ServerMessage.encode(Welcome.You(viewer, in: room, link: nil)), as: UTF8.self)
        )
    }

    @Test("those who sat there are told all, by round; others what is for everybody")
    func over() throws {
        let room = Self.room()
        let (all, own) = try told(Self.ann, room)
        let (seen, others) = try told(Self.bob, room)
        for text in [all, seen] { #expect(text.contains("for-all-first") && text.contains("for-all-second")) }
        #expect(!seen.contains("private") && !others.contains("private"))
        // The room is the same for both; what is one's own comes beside it.
        #expect(all == seen)
        #expect(own.contains("private-first") && own.contains("private-second") && own.contains("for-all-second"))
        #expect(!seen.contains("\"re\":\"k1\""))
        let lead = try told(Self.lea, room)
        #expect(lead.room.contains("private-first") && lead.room.contains("private-second"))
        #expect(!lead.own.contains("private"))
    }

    @Test("while the second round runs, the first one's notes are there by the same rule")
    func running() throws {
        let room = Self.room(isOver: false)
        let (all, own) = try told(Self.ann, room)
        #expect(all.contains("private-second") && own.contains("private-first") && !own.contains("private-second"))
        let (seen, others) = try told(Self.bob, room)
        #expect(seen.contains("for-all-first") && !seen.contains("for-all-second") && !others.contains("private"))
    }

    @Test("a harvest brings what is for everybody")
    func harvest() {
        for round in Self.room().rounds {
            let text = String(decoding: ServerMessage.harvest(round), as: UTF8.self)
            #expect(text.contains("for-all") && !text.contains("private"))
        }
    }

    @Test("a table's device has what those who share it wrote")
    func table() throws {
        var room = Self.room()
        let events: [Event] = [
            PersonJoined(
                person: "tab", role: .table, mode: .tableDevice, tier: .pseudonymous, name: "Table", school: nil
            ).event,
            PersonSeated(person: Self.ann, table: "tab").event,
        ]
        for event in events { room.apply(Entry(sequence: room.sequence + 1, at: room.at, event: event)) }
        #expect(try told("tab", room).own.contains("private-first"))
    }
}
