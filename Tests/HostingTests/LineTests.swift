// The numbers of one line: what is new, what is a repeat, what does not fit, what is kept.

import Testing

@testable import Hosting

@Suite struct LineTests {
    @Test func everyMessageIsTakenOnce() throws {
        var line = Line()
        #expect(try line.accept(from: 1, count: 2) == 0..<2)
        #expect(try line.accept(from: 1, count: 2).isEmpty)
        #expect(try line.accept(from: 2, count: 3) == 1..<3)
        #expect(try line.accept(from: 5, count: 1) == 0..<1)
        #expect(line.taken == 5)
    }

    @Test(arguments: [0, -1, Int.min, 3, Int.max]) func aGapIsRefused(first: Int) throws {
        var line = Line()
        _ = try line.accept(from: 1, count: 1)
        #expect(throws: LineRefusal.gap) { try line.accept(from: first, count: 1) }
        #expect(line.taken == 1)
    }

    @Test func framesAreKeptUntilTheyAreConfirmed() throws {
        var line = Line()
        for frame in ["a", "b", "c"] { _ = line.add([Array(frame.utf8)], bound: 10) }
        try line.confirm(0)
        #expect(line.frames.count == 3)
        try line.confirm(2)
        #expect(line.frames == [[Array("c".utf8)]])
        #expect((line.confirmed, line.through) == (2, 3))
        try line.confirm(2)
        #expect(line.frames.count == 1)
    }

    @Test(arguments: [0, 3, -1, Int.max, Int.min]) func whatIsGoneOrNeverWasCannotBeConfirmed(last: Int) throws {
        var line = Line()
        _ = line.add([[1]], bound: 10)
        _ = line.add([[2]], bound: 10)
        try line.confirm(1)
        #expect(throws: LineRefusal.gap) { try line.confirm(last) }
        #expect(line.frames == [[[2]]])
    }

    @Test func theFirstFrameMayBeLargeAndTheRestIsBounded() throws {
        var line = Line()
        var fits = [1, 10, 1].enumerated().map { index, count in
            line.add([[UInt8](repeating: UInt8(index), count: index == 0 ? 100 : count)], bound: 10)
        }
        #expect(fits == [true, true, false])
        try line.confirm(1)
        fits = [line.add([[4]], bound: 10)]
        #expect(fits == [true])
    }

    @Test func whatManyAreToldIsKeptOnce() {
        let (room, own) = ([UInt8](repeating: 7, count: 1_000), [UInt8](repeating: 8, count: 10))
        var ledger = LineLedger()
        var lines = [Line(), Line(), Line()]
        for index in lines.indices {
            // A copy is the same bytes; what is made anew is not.
            let frame = [Array(own), room, []]
            _ = lines[index].add([own.map { $0 + 1 }] + frame.dropFirst(), bound: 10)
            ledger.keep(lines[index].frames[0])
        }
        #expect(ledger.bytes == 1_000 + 3 * 10)
        ledger.drop(lines[0].clear())
        ledger.drop(lines[0].clear())
        #expect(ledger.bytes == 1_000 + 2 * 10)
        for index in lines.indices { ledger.drop(lines[index].clear()) }
        #expect(ledger.bytes == 0)
    }
}
