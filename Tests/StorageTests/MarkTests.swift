import Foundation
import Testing

@testable import Storage

@Suite struct MarkTests {
    let directory = TestDirectory()

    private var marks: Marks { Marks(directory: DataDirectory(existing: directory.url)) }

    private func keepFile(_ name: String) throws { try copy(directory.databasePath, directory.path(name)) }

    private func putBack(_ name: String) throws { try copy(directory.path(name), directory.databasePath) }

    private func copy(_ from: String, _ to: String) throws {
        try? FileManager.default.removeItem(atPath: to)
        try FileManager.default.copyItem(atPath: from, toPath: to)
    }

    @Test func theEndOfEveryStreamIsMarked() async throws {
        let store = try directory.open()
        try await store.add([event(), event()], to: "a")
        try await store.mark()
        #expect(try marks.read() == (try await store.heads()))
        try await store.add([event()], to: "b")
        try await store.add([event()], to: "a")
        try await store.mark()
        #expect(try marks.read() == (try await store.heads()))
        try await store.add([event()], to: "b")
        let heads = try await store.heads()
        try await store.close()
        #expect(try marks.read() == heads)
        #expect(try directory.mode(directory.path(Marks.name)) == 0o600)
    }

    @Test func anOldFileIsRefusedUntilTheLossIsAccepted() async throws {
        let store = try directory.open()
        try await store.add([event()], to: "a")
        try await store.close()
        try keepFile("old")
        let again = try directory.open()
        try await again.add([event(), event()], to: "a")
        let epoch = await again.epoch
        try await again.close()
        try putBack("old")
        let refusal = StoreError.behindMark(stream: "a", found: 1, marked: 3)
        for _ in 0..<2 { #expect(throws: refusal) { try directory.open() } }
        #expect(
            try Examination.of(directory: directory.url).damages == [
                Damage(stream: "a", sequence: 3, kind: .behindMark)
            ])
        let accepted = try Store.open(directory: directory.url, acceptsLoss: true)
        #expect(await accepted.epoch != epoch)
        #expect(try await accepted.lastSequence("a") == 1)
        try await accepted.close()
        let last = try directory.open()
        #expect(await last.epoch == (await accepted.epoch))
        #expect(try Examination.of(directory: directory.url).isGood)
    }

    @Test func aDatabaseThatIsGoneIsNotBegunAnew() async throws {
        let store = try directory.open()
        try await store.add([event()], to: "a")
        try await store.close()
        try FileManager.default.removeItem(atPath: directory.databasePath)
        #expect(throws: StoreError.behindMark(stream: "a", found: 0, marked: 1)) { try directory.open() }
    }

    @Test func anotherHistoryOfTheSameLengthIsRefused() async throws {
        let store = try directory.open()
        try await store.add([event()], to: "a")
        try await store.close()
        try keepFile("old")
        let one = try directory.open()
        try await one.add([event("{\"one\":1}")], to: "a")
        try await one.close()
        try putBack("old")
        try FileManager.default.removeItem(atPath: directory.path(Marks.name))
        let other = try Store.open(directory: directory.url, acceptsLoss: true)
        try await other.add([event("{\"other\":1}")], to: "a")
        try await other.close()
        try keepFile("other")
        try putBack("old")
        try FileManager.default.removeItem(atPath: directory.path(Marks.name))
        let third = try Store.open(directory: directory.url, acceptsLoss: true)
        try await third.add([event("{\"third\":1}")], to: "a")
        try await third.close()
        try putBack("other")
        #expect(throws: StoreError.damaged(stream: "a", sequence: 2)) { try directory.open() }
        #expect(
            try Examination.of(directory: directory.url).damages == [
                Damage(stream: "a", sequence: 2, kind: .notAsMarked)
            ])
    }

    @Test func aLineThatWasCutShortHarmsNoOther() async throws {
        let store = try directory.open()
        try await store.add([event()], to: "a")
        try await store.mark()
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: directory.path(Marks.name)))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("{\"hash\":\"GLF".utf8))
        try handle.close()
        #expect(try marks.read().map(\.sequence) == [1])
        try await store.add([event()], to: "a")
        try await store.mark()
        #expect(try marks.read().map(\.sequence) == [2])
        // Every start writes the file anew.
        try await store.close()
        _ = try directory.open()
        #expect(try marks.read().map(\.sequence) == [2])
    }

    @Test func aCommandBesideTheServerMarksNothing() async throws {
        let server = try directory.open()
        try await server.add([event()], to: "a")
        let beside = try Store.open(directory: directory.url, isServer: false)
        try await beside.add([event()], to: "b")
        try await beside.close()
        #expect(try marks.read() == [])
        try await server.close()
        #expect(try marks.read().map(\.stream) == ["a"])
    }
}
