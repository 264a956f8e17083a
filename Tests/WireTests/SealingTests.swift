// Names and words never stand in the row that is kept; what is left can always be put together again.

import Log
import Meetings
import Testing
import Wire

@Suite struct SealingTests {
    private let siân = PersonID(rawValue: "p1")
    private let posted = Event.messagePosted(
        message: MessageID(rawValue: "m4"), person: PersonID(rawValue: "p1"), name: "Siân", text: "Bore da", words: 2,
        re: nil)

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func wordsAndNamesAreErasable() throws {
        let sealed = Sealing.seal(posted, actor: siân) { _ in false }
        #expect(sealed.kind == "messagePosted")
        #expect(text(sealed.body) == #"{"message":"m4","person":"p1","words":2}"#)
        #expect(sealed.parts.map(\.untilEnd) == [false])
        #expect(sealed.parts.first?.person == "p1")
        #expect(sealed.parts.first?.object == "m4")
        #expect(try Sealing.unseal(sealed) == posted)
    }

    @Test func whoCountsOnlyIsNotInTheBody() throws {
        let sealed = Sealing.seal(posted, actor: siân) { $0 == siân }
        #expect(text(sealed.body) == #"{"message":"m4","person":"counted","words":2}"#)
        #expect(try Sealing.unseal(sealed) == posted)
        // The words stay without a person; the name and who it was go when the meeting ends.
        #expect(sealed.parts.filter { !$0.untilEnd }.map { text($0.json) } == [#"{"text":"Bore da"}"#])
        #expect(sealed.parts.filter { !$0.untilEnd }.allSatisfy { $0.person == nil })
        var afterwards = sealed
        afterwards.parts.removeAll { $0.untilEnd }
        #expect(
            try Sealing.unseal(afterwards)
                == .messagePosted(
                    message: MessageID(rawValue: "m4"), person: .counted, name: nil, text: "Bore da", words: 2, re: nil)
        )
    }

    @Test func anUnknownKindOrVersionIsNamed() {
        let later = SealedEvent(kind: "meetingOpened", version: 2, body: Array("{}".utf8), parts: [])
        #expect(throws: Sealing.Unreadable.self) { try Sealing.unseal(later) }
        let unknown = SealedEvent(kind: "moonRose", version: 1, body: Array("{}".utf8), parts: [])
        #expect(throws: Sealing.Unreadable.self) { try Sealing.unseal(unknown) }
    }
}
