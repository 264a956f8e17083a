// Knows which bounds and tables the pages share with the server: all of them, in Web/shared/limits.json.
// STAFFROOM_WRITE_LIMITS=1 writes the file anew; otherwise it must say what Swift says.

import Foundation
import Testing
import Wire

@testable import Meetings

@Suite struct LimitsFileTests {
    private struct Bounds: Codable, Equatable {
        var least: Int
        var most: Int

        init(_ range: ClosedRange<Int>) { (least, most) = (range.lowerBound, range.upperBound) }
    }

    private struct File: Codable, Equatable {
        var limits: [String: Int]
        var bounds: [String: Bounds]
        var doneForOthers: [String]
    }

    private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let file = top.appendingPathComponent("Web/shared/limits.json")

    @Test("the pages' limits are the server's") func isFresh() throws {
        let own = File(
            limits: LimitsFile.limits, bounds: LimitsFile.bounds.mapValues(Bounds.init),
            doneForOthers: Command.types.filter { $0.rights.forOthers }.map { $0.kind }.sorted())
        if ProcessInfo.processInfo.environment["STAFFROOM_WRITE_LIMITS"] == "1" {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            try (encoder.encode(own) + Data("\n".utf8)).write(to: Self.file)
        }
        let written = try JSONDecoder().decode(File.self, from: Data(contentsOf: Self.file))
        let advice: Comment = "run the tests once with STAFFROOM_WRITE_LIMITS=1 and look at the change"
        #expect(Self.differences(written.limits, own.limits) == [], advice)
        #expect(Self.differences(written.bounds, own.bounds) == [], advice)
        #expect(written.doneForOthers == own.doneForOthers, advice)
    }

    @Test("every limit that is declared is in the file, by name", arguments: LimitsFile.sources)
    func isComplete(_ source: (file: String, prefix: String)) throws {
        let written = try JSONDecoder().decode(File.self, from: Data(contentsOf: Self.file))
        let known = Set(written.limits.keys).union(written.bounds.keys)
        let declaration = try Regex(#"public static let (\w+)"#, as: (Substring, Substring).self)
        let names = try Self.text(of: source.file).matches(of: declaration).map { String($0.output.1) }
        #expect(!names.isEmpty, "\(source.file) declares nothing")
        for name in names {
            let listed = LimitsFile.name(name, prefix: source.prefix)
            let isThere = known.contains(listed)
            #expect(isThere, "\(source.file): \(name) is not in limits.json as \(listed)")
        }
    }

    /// The names whose values differ, or that only one side has.
    private static func differences<Value: Equatable>(_ one: [String: Value], _ other: [String: Value]) -> [String] {
        Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
    }

    /// The file with that name, wherever it is among the sources of the domain.
    private static func text(of name: String) throws -> String {
        let folder = top.appendingPathComponent("Sources/Meetings")
        let walk = try #require(FileManager.default.enumerator(atPath: folder.path))
        let paths = walk.compactMap { $0 as? String }
        let path = try #require(paths.first { ($0 as NSString).lastPathComponent == name })
        return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
}
