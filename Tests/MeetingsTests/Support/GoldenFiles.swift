// Knows a golden file: the JSON of one value of each kind, which is read for ever once it was written.
// STAFFROOM_WRITE_GOLDEN=1 adds the lines of new kinds, to be looked at; a line that is there never changes.

import Foundation
import Testing

/// A file with one line for each kind of a facet.
struct GoldenFile {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data/golden")

    private let file: URL
    private let lines: [String]

    init(_ name: String) throws {
        file = Self.folder.appending(path: name)
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        lines = text.split(separator: "\n").map(String.init)
    }

    /// The names of all files.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// The file holds these values, each under its kind, gives them back, and holds nothing else.
    func check<Value: Codable & Equatable>(
        _ values: [(kind: String, value: Value)], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var golden = Dictionary(uniqueKeysWithValues: lines.map { (Self.kind(of: $0), $0) })
        if ProcessInfo.processInfo.environment["STAFFROOM_WRITE_GOLDEN"] == "1" {
            for (kind, value) in values where golden[kind] == nil { golden[kind] = try Self.json(value) }
            let text = golden.values.sorted().map { $0 + "\n" }.joined()
            try Data(text.utf8).write(to: file)
        }
        // An event that was stored once has to be read for ever.
        #expect(
            Set(golden.keys) == Set(values.map(\.kind)), "\(file.lastPathComponent)", sourceLocation: sourceLocation)
        for (kind, value) in values {
            let line = try #require(golden[kind], "\(kind)", sourceLocation: sourceLocation)
            #expect(try Self.json(value) == line, sourceLocation: sourceLocation)
            #expect(try Self.value(Value.self, line) == value, sourceLocation: sourceLocation)
        }
    }

    private static func kind(of line: String) -> String { String(line.dropFirst(2).prefix { $0 != "\"" }) }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }
}
