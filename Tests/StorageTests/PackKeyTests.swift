// Knows what the keys of packs promise: private, in no backup, still there after a restore, and pseudonyms that nothing
// but the key gives.

import Foundation
import Testing

@testable import Storage

@Suite struct PackKeyTests {
    @Test("what stands for somebody is HMAC-SHA256 under the key, in Crockford's letters")
    func pseudonym() {
        // RFC 4231 has its vectors with other keys; this one was computed with Python's hmac and base64 (see below).
        let key = PackKey(id: "k", key: Array(0..<32))
        #expect(key.pseudonym(of: "p7") == Self.known)
        #expect(key.pseudonym(of: "p7") != PackKey(id: "k", key: Array(1..<33)).pseudonym(of: "p7"))
        #expect(key.pseudonym(of: "p7") != key.pseudonym(of: "school/p7"))
        #expect(PackKey.hash(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    /// `hmac.new(bytes(range(32)), b"p7", "sha256").digest()`, five bits a letter.
    private static let known = "VZMSR8ESXXTZ8"

    @Test("keys lie in a private file that no backup has, and stay where they are when one is restored")
    func keeping() async throws {
        let directory = TestDirectory()
        let store = try Store.open(directory: directory.url)
        let (one, other) = (try await store.makePackKey(), try await store.makePackKey())
        #expect(one.id != other.id && one.pseudonym(of: "p7") != other.pseudonym(of: "p7"))
        #expect(try directory.mode(directory.path(PackKeys.name)) == 0o600)
        #expect(try await store.packKey(one.id)?.pseudonym(of: "p7") == one.pseudonym(of: "p7"))
        #expect(try await store.packKey("nothing") == nil)
        try await store.close()
        let place = TestDirectory()
        try FileManager.default.createDirectory(at: place.url, withIntermediateDirectories: true)
        let backup = place.url.appendingPathComponent("backup.db")
        _ = try Backup.make(of: directory.url, to: backup)
        _ = try await Restore.run(backup, into: directory.url, replaces: true, now: 1)
        let restored = try Store.open(directory: directory.url)
        #expect(try await restored.packKey(other.id)?.pseudonym(of: "p7") == other.pseudonym(of: "p7"))
        try await restored.close()
        let elsewhere = place.url.appendingPathComponent("elsewhere")
        _ = try await Restore.run(backup, into: elsewhere, now: 1)
        let bare = try Store.open(directory: elsewhere)
        #expect(try await bare.packKey(other.id) == nil)
        try await bare.close()
    }

    @Test("a file that is none of ours is said, and nothing is written over it")
    func foreign() async throws {
        let directory = TestDirectory()
        let store = try Store.open(directory: directory.url)
        for text in ["[]", "{\"a\":[1]}", "", "{"] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: directory.path(PackKeys.name)))
            await #expect(throws: StoreError.self) { try await store.packKey("a") }
            await #expect(throws: StoreError.self) { _ = try await store.makePackKey() }
            #expect(try String(contentsOfFile: directory.path(PackKeys.name), encoding: .utf8) == text)
        }
        try await store.close()
    }
}
