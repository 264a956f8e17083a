import Foundation
import Log
import Testing

@testable import Storage

@Suite struct BackupTests {
    let directory = TestDirectory()
    let other = TestDirectory()

    init() throws {
        try FileManager.default.createDirectory(at: other.url, withIntermediateDirectories: false)
    }

    private var file: URL { other.url.appendingPathComponent("kept.db") }

    /// Two streams grow together in one transaction, so a copy of one instant has them equally long.
    @Test func oneInstantOfAServerUnderLoad() async throws {
        let store = try directory.open()
        let both = ["a", "b"]
        let load = Task {
            var last: Int64 = 0
            while !Task.isCancelled {
                let batch = both.map {
                    Submission(stream: $0, expectedSequence: last, entries: [event("{\"n\":\(last)}")])
                }
                for result in await store.append(batch) { last = try result.get() }
            }
            return last
        }
        var before: Int64 = 0
        while before < 50 {
            before = try await store.lastSequence("a")
            await Task.yield()
        }
        var lengths: [Int64] = []
        for _ in 0..<5 {
            let known = try await store.lastSequence("a")
            let examination = try Backup.make(of: directory.url, to: file, replaces: true)
            let length = examination.contents.highestSequence
            #expect(length >= known, "something acknowledged is not in the backup")
            #expect(examination.contents.events == Int(2 * length))
            lengths.append(length)
        }
        load.cancel()
        let last = try await load.value
        #expect(lengths == lengths.sorted() && Set(lengths).count > 1 && lengths[4] <= last)
        #expect(try await store.verify() == [])
        #expect(try other.mode(file.path) == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.url.path) == ["kept.db"])
    }

    @Test func aFileIsReplacedOnlyIfToldTo() async throws {
        let store = try directory.open()
        try await store.add([event()])
        try Data("theirs".utf8).write(to: file)
        #expect(throws: KeepingError.exists(path: file.path)) { try Backup.make(of: directory.url, to: file) }
        #expect(try Data(contentsOf: file) == Data("theirs".utf8))
        _ = try Backup.make(of: directory.url, to: file, replaces: true)
        #expect(try Examination.of(file: file).contents.events == 1)
    }

    @Test func aDamagedStoreGivesNoBackup() async throws {
        let store = try directory.open()
        try await store.add([event("{\"n\":1}")], to: "a")
        _ = try Backup.make(of: directory.url, to: file)
        let good = try Data(contentsOf: file)
        try await store.close()
        try directory.tamper("UPDATE event SET body = CAST('{\"n\":2}' AS BLOB)")
        #expect {
            try Backup.make(of: directory.url, to: file, replaces: true)
        } throws: { error in
            guard case .flawed(let examination) = error as? KeepingError else { return false }
            return examination.damages == [Damage(stream: "a", sequence: 1, kind: .altered)]
        }
        #expect(try Data(contentsOf: file) == good)
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.url.path) == ["kept.db"])
    }

    @Test func twoToTheSameFileAreRefused() async throws {
        try await directory.open().close()
        let first = open(file.path + ".unfinished", O_RDWR | O_CREAT, 0o600)
        #expect(flock(first, LOCK_EX) == 0)
        #expect(throws: KeepingError.underWay(path: file.path)) { try Backup.make(of: directory.url, to: file) }
        close(first)
        // Left behind by one that was killed: no hindrance.
        _ = try Backup.make(of: directory.url, to: file)
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.url.path) == ["kept.db"])
    }

    @Test func nothingErasedAndNoKeyIsInIt() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann-secret", now: 1)
        try await store.add([event(personal: personal("word-secret", person: ann.id))])
        try await store.erasePerson(ann.id, network: network.id, now: 2)
        _ = try Backup.make(of: directory.url, to: file)
        #expect(try other.files(containing: "-secret") == [])
        let key = try Data(contentsOf: URL(fileURLWithPath: directory.path(DataDirectory.keyName)))
        #expect(try Data(contentsOf: file).range(of: key) == nil)
    }

    @Test func nowhereToPutItIsSaid() async throws {
        try await directory.open().close()
        let nowhere = other.url.appendingPathComponent("none/kept.db")
        #expect(throws: StoreError.fileSystem(path: nowhere.path + ".unfinished", code: ENOENT)) {
            try Backup.make(of: directory.url, to: nowhere)
        }
        #expect(throws: KeepingError.missing(path: other.databasePath)) { try Backup.make(of: other.url, to: file) }
        try Data(repeating: 7, count: 8_192).write(to: URL(fileURLWithPath: other.databasePath))
        #expect(throws: StoreError.damagedFile("file is not a database")) {
            try Backup.make(of: other.url, to: file)
        }
    }
}
