// The book of lives: until when was the server alive that stored the end of a stream?

import Foundation
import Testing

@testable import Storage

@Suite struct LifeBookTests {
    /// A server that lives, stores one event in a stream, and is killed: the store is closed without a last sign.
    private func live(_ directory: TestDirectory, signs: [Int64], storing stream: String?, at instant: Int64 = 1)
        async throws
    {
        let store = try directory.open()
        for (index, sign) in signs.enumerated() {
            try await store.noteLife(at: sign)
            if index == 0, let stream { try await store.add([event(at: instant)], to: stream) }
        }
        try await store.close()
    }

    @Test("each stream ends in the life that stored its end, however many lives came since")
    func lives() async throws {
        let directory = TestDirectory()
        try await live(directory, signs: [100, 105, 110], storing: "a", at: 101)
        try await live(directory, signs: [200, 205], storing: "b", at: 204)
        // This one had a clock that was behind, and stored nothing.
        try await live(directory, signs: [50, 55], storing: nil)
        let store = try directory.open()
        try await store.noteLife(at: 300)
        #expect(try await store.lastSign(of: "a") == 110)
        #expect(try await store.lastSign(of: "b") == 205)
        #expect(try await store.lastSign(of: "c") == nil)
        try await store.add([event(at: 301)], to: "a")
        #expect(try await store.lastSign(of: "a") == nil, "its end is of this life")
        try await store.close()
    }

    @Test("no sign is earlier than the end of the stream, and a clock that is set back is followed")
    func neverBefore() async throws {
        let directory = TestDirectory()
        try await live(directory, signs: [100, 90], storing: "a", at: 170)
        let store = try directory.open()
        try await store.noteLife(at: 300)
        #expect(try await store.lastSign(of: "a") == 170)
        #expect(await store.earlierLives.map(\.last) == [90])
        try await store.close()
    }

    @Test(
        "without a book, or with one that is damaged, the last entry is the last sign",
        arguments: [nil, "", "x", "7 \n"])
    func noBook(_ text: String?) async throws {
        let directory = TestDirectory()
        try await live(directory, signs: [100, 400], storing: "a", at: 170)
        let file = directory.url.appendingPathComponent(LifeBook.name)
        try FileManager.default.removeItem(at: file)
        if let text { try text.write(to: file, atomically: false, encoding: .utf8) }
        let store = try directory.open()
        try await store.noteLife(at: 500)
        #expect(try await store.lastSign(of: "a") == 170)
        try await store.close()
    }

    @Test("the book keeps to its bound")
    func bounded() throws {
        let directory = TestDirectory()
        let book = LifeBook(directory: try DataDirectory(preparing: directory.url))
        for number in 1...(StorageLimits.livesKept + 5) {
            let life = LifeBook.Life(firstEvent: Int64(number), last: Int64(number) * 10)
            let index = try book.begin(life, after: book.read())
            try book.note(LifeBook.Life(firstEvent: Int64(number), last: Int64(number) * 10 + 1), at: index)
        }
        let lives = book.read()
        #expect(lives.count == StorageLimits.livesKept)
        #expect(lives.last == LifeBook.Life(firstEvent: 1_005, last: 10_051))
        #expect(LifeBook.life(of: 1_004, in: lives)?.last == 10_041)
        #expect(LifeBook.life(of: 3, in: lives) == nil)
    }
}
