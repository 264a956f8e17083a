// What comes twice is answered twice and stored once, also where an earlier program stored it.

import Log
import Meetings
import Synchronization
import Testing

@testable import Hosting

@Suite struct CommandBookTests {
    private static func stamp(_ hash: UInt64, _ id: String = "c1", by actor: String = "p1") -> CommandStamp {
        CommandStamp(actor: actor, id: id, bodyHash: hash)
    }

    @Test("a command is known by who sent it, its id and its hash")
    func known() {
        var book = CommandBook([StoredCommand(stamp: Self.stamp(7), sequence: 4)])
        #expect(book.find(Self.stamp(7), formerly: 0) == .stored(4))
        #expect(book.find(Self.stamp(8), formerly: 0) == .conflict)
        #expect(book.find(Self.stamp(8, "c2"), formerly: 0) == .new)
        #expect(book.find(Self.stamp(8, by: "p2"), formerly: 0) == .new)
    }

    @Test("what an earlier program stored is known by the hash that it made")
    func former() {
        let command = Command.raiseHand(person: nil)
        let former = Fingerprint.of(meaning: command, for: "p2")
        var book = CommandBook([StoredCommand(stamp: Self.stamp(former), sequence: 4)])
        let now = Self.stamp(Fingerprint.of(Array("the message as it came".utf8)))
        #expect(book.find(now, formerly: Fingerprint.of(meaning: command, for: "p2")) == .stored(4))
        #expect(book.find(now, formerly: Fingerprint.of(meaning: command)) == .conflict)
    }

    @Test("whoever asks again meanwhile is told with the first, and a failure is forgotten")
    func underWay() {
        let heard = Heard()
        var book = CommandBook()
        book.begin(Self.stamp(7))
        #expect(
            book.find(Self.stamp(7), formerly: 0) { result in heard.all.withLock { $0.append(result) } } == .underWay)
        #expect(book.find(Self.stamp(8), formerly: 0) == .conflict)
        book.settle(Self.stamp(7), .failure(.storageFailed))
        #expect(book.find(Self.stamp(7), formerly: 0) == .new)
        book.begin(Self.stamp(7))
        book.settle(Self.stamp(7), .success(9))
        #expect(book.find(Self.stamp(7), formerly: 0) == .stored(9))
        #expect(heard.all.withLock { $0 } == [.failure(.storageFailed)])
    }
}

/// What somebody was told.
private final class Heard: Sendable {
    let all = Mutex<[Result<Int64, Rejection>]>([])
}

@Suite struct AllowanceTests {
    @Test("everybody has their own, and nobody who has used it up is forgotten")
    func own() {
        var limits = HostingLimits()
        (limits.commandsPerSecond, limits.commandBurst) = (1, 1)
        var allowance = Allowance(limits)
        #expect(allowance.take("p1", at: 0) == nil)
        #expect(allowance.take("p1", at: 0) == 1_000)
        for number in 0..<3_000 { _ = allowance.take(PersonID(rawValue: "q\(number)"), at: 0) }
        #expect(allowance.take("p1", at: 0) == 1_000)
        #expect(allowance.take("p1", at: 1_000) == nil)
    }
}
