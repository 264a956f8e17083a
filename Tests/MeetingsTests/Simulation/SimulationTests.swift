// Knows how many random meetings are played, and that another process plays some of them the same. A failure prints the
// seed: `Play(seed:)` with that number plays the same meeting again.

import Foundation
import Testing

@testable import Meetings

@Suite struct SimulationTests {
    private static let meetings: UInt64 = 10_000
    /// Several parts a core, so that no core waits long for the last part.
    private static let parts: UInt64 = 16

    @Test("ten thousand random meetings keep every promise")
    func randomMeetings() async {
        let tally = await withTaskGroup(of: Tally.self) { group in
            for part in 0..<Self.parts {
                group.addTask {
                    var tally = Tally()
                    for seed in stride(from: part, to: Self.meetings, by: Int(Self.parts)) {
                        tally.add(Play(seed: seed))
                        // Other tests want their turn on the same few threads.
                        await Task.yield()
                    }
                    return tally
                }
            }
            return await group.reduce(into: Tally()) { $0.add($1) }
        }
        #expect(
            tally.faults.isEmpty,
            "\(tally.faults.count) meetings, such as \(tally.faults.sorted().prefix(5).joined(separator: "\n"))")
        #expect(tally.entries > 30 * Int(Self.meetings), "too quiet to prove anything: \(tally.entries) entries")
        let unseen = Event.types.map { $0.kind }.filter { !tally.kinds.contains($0) }
        #expect(unseen.isEmpty, "never happened: \(unseen)")
    }

    /// What came of many meetings.
    private struct Tally: Sendable {
        var faults: [String] = []
        var entries = 0
        var kinds: Set<String> = []

        mutating func add(_ play: Play) {
            entries += play.entries.count
            for entry in play.entries { kinds.insert(entry.event.kind) }
            if let fault = play.fault { faults.append("seed \(play.seed): \(fault)") }
        }

        mutating func add(_ other: Tally) {
            faults += other.faults
            entries += other.entries
            kinds.formUnion(other.kinds)
        }
    }

    @Test("every process plays the same: nothing depends on the order of a dictionary")
    func everyProcessPlaysTheSame() async throws {
        #expect(
            ProcessInfo.processInfo.environment["SWIFT_DETERMINISTIC_HASHING"] == nil,
            "with deterministic hashing this test proves nothing")
        let other = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            let told = "played \(try SimulationTests.fingerprint()), hashed \("a".hashValue)."
            FileHandle.standardOutput.write(Data(told.utf8))
        }
        let told = String(decoding: try #require(other).standardOutputContent, as: UTF8.self)
        #expect(told.contains("played \(try Self.fingerprint()), hashed "), "\(told)")
        #expect(!told.contains("hashed \("a".hashValue)."), "the other process orders dictionaries as this one does")
    }

    /// FNV-1a over the JSON of all entries of the meetings of seeds 0 to 199.
    private static func fingerprint() throws -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for seed in UInt64(0)..<200 {
            for byte in try Play.encoder.encode(Play(seed: seed).entries) {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        return hash
    }
}
