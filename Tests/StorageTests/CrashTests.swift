// Knows what quick crashes leave behind, and that a start tidies it.

import Foundation
import GRDB
import Log
import Testing

@testable import Storage

@Suite struct CrashTests {
    private var log: String { "staffroom.db-wal" }

    /// The folder as a kill leaves it now, in a place of its own.
    private func killed(_ directory: TestDirectory) throws -> TestDirectory {
        let copy = TestDirectory()
        try FileManager.default.copyItem(at: directory.url, to: copy.url)
        try? FileManager.default.removeItem(atPath: copy.path("staffroom.db-shm"))
        return copy
    }

    /// Each life writes much and is killed before anybody folds it in.
    @Test func aStartFoldsInWhatQuickCrashesLeft() async throws {
        var directory = TestDirectory()
        var written = 0
        for life in 1...6 {
            let store = try directory.open()
            let left = DataDirectory.size(directory.path(log))
            // What this start itself has written down, and nothing of the lives before.
            #expect(left < 50_000, "life \(life) begins with \(left) bytes")
            #expect(try await store.lastSequence("a") == written)
            for _ in 0..<20 {
                try await store.add([event(personal: personal(String(repeating: "x", count: 20_000)))], to: "a")
                written += 1
            }
            // Whoever had time may have folded some of it in already.
            #expect(DataDirectory.size(directory.path(log)) > 100_000)
            directory = try killed(directory)
        }
        let store = try directory.open()
        #expect(try await store.verify() == [])
    }

    @Test func aReaderWhoStaysDoesNotKeepAStartBack() async throws {
        let directory = TestDirectory()
        let store = try directory.open()
        try await store.add([event(personal: personal(String(repeating: "x", count: 90_000)))], to: "a")
        let crashed = try killed(directory)
        let reader = try crashed.reader()
        let again = try crashed.open()
        #expect(try await again.lastSequence("a") == 1)
        try await again.add([event()], to: "a")
        try reader.close()
        try await again.checkpoint(.truncate)
        #expect(DataDirectory.size(crashed.path(log)) == 0)
    }

    /// A bit flips in the log of a crash: SQLite takes it to end there. A start that is refused has not touched it, so
    /// that whoever knows how can still get at what lies behind; the same with a page that was torn.
    @Test(arguments: [true, false]) func aRefusedStartKeepsTheLogOfACrash(isFlip: Bool) async throws {
        let directory = TestDirectory()
        let store = try directory.open()
        // While somebody reads, nothing of the log is folded in, however long all this takes.
        let reader = try directory.reader()
        for number in 0..<20 { try await store.add([event("{\"n\":\(number)}")], to: "a") }
        try await store.mark()
        let crashed = try killed(directory)
        try reader.close()
        let url = URL(fileURLWithPath: crashed.path(log))
        let good = try Data(contentsOf: url)
        var bad = good
        if isFlip {
            bad[good.count / 2] ^= 1
        } else {
            // Not of zeros: what is not used of a page has them already.
            bad.replaceSubrange(good.count / 2..<good.count / 2 + 512, with: Data(repeating: 0xA5, count: 512))
        }
        try bad.write(to: url)
        for _ in 0..<2 {
            #expect {
                try crashed.open()
            } throws: { error in
                guard case .behindMark("a", let found, 20) = error as? StoreError else { return false }
                return found < 20
            }
        }
        #expect(try Data(contentsOf: url) == bad)
        try good.write(to: url)
        let mended = try crashed.open()
        #expect(try await mended.lastSequence("a") == 20)
        #expect(try await mended.verify() == [])
    }

    /// Killed between the words of a start: the marks are begun and the database does not know it yet.
    @Test func aStartThatWasKilledHalfwayIsNoContradiction() async throws {
        let directory = TestDirectory()
        let store = try directory.open()
        try await store.add([event()], to: "a")
        try await store.close()
        let known = try #require(Int64(try directory.rows("SELECT value FROM meta WHERE key = 'marks'")[0][0] ?? ""))
        let marks = Marks(directory: DataDirectory(existing: directory.url))
        try marks.replace(try marks.read(), generation: known + 1)
        let again = try directory.open()
        #expect(await again.marksGeneration > known)
        try await again.close()
        #expect(try Examination.of(directory: directory.url).isGood)
    }

    @Test func aNumberThatNobodyCountedUpToIsNoTrap() async throws {
        let directory = TestDirectory()
        try await directory.open().close()
        for value in ["9223372036854775807", "x", "-1"] {
            try directory.tamper("UPDATE meta SET value = '\(value)' WHERE key = 'marks'")
            let store = try Store.open(directory: directory.url, acceptsLoss: true)
            try await store.close()
            try await directory.open().close()
        }
    }
}
