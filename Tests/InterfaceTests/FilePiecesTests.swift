// Files come in pieces: in any order, each once, one file of a person, no more than there is room for, and gone after.

import Meetings
import Testing

@testable import Interface

@Suite struct FilePiecesTests {
    private static let ann = FileOwner(meeting: "m1", person: PersonID(rawValue: "ann"))
    private static let amir = FileOwner(meeting: "m1", person: PersonID(rawValue: "amir"))
    private static func key(_ text: String) throws -> Key { try #require(Key(text)) }

    @Test("given pieces in any order and some twice, when all are here, then the file is whole, once")
    func whole() throws {
        var files = FilePieces()
        let key = try Self.key("f1")
        for number in [2, 0, 2, 1, 0] {
            try files.take([UInt8(number), 9], number, of: 3, file: key, from: Self.ann, at: 0)
        }
        #expect(try files.whole(key, of: Self.ann, at: 0) == [0, 9, 1, 9, 2, 9])
        #expect(files.held == 0)
        #expect(throws: Refusal(409, "fileIncomplete")) { try files.whole(key, of: Self.ann, at: 0) }
    }

    @Test("given a file of somebody, when another asks for it, then there is none")
    func own() throws {
        var files = FilePieces()
        let key = try Self.key("f1")
        try files.take([1], 0, of: 1, file: key, from: Self.ann, at: 0)
        let elsewhere = FileOwner(meeting: "m2", person: Self.ann.person)
        for other in [Self.amir, elsewhere] {
            #expect(throws: Refusal(409, "fileIncomplete")) { try files.whole(key, of: other, at: 0) }
        }
        #expect(try files.whole(key, of: Self.ann, at: 0) == [1])
    }

    @Test("a missing piece is missed; another file takes the place; a silent one is gone")
    func gone() throws {
        var files = FilePieces()
        let (one, other) = (try Self.key("f1"), try Self.key("f2"))
        try files.take([1, 2], 0, of: 2, file: one, from: Self.ann, at: 0)
        #expect(throws: Refusal(409, "fileIncomplete")) { try files.whole(one, of: Self.ann, at: 0) }
        try files.take([3], 0, of: 1, file: other, from: Self.ann, at: 1)
        #expect(files.held == 1)
        files.sweep(at: 1 + FilePieces.patienceMilliseconds)
        #expect(files.held == 1)
        files.sweep(at: 2 + FilePieces.patienceMilliseconds)
        #expect(files.held == 0)
    }

    @Test("a number that is none of the file's is refused, and another count for one file")
    func numbers() throws {
        var files = FilePieces()
        let key = try Self.key("f1")
        try files.take([1], 0, of: 2, file: key, from: Self.ann, at: 0)
        for (number, count) in [(2, 2), (1, 3)] {
            #expect(throws: Refusal.badRequest("wrong: number")) {
                try files.take([1], number, of: count, file: key, from: Self.ann, at: 0)
            }
        }
    }

    @Test("no file is larger than it may be, and all together are no more than there is room for")
    func bounds() throws {
        var files = FilePieces()
        let key = try Self.key("f1")
        let piece = [UInt8](repeating: 7, count: Limits.filePieceBytes)
        for number in 0..<FilePieces.mostPieces {
            try files.take(piece, number, of: FilePieces.mostPieces + 1, file: key, from: Self.ann, at: 0)
        }
        #expect(throws: Refusal(409, "fileTooLarge", limit: Limits.fileBytes)) {
            try files.take([1], FilePieces.mostPieces, of: FilePieces.mostPieces + 1, file: key, from: Self.ann, at: 0)
        }
        #expect(files.held == 0)
        let half = [UInt8](repeating: 7, count: Limits.fileBytes)
        for number in 0..<FilePieces.mostBytes / half.count {
            let owner = FileOwner(meeting: "m1", person: PersonID(rawValue: "p\(number)"))
            try files.take(half, 0, of: 1, file: key, from: owner, at: 0)
        }
        #expect(throws: Refusal.slowDown(Int(FilePieces.patienceMilliseconds))) {
            try files.take([1], 0, of: 1, file: key, from: Self.ann, at: 0)
        }
        // After a while there is room again.
        try files.take([1], 0, of: 1, file: key, from: Self.ann, at: FilePieces.patienceMilliseconds + 1)
        #expect(files.held == 1)
    }
}
