// Knows that the figures of real meetings, folded from the log that a room makes of them, equal those that were
// computed independently of this program.

import Analytics
import Exchange
import Foundation
import Testing

@testable import Meetings

@Suite struct RecordingsTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data/recordings")
    private static let names = [
        "ccg-vc-education-2022-05-09", "ccg-vc-education-2023-07-24", "ccg-vc-education-2025-03-31",
        "tc39-2019-01-29", "tc39-2020-02-04", "tc39-2022-07-19",
    ]

    /// The log that a room makes of a recording.
    private static func entries(_ recorded: RecordedMeeting) throws -> [Entry] {
        let ids = Dictionary(
            uniqueKeysWithValues: recorded.people.enumerated().map { ($1.name, PersonID(rawValue: "p\($0)")) })
        var room = Room()
        var entries: [Entry] = []
        for step in recorded.steps(ids, begin: recorded.start ?? 0) {
            let command: Command
            switch step.act {
            case .command(let given): command = given
            case .openSegment(let index): command = OpenSegment(segment: room.agenda[index].id).command
            }
            for event in try room.decide(command, Context(actor: .system, at: step.at)) {
                let entry = Entry(sequence: room.sequence + 1, at: step.at, event: event)
                room.apply(entry)
                entries.append(entry)
            }
        }
        return entries
    }

    private static func report(_ entries: [Entry]) throws -> NSDictionary {
        let report = MeetingReport(id: "m", date: nil, participation: Participation(entries))
        let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(report.value))
        return try #require(object as? NSDictionary)
    }

    @Test(arguments: names)
    func figures(_ name: String) throws {
        let recorded = try RecordedMeeting(file: Self.folder.appending(path: "\(name).jsonl"))
        let expected = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: Self.folder.appending(path: "expected.json")))
                as? NSDictionary)
        let differences = Difference.between(
            try #require(expected[name]), try Self.report(try Self.entries(recorded)), at: "")
        #expect(differences == [])
    }

    @Test("the order and the number of deliveries change nothing", arguments: names)
    func delivery(_ name: String) throws {
        let entries = try Self.entries(try RecordedMeeting(file: Self.folder.appending(path: "\(name).jsonl")))
        var generator = SystemRandomNumberGenerator()
        let delivered = (entries + entries.filter { _ in Bool.random(using: &generator) }).shuffled(using: &generator)
        #expect(Participation(delivered) == Participation(entries))
    }

    @Test("what pages are told names nobody", arguments: names)
    func anonymous(_ name: String) throws {
        let recorded = try RecordedMeeting(file: Self.folder.appending(path: "\(name).jsonl"))
        let report = MeetingReport(id: "m", date: nil, participation: Participation(try Self.entries(recorded)))
        let text = String(decoding: try JSONEncoder().encode(report.anonymous), as: UTF8.self)
        for (person, _) in recorded.people { #expect(!text.contains("\"\(person)\"")) }
        #expect(text.contains("gini_all"))
    }

    @Test("the lines of a file with a clock may come in any order of times")
    func shuffledFile() throws {
        let file = Self.folder.appending(path: "\(Self.names[0]).jsonl")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        var recorded = try RecordedMeeting(file: file)
        let times = recorded.records.compactMap(\.milliseconds)
        #expect(Set(times).count > 100)
        let reversed = [lines[0]] + lines.dropFirst().reversed()
        recorded = try RecordedMeeting(Data(reversed.joined(separator: "\n").utf8))
        #expect(recorded.records.compactMap(\.milliseconds) == times)
    }
}

/// Where two trees of JSON differ: integers exactly, reals by more than 1e-6.
enum Difference {
    static func between(_ expected: Any, _ found: Any?, at path: String) -> [String] {
        switch (expected, found) {
        case (let expected as NSDictionary, let found as NSDictionary):
            return Set(expected.allKeys.map { "\($0)" }).union(found.allKeys.map { "\($0)" }).sorted().flatMap { key in
                expected[key].map { between($0, found[key], at: "\(path).\(key)") } ?? ["\(path).\(key) is extra"]
            }
        case (let expected as [Any], let found as [Any]) where expected.count == found.count:
            return zip(expected, found).enumerated().flatMap { between($1.0, $1.1, at: "\(path)[\($0)]") }
        case (let expected as NSNumber, let found as NSNumber):
            return abs(expected.doubleValue - found.doubleValue) <= 1e-6 ? [] : ["\(path): \(expected), not \(found)"]
        case (let expected as String, let found as String) where expected == found: return []
        case (is NSNull, is NSNull): return []
        default: return ["\(path): \(expected), not \(found ?? "nothing")"]
        }
    }
}
