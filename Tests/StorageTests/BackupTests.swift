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

/// A backup never replaces what it is a backup of, by whatever name.
@Suite struct BackupTargetTests {
    let directory = TestDirectory()
    let other = TestDirectory()

    private func expectRefused(_ path: String, of folder: URL? = nil) throws {
        let file = URL(fileURLWithPath: path)
        #expect(throws: KeepingError.ownFile(path: file.path), "\(path)") {
            try Backup.make(of: folder ?? directory.url, to: file, replaces: true)
        }
    }

    @Test func theFilesOfTheFolderAreNoTargets() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann", now: 1)
        try await store.add([event("{\"n\":1}")])
        try await store.erasePerson(ann.id, network: network.id, now: 2)
        try FileManager.default.createDirectory(at: other.url, withIntermediateDirectories: false)
        let before = try directory.everything()
        let names = [
            "staffroom.db", "staffroom.db-wal", "staffroom.db-shm", "staffroom.db-journal", "staffroom.marks",
            "staffroom.marks.new", "staffroom.lock", "staffroom.erasures", "secret.key", "secret.key.new",
            "staffroom.db.before-schema-3",
        ]
        for (number, name) in names.enumerated() {
            let path = directory.path(name)
            try expectRefused(path)
            // In capitals; through the folder and back; through a link to the folder.
            try expectRefused(directory.path(name.uppercased()))
            try expectRefused(directory.path("x/../") + "/" + name)
            let folder = other.path("folder-\(number)")
            try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: directory.url.path)
            try expectRefused(folder + "/" + name)
            try expectRefused(path, of: URL(fileURLWithPath: folder))
            // By a symbolic link, also to what is not there yet, and by a link to that.
            let link = other.path("link-\(number)")
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            try expectRefused(link)
            let second = other.path("second-\(number)")
            try FileManager.default.createSymbolicLink(atPath: second, withDestinationPath: "link-\(number)")
            try expectRefused(second)
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let hard = other.path("hard-\(number)")
            #expect(Foundation.link(path, hard) == 0)
            try expectRefused(hard)
            // The name that a backup has while it is made.
            let making = other.path("making-\(number)")
            #expect(Foundation.link(path, making + ".unfinished") == 0)
            #expect(throws: KeepingError.ownFile(path: making + ".unfinished")) {
                try Backup.make(of: directory.url, to: URL(fileURLWithPath: making), replaces: true)
            }
        }
        #expect(try directory.everything() == before)
        #expect(try await store.verify() == [])
        // Beside them a backup may lie, and elsewhere under any name.
        _ = try Backup.make(of: directory.url, to: URL(fileURLWithPath: directory.path("kept.db")))
        _ = try Backup.make(of: directory.url, to: URL(fileURLWithPath: other.path("staffroom.db")))
    }

    @Test func aRestoreDoesNotEmptyWhatItReads() async throws {
        let store = try directory.open()
        try await store.add([event()])
        let target = TestDirectory()
        let work = target.url.appendingPathComponent("restoring/deep")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        let file = work.appendingPathComponent("kept.db")
        _ = try Backup.make(of: directory.url, to: file)
        let key = work.appendingPathComponent("key")
        try Data(repeating: 1, count: 32).write(to: key)
        let free = other.url.appendingPathComponent("kept.db")
        try FileManager.default.createDirectory(at: other.url, withIntermediateDirectories: false)
        try FileManager.default.copyItem(at: file, to: free)
        for (backup, copy) in [(file, nil), (free, key)] as [(URL, URL?)] {
            await #expect(throws: KeepingError.inWorkplace(path: (copy ?? backup).path)) {
                try await Restore.run(backup, into: target.url, replaces: true, key: copy, now: 1)
            }
        }
        #expect(try Examination.of(file: file).isGood)
        // The live file of a stopped store as the backup: it is copied, and kept aside.
        try await store.close()
        let outcome = try await Restore.run(
            URL(fileURLWithPath: directory.databasePath), into: directory.url, replaces: true, now: 1)
        #expect(outcome.contents.events == 1 && !outcome.isKeyNew && !outcome.isKeyOther)
        try await directory.open().close()
    }
}
