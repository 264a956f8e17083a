// Knows that a store which had marks and a key does not start without them, or with others, until somebody says so.

import Foundation
import Testing

@testable import Storage

@Suite struct SideFileTests {
    let directory = TestDirectory()

    private var marks: String { directory.path(Marks.name) }
    private var key: String { directory.path(DataDirectory.keyName) }

    private func fill() async throws {
        let store = try directory.open()
        for stream in ["a", "b", "c"] { try await store.add([event(), event()], to: stream) }
        try await store.close()
        // The first start wrote no marks in one go; the second does.
        try await directory.open().close()
    }

    private func contents(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    private func put(_ data: Data, _ path: String) throws { try data.write(to: URL(fileURLWithPath: path)) }

    /// Refused twice, with nothing changed by it; said by `verify`; and gone on with when that is accepted.
    private func expectRefused(_ flaw: SideFlaw) async throws {
        let before = try directory.everything()
        for _ in 0..<2 {
            #expect(throws: StoreError.sideFile(flaw, path: directory.url.path)) { try directory.open() }
        }
        let examination = try Examination.of(directory: directory.url)
        #expect(examination.sideFlaws == [flaw] && examination.damages == [])
        #expect(!examination.isGood && examination.isOnlyKey == flaw.isOfKey && examination.isOnlyLoss != flaw.isOfKey)
        #expect(try directory.everything() == before, "a refusal changes nothing")
        if flaw.isOfKey {
            #expect(throws: StoreError.sideFile(flaw, path: directory.url.path)) {
                try Store.open(directory: directory.url, acceptsLoss: true)
            }
            let kept = try await Rekeying.run(directory.url)
            #expect((kept == nil) == (flaw == .keyMissing))
        } else {
            let accepted = try Store.open(directory: directory.url, acceptsLoss: true)
            #expect(try await accepted.verify() == [])
            try await accepted.close()
        }
        #expect(try Examination.of(directory: directory.url).isGood)
        let store = try directory.open()
        #expect(try await store.heads().map(\.sequence) == [2, 2, 2])
        try await store.close()
    }

    @Test func aStoreWithoutItsMarksDoesNotStart() async throws {
        try await fill()
        try FileManager.default.removeItem(atPath: marks)
        try await expectRefused(.marksMissing)
    }

    @Test(arguments: [0, 1, 40, 200]) func cutMarksDoNotStart(_ length: Int) async throws {
        try await fill()
        try put(contents(marks).prefix(length), marks)
        try await expectRefused(.marksDamaged)
    }

    /// Every bit of the marks: refused with some word of the marks, or what is lost is only the mark that came last.
    @Test func aFlippedBitOfTheMarksIsNoLossOfTheLog() async throws {
        try await fill()
        let good = try contents(marks)
        var damaged = 0
        for bit in stride(from: 0, to: good.count * 8, by: 7) {
            var bad = good
            bad[bit / 8] ^= 1 << UInt8(bit % 8)
            try put(bad, marks)
            let examination = try Examination.of(directory: directory.url)
            // Nothing of the log is said to be gone, because nothing is.
            #expect(examination.damages == [], "bit \(bit)")
            damaged += examination.sideFlaws == [.marksDamaged] ? 1 : 0
        }
        #expect(damaged * 7 > good.count * 7)
        try put(good, marks)
        #expect(try Examination.of(directory: directory.url).isGood)
    }

    @Test func marksOfAnEarlierDayDoNotStart() async throws {
        try await fill()
        let old = try contents(marks)
        try await directory.open().close()
        try put(old, marks)
        try await expectRefused(.marksOutdated)
    }

    @Test func marksOfAnotherStoreDoNotStart() async throws {
        try await fill()
        let other = TestDirectory()
        let store = try other.open()
        try await store.add([event()], to: "elsewhere")
        try await store.close()
        for _ in 0..<5 { try await other.open().close() }
        try put(contents(other.path(Marks.name)), marks)
        #expect(throws: StoreError.behindMark(stream: "elsewhere", found: 0, marked: 1)) { try directory.open() }
    }

    @Test func aLossWithoutMarksBeginsANewEpoch() async throws {
        try await fill()
        let epoch = try Examination.of(directory: directory.url).contents.epoch
        try FileManager.default.removeItem(atPath: marks)
        let store = try Store.open(directory: directory.url, acceptsLoss: true)
        #expect(await store.epoch != epoch)
        try await store.close()
    }

    @Test func aStoreWithoutItsKeyDoesNotStart() async throws {
        try await fill()
        try FileManager.default.removeItem(atPath: key)
        try await expectRefused(.keyMissing)
    }

    @Test(arguments: [0, 1, 31, 33]) func aCutKeyDoesNotStart(_ length: Int) async throws {
        try await fill()
        try put((contents(key) + Data([7])).prefix(length), key)
        try await expectRefused(.keyDamaged)
    }

    @Test func aFlippedBitOfTheKeyDoesNotStart() async throws {
        try await fill()
        var bad = try contents(key)
        bad[17] ^= 4
        try put(bad, key)
        try await expectRefused(.keyForeign)
    }

    @Test func aCommandBesideTheServerNeedsTheKeyToo() async throws {
        try await fill()
        try FileManager.default.removeItem(atPath: key)
        #expect(throws: StoreError.sideFile(.keyMissing, path: directory.url.path)) {
            try Store.open(directory: directory.url, isServer: false)
        }
        #expect(!FileManager.default.fileExists(atPath: key), "and makes none")
    }

    @Test func withANewKeyOldLinksGoOnAndNewOnesAreShown() async throws {
        var store = try directory.open()
        let network = try await store.makeNetwork().id
        let meeting = try await store.createMeeting(network: network, title: "Maths", zone: "UTC", now: 1).id
        let old = try await store.makeLink(network: network, meeting: meeting, kind: .room)
        try await store.close()
        let good = try contents(key)
        try put(Data(repeating: 9, count: 32), key)
        let kept = try #require(try await Rekeying.run(directory.url))
        #expect(try contents(directory.path(kept)) == Data(repeating: 9, count: 32))
        #expect(try contents(key) != good)
        store = try directory.open()
        #expect(try await store.link(old)?.kind == .room)
        let shown = try #require(try await store.currentLink(network: network, meeting: meeting, kind: .room))
        #expect(shown != old)
        #expect(try await store.link(shown)?.kind == .room)
        await #expect(throws: StoreError.inUse(path: directory.path(DataDirectory.lockName))) {
            try await Rekeying.run(directory.url)
        }
        try await store.close()
        // Cut off before the database knew of the new key, it is said again.
        _ = try Store.open(
            directory: directory.url, takesNewKey: true, migrations: Schema.migrations)
        try put(good, key)
        #expect(throws: StoreError.sideFile(.keyForeign, path: directory.url.path)) { try directory.open() }
    }

    /// What was there before this was written down still opens, once, without marks too.
    @Test func aFolderOfBeforeOpensAndKnowsFromThenOn() async throws {
        try await fill()
        try directory.tamper("DELETE FROM meta WHERE key <> 'epoch'")
        try FileManager.default.removeItem(atPath: marks)
        try await directory.open().close()
        try FileManager.default.removeItem(atPath: marks)
        try await expectRefused(.marksMissing)
    }

    @Test func marksOfBeforeAreRead() async throws {
        try await fill()
        try directory.tamper("DELETE FROM meta WHERE key <> 'epoch'")
        let heads = try directory.rows("SELECT stream, sequence, hex(hash) FROM head ORDER BY stream")
        let lines = heads.map { row -> String in
            let bytes = stride(from: 0, to: 64, by: 2).map { start -> UInt8 in
                let digits = Array(row[2] ?? "")
                return UInt8(String(digits[start...start + 1]), radix: 16) ?? 0
            }
            return
                "{\"hash\":\"\(Data(bytes).base64EncodedString())\",\"sequence\":\(row[1] ?? ""),\"stream\":\"\(row[0] ?? "")\"}\n"
        }
        try put(Data(lines.joined().utf8), marks)
        #expect(try Examination.of(directory: directory.url).marks == 3)
        try await directory.open().close()
        try put(Data((lines.joined() + "{\"hash\":\"AA==\",\"sequence\":9,\"stream\":\"z\"}\n").utf8), marks)
        try directory.tamper("DELETE FROM meta WHERE key <> 'epoch'")
        #expect(throws: StoreError.behindMark(stream: "z", found: 0, marked: 9)) { try directory.open() }
    }

    @Test func aBackupPutIntoAFolderByHandIsToldFromARestore() async throws {
        try await fill()
        let other = TestDirectory()
        try FileManager.default.createDirectory(at: other.url, withIntermediateDirectories: false)
        chmod(other.url.path, 0o700)
        _ = try Backup.make(of: directory.url, to: URL(fileURLWithPath: other.databasePath))
        #expect(throws: StoreError.sideFile(.marksMissing, path: other.url.path)) { try other.open() }
        let third = TestDirectory()
        let outcome = try await Restore.run(
            URL(fileURLWithPath: other.databasePath), into: third.url, key: URL(fileURLWithPath: key), now: 1)
        #expect(!outcome.isKeyNew && !outcome.isKeyOther)
        try await third.open().close()
        try put(Data(repeating: 3, count: 32), other.path("another.key"))
        let fourth = TestDirectory()
        let strange = try await Restore.run(
            URL(fileURLWithPath: other.databasePath), into: fourth.url,
            key: URL(fileURLWithPath: other.path("another.key")), now: 1)
        #expect(strange.isKeyOther && !strange.isKeyNew)
        try await fourth.open().close()
    }
}
