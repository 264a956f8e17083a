// Knows what the files of a store tell of anonymous answers: while they come they cannot be read without the key; once
// they are closed up there is no key, no secret, no order, and the write-ahead log is empty.

import Foundation
import GRDB
import Log
import Meetings
import Testing

@testable import Storage

@Suite struct AnswerFilesTests {
    private let directory = TestDirectory()

    private func fill(_ store: Store, _ count: Int = 6, prompt: String = "w1") async {
        for number in 0..<count {
            let answer = AnswerContractTests.answer(
                "person-\(number)", "canary-\(number)", token: "token-\(number)", id: "command-\(number)",
                prompt: prompt)
            #expect(await store.keep(answer) == .success(.added))
        }
    }

    private var wal: Int {
        (try? Data(contentsOf: URL(fileURLWithPath: directory.path("staffroom.db-wal"))))?.count ?? 0
    }

    @Test("while answers come, no file has what was said, a secret or a command's id")
    func shut() async throws {
        let store = try directory.open()
        await fill(store)
        for text in ["canary-", "token-", "command-"] { #expect(try directory.files(containing: text) == []) }
        #expect(try !directory.files(containing: "person-3").isEmpty)
        #expect(try directory.mode(directory.path(AnswerKeys.name)) == 0o600)
        #expect(try directory.rows("SELECT length(box) FROM sealed_answer GROUP BY 1").count == 1)
    }

    @Test("once they are closed up, keys and secrets are gone from every file, and the write-ahead log is empty")
    func closed() async throws {
        let store = try directory.open()
        await fill(store)
        let key = try #require(try AnswerKeys(directory: DataDirectory(existing: directory.url)).key("s", "w1"))
        let secrets =
            try directory.rows("SELECT hex(id), hex(token), hex(box) FROM sealed_answer").flatMap(\.self)
            + directory.rows("SELECT hex(code), hex(body) FROM answer_repeat").flatMap(\.self)
        #expect(secrets.count == 30 && wal > 0)
        #expect(try directory.files(containing: key.map(String.init).joined(separator: ",")) == [AnswerKeys.name])
        _ = try await store.sealAnswers("s", prompt: "w1")
        #expect(wal == 0)
        #expect(try AnswerKeys(directory: DataDirectory(existing: directory.url)).key("s", "w1") == nil)
        for secret in secrets {
            let needle = try #require(secret.flatMap(Self.data))
            #expect(try directory.files(containing: needle) == [])
        }
        #expect(try directory.files(containing: key.map(String.init).joined(separator: ",")) == [])
        #expect(try directory.files(containing: "canary-3") == ["staffroom.db"])
        for table in ["sealed_answer", "answer_repeat"] {
            #expect(try directory.rows("SELECT count(*) FROM \(table)") == [["0"]])
        }
    }

    @Test("few that were shown to nobody are gone from every file as soon as the tables are written anew")
    func destroyed() async throws {
        let store = try directory.open()
        await fill(store, 3)
        _ = try await store.sealAnswers("s", prompt: "w1")
        #expect(try !directory.files(containing: "canary-").isEmpty)
        let shown = Submission(stream: "s", expectedSequence: 0, entries: [event()], erasures: [.answers("w1")])
        #expect(await store.append([shown]) == [.success(1)])
        // Whoever has nothing else to do may have done it by now; twice is the same.
        try await store.rewriteAnswers()
        #expect(try directory.files(containing: "canary-") == [])
        #expect(await !store.checkpoints.isAnswersRewriteDue)
    }

    @Test("a server that starts again goes on: while they come, between closing up and showing")
    func again() async throws {
        let first = try directory.open()
        await fill(first, 5)
        try await first.close()
        let second = try directory.open()
        let change = AnswerContractTests.answer("person-2", "changed", token: "token-2", id: "later")
        #expect(await second.keep(change) == .success(.kept))
        let sealed = try await second.sealAnswers("s", prompt: "w1")
        #expect(sealed.count == 5 && sealed.answers?.contains(change.json) == true)
        try await second.close()
        let third = try directory.open()
        #expect(try await third.answers("s") == [sealed])
    }

    @Test("somebody reads: it is not done before the log is emptied, and then it is")
    func reader() async throws {
        let store = try Store.open(directory: directory.url, busyTimeoutSeconds: 0)
        await fill(store)
        let reader = try directory.reader()
        await #expect(throws: StoreError.self) { try await store.sealAnswers("s", prompt: "w1") }
        await #expect(throws: StoreError.self) { try await store.sealAnswers("s", prompt: "w1") }
        try reader.close()
        try await store.checkpoint(.truncate)
        #expect(try await store.sealAnswers("s", prompt: "w1").count == 6)
        #expect(wal == 0)
    }

    @Test("a backup of before opens nothing: without the key the answers are none")
    func backup() async throws {
        let store = try directory.open()
        await fill(store)
        let copy = directory.url.appendingPathComponent("copy.db")
        _ = try Backup.make(of: directory.url, to: copy)
        let bytes = try Data(contentsOf: copy)
        #expect(bytes.range(of: Data("canary-".utf8)) == nil)
        try await store.close()
        let other = TestDirectory()
        _ = try await Restore.run(copy, into: other.url, now: 1)
        let restored = try other.open()
        #expect(try await restored.answers("s").map(\.count) == [6])
        #expect(try await restored.sealAnswers("s", prompt: "w1").answers == [])
    }

    @Test("a log that goes takes all of it along")
    func gone() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let meeting = try await store.createMeeting(network: network, title: "", zone: "UTC", now: 1)
        for prompt in ["w1", "w2"] {
            let answer = AnswerContractTests.answer("p1", "canary", token: "t", id: "1", prompt: prompt, in: meeting.id)
            #expect(await store.keep(answer) == .success(.added))
        }
        _ = try await store.sealAnswers(meeting.id, prompt: "w1")
        let over = Submission(
            stream: meeting.id, expectedSequence: 0, entries: [event(kind: "meetingEnded")],
            catalogue: CatalogueChange(phase: .ended))
        #expect(await store.append([over]) == [.success(1)])
        try await store.retire(meeting.id, network: network, figures: "{}", now: 5)
        #expect(try await store.answers(meeting.id).isEmpty)
        #expect(try AnswerKeys(directory: DataDirectory(existing: directory.url)).key(meeting.id, "w2") == nil)
        #expect(try directory.files(containing: "canary") == [])
    }

    private static func data(_ hex: String) -> Data? {
        let digits = Array(hex)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        return bytes.count * 2 == digits.count ? Data(bytes) : nil
    }
}
