import Foundation
import Testing

@testable import Storage

@Suite struct RestoreTests {
    let directory = TestDirectory()
    let target = TestDirectory()
    let other = TestDirectory()
    private let now: Int64 = 1_800_000_000_000

    init() throws {
        try FileManager.default.createDirectory(at: other.url, withIntermediateDirectories: false)
    }

    private var file: URL { other.url.appendingPathComponent("kept.db") }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: target.url.path).sorted() }
    }

    @discardableResult
    private func restore(
        replaces: Bool = false, key: URL? = nil, erasures: URL? = nil
    ) async throws -> Restore.Outcome {
        try await Restore.run(file, into: target.url, replaces: replaces, key: key, erasures: erasures, now: now)
    }

    @Test func anEmptyFolderBecomesAStoreInANewEpoch() async throws {
        let store = try directory.open()
        try await store.add([event("{\"n\":1}", personal: personal("words")), event()], to: "a")
        let (epoch, entries) = (await store.epoch, try await store.entries("a", after: 0, limit: 9))
        _ = try Backup.make(of: directory.url, to: file)
        let outcome = try await restore()
        #expect(outcome.contents.events == 2 && outcome.aside == nil && outcome.isKeyNew && outcome.erased == 0)
        let restored = try target.open()
        #expect(await restored.epoch == outcome.contents.epoch)
        #expect(await restored.epoch != epoch)
        #expect(try await restored.entries("a", after: 0, limit: 9) == entries)
        #expect(try Marks(directory: DataDirectory(existing: target.url)).read() == (try await restored.heads()))
        try await restored.add([event()], to: "a")
        #expect(try await restored.verify() == [])
        try await restored.close()
        #expect(try names == ["secret.key", "staffroom.db", "staffroom.lock", "staffroom.marks"])
        for name in try names { #expect(try target.mode(target.path(name)) == 0o600, "\(name)") }
        #expect(try target.mode(target.url.path) == 0o700)
    }

    @Test func whatIsThereIsKeptAside() async throws {
        let store = try directory.open()
        try await store.add([event("{\"n\":1}")], to: "a")
        _ = try Backup.make(of: directory.url, to: file)
        let old = try target.open()
        try await old.add([event(), event()], to: "b")
        try await old.close()
        try Data("theirs".utf8).write(to: URL(fileURLWithPath: target.path("letter.txt")))
        let before = try Data(contentsOf: URL(fileURLWithPath: target.databasePath))
        await #expect(throws: KeepingError.notEmpty(path: target.url.path)) { try await restore() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: target.databasePath)) == before)
        let outcome = try await restore(replaces: true)
        let aside = try #require(outcome.aside)
        #expect(URL(fileURLWithPath: aside).lastPathComponent == "before-restore-20270115T080000Z")
        #expect(!outcome.isKeyNew)
        let restored = try target.open()
        #expect(try await restored.heads().map(\.stream) == ["a"])
        #expect(FileManager.default.fileExists(atPath: target.path("letter.txt")))
        let kept = try Store.open(directory: URL(fileURLWithPath: aside))
        #expect(try await kept.heads().map(\.stream) == ["b"])
    }

    @Test func aRunningServerIsNotPulledAway() async throws {
        let store = try directory.open()
        _ = try Backup.make(of: directory.url, to: file)
        let running = try target.open()
        await #expect(throws: StoreError.inUse(path: target.path("staffroom.lock"))) {
            try await restore(replaces: true)
        }
        try await running.add([event()])
        #expect(try await running.verify() == [])
        #expect(await !store.isClosed)
    }

    static let wrongs = [
        "UPDATE event SET body = CAST('{\"n\":2}' AS BLOB)", "PRAGMA user_version = 99", "PRAGMA application_id = 7",
    ]

    @Test(arguments: wrongs) func aBackupThatIsNotGoodChangesNothing(_ sql: String) async throws {
        let store = try directory.open()
        try await store.add([event("{\"n\":1}")], to: "a")
        try await store.close()
        try directory.tamper(sql)
        try FileManager.default.copyItem(atPath: directory.databasePath, toPath: file.path)
        await #expect(throws: (any Error).self) { try await restore() }
        #expect(try names == ["staffroom.lock"])
        let old = try target.open()
        try await old.add([event()], to: "b")
        try await old.close()
        let before = try names
        await #expect(throws: (any Error).self) { try await restore(replaces: true) }
        #expect(try names == before)
        #expect(try await target.open().heads().map(\.stream) == ["b"])
    }

    @Test func aCopyOfARunningServersFileIsRefused() async throws {
        let store = try directory.open()
        try await store.add([event()])
        try FileManager.default.copyItem(atPath: directory.databasePath, toPath: file.path)
        try FileManager.default.copyItem(atPath: directory.databasePath + "-wal", toPath: file.path + "-wal")
        await #expect(throws: KeepingError.liveCopy(path: file.path)) { try await restore() }
        #expect(await !store.isClosed)
    }

    @Test func whoWasErasedSinceIsErasedAgain() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        var people: [PersonRow] = []
        for name in ["Ann-secret", "Bob", "Cai-secret"] {
            people.append(try await store.createPerson(network: network, name: name, now: 1))
            try await store.add([event(personal: personal("by \(name)", person: people.last?.id))])
        }
        _ = try Backup.make(of: directory.url, to: file)
        try await store.erasePerson(people[0].id, network: network, now: 2)
        let late = try await store.createPerson(network: network, name: "Dai", now: 3)
        try await store.erasePerson(late.id, network: network, now: 4)
        let copy = other.url.appendingPathComponent("erasures")
        try FileManager.default.copyItem(atPath: directory.path(ErasureList.name), toPath: copy.path)
        // Another one was erased on the server that the backup replaces.
        let old = try target.open()
        let there = try await old.createNetwork(name: "x", contact: "", notice: "", now: 1)
        let eve = try await old.createPerson(network: there.id, name: "Eve", now: 1)
        try await old.erasePerson(eve.id, network: there.id, now: 2)
        try await old.close()
        let outcome = try await restore(replaces: true, erasures: copy)
        #expect(outcome.erased == 1)
        let aside = try #require(outcome.aside)
        try FileManager.default.removeItem(atPath: aside)
        #expect(try target.files(containing: "Ann-secret") == [])
        #expect(try target.files(containing: "Cai-secret") != [])
        #expect(
            Set(try ErasureList.read(target.path(ErasureList.name)).map(\.person)) == [people[0].id, late.id, eve.id])
        let restored = try target.open()
        #expect(try await restored.people(network: network).map(\.name) == ["Bob", "Cai-secret"])
        #expect(try await restored.verify() == [])
    }

    @Test(arguments: [true, false]) func linksGoOnWorking(withKey: Bool) async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let meeting = try await store.createMeeting(network: network, title: "Maths", zone: "UTC", now: 1).id
        let ann = try await store.createPerson(network: network, name: "Ann", now: 1).id
        let room = try await store.makeLink(network: network, meeting: meeting, kind: .room)
        let revoked = try await store.makeLink(network: network, meeting: meeting, kind: .guest)
        try await store.revokeLink(network: network, meeting: meeting, kind: .guest, now: 2)
        let personal = try await store.makeLink(network: network, meeting: meeting, kind: .personal, person: ann)
        _ = try Backup.make(of: directory.url, to: file)
        let key = URL(fileURLWithPath: directory.path(DataDirectory.keyName))
        let outcome = try await restore(key: withKey ? key : nil)
        #expect(outcome.isKeyNew == !withKey)
        let restored = try target.open()
        for (old, kind, person) in [(room, LinkKind.room, nil), (personal, .personal, ann)] as [(_, _, String?)] {
            #expect(try await restored.link(old)?.kind == kind)
            let shown = try #require(
                try await restored.currentLink(network: network, meeting: meeting, kind: kind, person: person))
            #expect((shown == old) == withKey)
            #expect(try await restored.link(shown)?.kind == kind)
            try await restored.revokeLink(network: network, meeting: meeting, kind: kind, person: person, now: 3)
            #expect(try await restored.link(shown) == nil)
            #expect(try await restored.link(old) == nil)
        }
        #expect(try await restored.link(revoked) == nil)
    }

    @Test func whatIsNotThereIsNamed() async throws {
        await #expect(throws: KeepingError.missing(path: file.path)) { try await restore() }
        _ = try await directory.open().close()
        _ = try Backup.make(of: directory.url, to: file)
        let nowhere = other.url.appendingPathComponent("none")
        await #expect(throws: KeepingError.missing(path: nowhere.path)) { try await restore(key: nowhere) }
        await #expect(throws: KeepingError.missing(path: nowhere.path)) { try await restore(erasures: nowhere) }
        #expect(!FileManager.default.fileExists(atPath: target.url.path))
    }
}
