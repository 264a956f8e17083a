// Knows that long work tells how far it is, to the end.

import Foundation
import GRDB
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
        _ = try Examination.of(directory: directory.url, headway: headway)
        // What SQLite says of the file may take longer than all events.
        #expect(headway.now == Headway.Moment(stage: .readingFile))
        let walk = Headway()
        try await DatabaseQueue(path: directory.databasePath).read { db in
            let cores = OtherCores<[Damage]>()
            for stream in ["a", "b"] { try ChainCheck.look(db, stream: stream, headway: walk, with: cores) }
            let damages = cores.outcomes().flatMap { $0 }
            #expect(damages == [])
        }
        #expect(walk.now.done == 60)
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
        #expect(headway.now == Headway.Moment(stage: .readingFile))
        _ = try await Restore.run(file, into: other.url.appendingPathComponent("new"), now: 1, headway: headway)
        #expect(headway.now.stage == .erasing)
    }
}
