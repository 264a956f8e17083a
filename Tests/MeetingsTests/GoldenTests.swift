// Knows the JSON of every event and command, as files: what was written once is read for ever.
// STAFFROOM_WRITE_GOLDEN=1 writes the files of new kinds, to be looked at; a file that is there never changes.

import Foundation
import Meetings
import Testing

@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    private static func golden(_ name: String) throws -> String {
        let file = folder.appending(path: "\(name).json")
        return try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    }

    private static func write(_ value: some Encodable, _ name: String) throws {
        let file = folder.appending(path: "\(name).json")
        guard ProcessInfo.processInfo.environment["STAFFROOM_WRITE_GOLDEN"] == "1",
            !FileManager.default.fileExists(atPath: file.path)
        else { return }
        try Data((json(value) + "\n").utf8).write(to: file)
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func value<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }

    @Test(arguments: EventKind.allCases)
    func event(_ kind: EventKind) throws {
        #expect(kind.sample.facts.kind == kind)
        try Self.write(kind.sample, "event.\(kind.rawValue)")
        let golden = try Self.golden("event.\(kind.rawValue)")
        #expect(golden.hasPrefix("{\"\(kind.rawValue)\":{"))
        #expect(try Self.json(kind.sample) == golden)
        #expect(try Self.value(Event.self, golden) == kind.sample)
    }

    @Test(arguments: Command.Kind.allCases)
    func command(_ kind: Command.Kind) throws {
        #expect(kind.sample.kind == kind)
        try Self.write(kind.sample, "command.\(kind.rawValue)")
        let golden = try Self.golden("command.\(kind.rawValue)")
        #expect(golden.hasPrefix("{\"\(kind.rawValue)\":{"))
        #expect(try Self.json(kind.sample) == golden)
        #expect(try Self.value(Command.self, golden) == kind.sample)
    }

    @Test("there is no file of a kind that is gone: an event that was stored once has to be read for ever")
    func noStrayFile() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let kinds =
            EventKind.allCases.map { "event.\($0.rawValue).json" }
            + Command.Kind.allCases.map { "command.\($0.rawValue).json" }
        #expect(Set(files) == Set(kinds))
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
        #expect(try Self.json(event) == json)
        #expect(try Self.value(Event.self, json) == event)
    }

    @Test("a command without its optional fields means me")
    func shortCommands() throws {
        #expect(try Self.value(Command.self, "{\"raiseHand\":{}}") == .raiseHand(person: nil))
        #expect(try Self.value(Command.self, "{\"takeLeave\":{}}") == .takeLeave(reason: nil))
        #expect(
            try Self.value(Command.self, "{\"postMessage\":{\"text\":\"Hi\"}}") == .postMessage(text: "Hi", re: nil))
        #expect(throws: DecodingError.self) { try Self.value(Command.self, "{\"fly\":{}}") }
        #expect(throws: DecodingError.self) { try Self.value(Command.self, "{\"raiseHand\":{},\"lowerHand\":{}}") }
    }

    @Test("an entry")
    func entry() throws {
        let entry = Entry(sequence: 42, at: 1_773_334_250_123, event: .handCalled(person: "p7"))
        let json = "{\"at\":1773334250123,\"event\":{\"handCalled\":{\"person\":\"p7\"}},\"sequence\":42}"
        #expect(try Self.json(entry) == json)
        #expect(try Self.value(Entry.self, json) == entry)
    }

    @Test("a room that went through JSON is the same room")
    func room() throws {
        let room = Given.speaking.after(.lockRoom).after(.raiseHand(person: nil), by: "bob")
        #expect(try Self.value(Room.self, Self.json(room)) == room)
    }
}
