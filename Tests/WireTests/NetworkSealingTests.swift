// What people wrote between meetings, and how they are reached, never stands in the row that is kept.

import Log
import Meetings
import Testing
import Wire

@Suite struct NetworkSealingTests {
    private let siân = PersonID(rawValue: "p1")
    private let pair = PairID(rawValue: "b6-1")

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private var optedIn: NetworkEvent {
        .buddyOptedIn(
            person: siân, phase: .primary, band: .upToTwo, farthestKilometres: 20, contact: "canary@example.org",
            place: RoughPlace(latitudeTenths: 532, longitudeTenths: -41), subject: "canary subject",
            offers: ["canary offer"], needs: ["canary need"])
    }

    @Test func whatIsTheirsIsErasable() throws {
        let sealed = Sealing.seal(optedIn)
        #expect(text(sealed.body) == #"{"band":"0-2","farthestKilometres":20,"person":"p1","phase":"primary"}"#)
        #expect(sealed.parts.map(\.person) == ["p1"])
        #expect(sealed.parts.map(\.object) == ["member-p1"])
        #expect(try Sealing.unsealNetwork(sealed) == optedIn)
        var erased = sealed
        erased.parts = []
        #expect(
            try Sealing.unsealNetwork(erased)
                == .buddyOptedIn(
                    person: siân, phase: .primary, band: .upToTwo, farthestKilometres: 20, contact: nil, place: nil,
                    subject: nil, offers: nil, needs: nil))
    }

    @Test func everyWordBelongsToSomebody() {
        let note = NoteID(rawValue: "n1")
        let events: [NetworkEvent] = [
            .buddyBlocked(person: siân, other: PersonID(rawValue: "canary")),
            .buddyUnblocked(person: siân, other: PersonID(rawValue: "canary")),
            .buddyGoalSet(pair: pair, person: siân, text: "canary"),
            .buddyNoteWritten(pair: pair, note: note, person: siân, text: "canary", words: 1),
            .buddyDateSet(pair: pair, person: siân, day: "2026-03-26", text: "canary"),
        ]
        for event in events {
            let sealed = Sealing.seal(event)
            #expect(!text(sealed.body).contains("canary") && !text(sealed.body).contains("2026"), "\(event)")
            #expect(sealed.parts.map(\.person) == ["p1"], "\(event)")
        }
    }

    @Test func whatIsReplacedOrTakenBackGoes() {
        let note = NoteID(rawValue: "n1")
        #expect(optedIn.replaced == "member-p1")
        #expect(NetworkEvent.buddyOptedOut(person: siân).replaced == "member-p1")
        #expect(NetworkEvent.buddyGoalSet(pair: pair, person: siân, text: nil).replaced == "goal-b6-1")
        let written = NetworkEvent.buddyNoteWritten(pair: pair, note: note, person: siân, text: "Hi", words: 1)
        #expect(written.replaced == nil)
        #expect(NetworkEvent.buddyNoteRemoved(pair: pair, note: note).replaced == written.object)
        #expect(NetworkEvent.buddiesMade(pair: pair).replaced == nil)
    }

    @Test func anUnknownKindOrVersionIsNamed() {
        let later = SealedEvent(kind: "buddiesMade", version: 2, body: Array("{\"pair\":\"b\"}".utf8), parts: [])
        #expect(throws: Sealing.Unreadable.self) { try Sealing.unsealNetwork(later) }
        let room = SealedEvent(kind: "meetingOpened", version: 1, body: Array("{}".utf8), parts: [])
        #expect(throws: Sealing.Unreadable.self) { try Sealing.unsealNetwork(room) }
    }
}
