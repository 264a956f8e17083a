// Knows the JSON of every event and command of a network, as files: what was written once is read for ever.

import Foundation
import Meetings
import Testing

@Suite struct NetworkGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "GoldenNetwork")

    private static func golden(_ name: String) throws -> String {
        let file = folder.appending(path: "\(name).json")
        return try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func value<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }

    @Test(arguments: NetworkEventKind.allCases)
    func event(_ kind: NetworkEventKind) throws {
        #expect(kind.sample.kind == kind)
        let golden = try Self.golden("event.\(kind.rawValue)")
        #expect(golden.hasPrefix("{\"\(kind.rawValue)\":{"))
        #expect(try Self.json(kind.sample) == golden)
        #expect(try Self.value(NetworkEvent.self, golden) == kind.sample)
    }

    @Test(arguments: NetworkCommand.Kind.allCases)
    func command(_ kind: NetworkCommand.Kind) throws {
        #expect(kind.sample.kind == kind)
        let golden = try Self.golden("command.\(kind.rawValue)")
        #expect(golden.hasPrefix("{\"\(kind.rawValue)\":{"))
        #expect(try Self.json(kind.sample) == golden)
        #expect(try Self.value(NetworkCommand.self, golden) == kind.sample)
    }

    @Test("there is no file of a kind that is gone: an event that was stored once has to be read for ever")
    func noStrayFile() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let kinds =
            NetworkEventKind.allCases.map { "event.\($0.rawValue).json" }
            + NetworkCommand.Kind.allCases.map { "command.\($0.rawValue).json" }
        #expect(Set(files) == Set(kinds))
    }

    @Test("what is left once words were erased can be read")
    func erased() throws {
        let optedIn = "{\"buddyOptedIn\":{\"band\":\"11+\",\"person\":\"p7\",\"phase\":\"primary\"}}"
        #expect(
            try Self.value(NetworkEvent.self, optedIn)
                == .buddyOptedIn(
                    person: "p7", phase: .primary, band: .more, farthestKilometres: nil, contact: nil, place: nil,
                    subject: nil, offers: nil, needs: nil))
        #expect(
            try Self.value(NetworkEvent.self, "{\"buddyBlocked\":{\"person\":\"p7\"}}")
                == .buddyBlocked(person: "p7", other: nil))
    }

    @Test("a network that went through JSON is the same network")
    func network() throws {
        #expect(try Self.value(Network.self, Self.json(Buddies.allMade)) == Buddies.allMade)
    }
}
