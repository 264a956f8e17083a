// Knows the JSON of every event and command, as files: what was written once is read for ever.

import Foundation
import Meetings
import Testing

@Suite struct GoldenTests {
    private static let files = GoldenFiles("Golden")

    @Test(arguments: EventKind.allCases)
    func event(_ kind: EventKind) throws {
        #expect(kind.sample.facts.kind == kind)
        try Self.files.check(kind.sample, "event", kind.rawValue)
    }

    @Test(arguments: Command.Kind.allCases)
    func command(_ kind: Command.Kind) throws {
        #expect(kind.sample.kind == kind)
        try Self.files.check(kind.sample, "command", kind.rawValue)
    }

    @Test("there is no file of a kind that is gone: an event that was stored once has to be read for ever")
    func noStrayFile() throws {
        try Self.files.checkNames([
            "event": EventKind.allCases.map(\.rawValue), "command": Command.Kind.allCases.map(\.rawValue),
        ])
    }

    /// What stands in the log once words and names were erased, and what a short command leaves out.
    static let erased: [(Event, String)] = [
        (.meetingRetitled(title: nil), "{\"meetingRetitled\":{}}"),
        (.personRenamed(person: "p7", name: nil, school: nil), "{\"personRenamed\":{\"person\":\"p7\"}}"),
        (
            .messagePosted(message: "m1", person: "p7", name: nil, text: nil, words: 3, re: nil),
            "{\"messagePosted\":{\"message\":\"m1\",\"person\":\"p7\",\"words\":3}}"
        ),
        (
            .pulseAnswered(pulse: "u1", person: nil, answer: .lost, previous: nil),
            "{\"pulseAnswered\":{\"answer\":\"lost\",\"pulse\":\"u1\"}}"
        ),
    ]

    @Test(arguments: erased)
    func missingFieldsAreLeftOut(_ event: Event, _ json: String) throws {
        #expect(try GoldenFiles.json(event) == json)
        #expect(try GoldenFiles.value(Event.self, json) == event)
    }

    @Test("a command without its optional fields means me")
    func shortCommands() throws {
        #expect(try GoldenFiles.value(Command.self, "{\"raiseHand\":{}}") == .raiseHand(person: nil))
        #expect(try GoldenFiles.value(Command.self, "{\"takeLeave\":{}}") == .takeLeave(reason: nil))
        #expect(
            try GoldenFiles.value(Command.self, "{\"postMessage\":{\"text\":\"Hi\"}}")
                == .postMessage(text: "Hi", re: nil))
        #expect(throws: DecodingError.self) { try GoldenFiles.value(Command.self, "{\"fly\":{}}") }
        #expect(throws: DecodingError.self) {
            try GoldenFiles.value(Command.self, "{\"raiseHand\":{},\"lowerHand\":{}}")
        }
    }

    @Test("an entry")
    func entry() throws {
        let entry = Entry(sequence: 42, at: 1_773_334_250_123, event: .handCalled(person: "p7"))
        let json = "{\"at\":1773334250123,\"event\":{\"handCalled\":{\"person\":\"p7\"}},\"sequence\":42}"
        #expect(try GoldenFiles.json(entry) == json)
        #expect(try GoldenFiles.value(Entry.self, json) == entry)
    }

    @Test("a room that went through JSON is the same room")
    func room() throws {
        let room = Given.speaking.after(.lockRoom).after(.raiseHand(person: nil), by: "bob")
        #expect(try GoldenFiles.value(Room.self, GoldenFiles.json(room)) == room)
    }
}
