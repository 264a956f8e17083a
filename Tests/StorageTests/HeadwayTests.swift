// Knows that long work tells how far it is, to the end.

import Foundation
import Synchronization
import Testing

@testable import Storage

@Suite struct HeadwayTests {
    let directory = TestDirectory()
    let other = TestDirectory()

    private func fill() async throws {
        let store = try directory.open()
        for stream in ["a", "b"] { try await store.add(Array(repeating: event(), count: 30), to: stream) }
        try await store.close()
    }

    @Test func aLookIsOverWhenEveryEventIsRead() async throws {
        try await fill()
        let headway = Headway()
        #expect(headway.now == Headway.Moment())
        let seen = Mutex<Set<Int>>([])
        let network = try await directory.open().makeNetwork().id
        #expect(!network.isEmpty)
        _ = try Examination.of(directory: directory.url, headway: headway) { _ in
            seen.withLock { _ = $0.insert(headway.now.done) }
            return true
        }
        #expect(headway.now == Headway.Moment(stage: .readingLog, done: 60, total: 60))
    }

    @Test func aCopyIsMeasuredByWhatIsThereOfIt() async throws {
        let headway = Headway()
        let grown = Mutex(0)
        headway.begin(.copying, total: 10) { grown.withLock { $0 } }
        #expect(headway.now == Headway.Moment(stage: .copying, done: 0, total: 10))
        grown.withLock { $0 = 7 }
        #expect(headway.now.done == 7)
        headway.begin(.readingFile)
        #expect(headway.now == Headway.Moment(stage: .readingFile))
    }

    @Test func aBackupAndARestoreGoThroughTheirStages() async throws {
        try await fill()
        let headway = Headway()
        try FileManager.default.createDirectory(at: other.url, withIntermediateDirectories: false)
        let file = other.url.appendingPathComponent("kept.db")
        _ = try Backup.make(of: directory.url, to: file, headway: headway)
        #expect(headway.now == Headway.Moment(stage: .readingLog, done: 60, total: 60))
        _ = try await Restore.run(file, into: other.url.appendingPathComponent("new"), now: 1, headway: headway)
        #expect(headway.now.stage == .erasing)
    }
}
