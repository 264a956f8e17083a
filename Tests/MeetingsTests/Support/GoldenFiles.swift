// Knows a folder of golden files: the JSON of one value of each kind, which is read for ever once it was written.
// STAFFROOM_WRITE_GOLDEN=1 writes the files of new kinds, to be looked at; a file that is there never changes.

import Foundation
import Testing

/// A folder beside the tests.
struct GoldenFiles {
    let folder: URL

    init(_ name: String) {
        folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: name)
    }

    /// The file holds the value, under its kind, and gives it back.
    func check<Value: Codable & Equatable>(
        _ value: Value, _ family: String, _ kind: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appending(path: "\(family).\(kind).json")
        let isNew = !FileManager.default.fileExists(atPath: file.path)
        if isNew, ProcessInfo.processInfo.environment["STAFFROOM_WRITE_GOLDEN"] == "1" {
            try Data((Self.json(value) + "\n").utf8).write(to: file)
        }
        let golden = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
        #expect(golden.hasPrefix("{\"\(kind)\":{"), sourceLocation: sourceLocation)
        #expect(try Self.json(value) == golden, sourceLocation: sourceLocation)
        #expect(try Self.value(Value.self, golden) == value, sourceLocation: sourceLocation)
    }

    /// Every kind has its file, and nothing else lies there.
    func checkNames(_ kinds: [String: [String]], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let expected = kinds.flatMap { family, kinds in kinds.map { "\(family).\($0).json" } }
        #expect(Set(files) == Set(expected), sourceLocation: sourceLocation)
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }
}
