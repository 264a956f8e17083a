// Knows a golden file: the JSON of one value of each kind, which is read for ever once it was written.
// STAFFROOM_WRITE_GOLDEN=1 adds the lines of new kinds, to be looked at; a line that is there never changes.

import Foundation
import Testing

/// A file of a facet: one line for each kind of wish, then one for each kind of fact, each part under its heading.
struct GoldenFile {
    /// The parts of a file, in their order.
    enum Part: String, CaseIterable { case commands, events }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data/golden")

    private let file: URL
    private var parts: [Part: [String: String]] = [:]

    init(_ facet: String) throws {
        file = Self.folder.appending(path: "\(facet).golden")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        var part: Part?
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("# ") {
                guard let named = Part(rawValue: String(line.dropFirst(2))) else {
                    throw GoldenFault(text: "\(file.lastPathComponent): \(line)")
                }
                part = named
            } else {
                let kind = String(line.dropFirst(2).prefix { $0 != "\"" })
                let known = parts[try #require(part), default: [:]].updateValue(line, forKey: kind)
                try #require(known == nil, "\(kind) stands twice")
            }
        }
    }

    /// The facets that have a file.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .map { $0.hasSuffix(".golden") ? String($0.dropLast(7)) : $0 }
    }

    /// That part of the file holds these values, each under its kind, gives them back, and holds nothing else.
    mutating func check<Value: Codable & Equatable>(
        _ part: Part, _ values: [(kind: String, value: Value)], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        if ProcessInfo.processInfo.environment["STAFFROOM_WRITE_GOLDEN"] == "1" {
            for (kind, value) in values where parts[part]?[kind] == nil {
                parts[part, default: [:]][kind] = try Self.json(value)
            }
            try write()
        }
        let golden = parts[part] ?? [:]
        // An event that was stored once has to be read for ever.
        #expect(
            Set(golden.keys) == Set(values.map(\.kind)), "\(file.lastPathComponent)", sourceLocation: sourceLocation)
        for (kind, value) in values {
            let line = try #require(golden[kind], "\(kind)", sourceLocation: sourceLocation)
            #expect(try Self.json(value) == line, sourceLocation: sourceLocation)
            #expect(try Self.value(Value.self, line) == value, sourceLocation: sourceLocation)
        }
    }

    private func write() throws {
        let lines = Part.allCases.flatMap { ["# \($0.rawValue)"] + (parts[$0] ?? [:]).values.sorted() }
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
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

/// A golden file that is not what it should be.
struct GoldenFault: Error { let text: String }
