// What comes twice is answered twice and stored once, also where an earlier program stored it.

import Log
import Synchronization
import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite struct CommandBookTests {
    private static func stamp(_ hash: UInt64, _ id: String = "c1", by actor: String = "p1") -> CommandStamp {
        CommandStamp(actor: actor, id: id, bodyHash: hash)
    }

    @Test("a command is known by who sent it, its id and its hash")
    func known() {
        var book = CommandBook([StoredCommand(stamp: Self.stamp(7), sequence: 4)])
        #expect(book.find(Self.stamp(7)) == .stored(4))
        #expect(book.find(Self.stamp(8)) == .conflict)
        #expect(book.find(Self.stamp(8, "c2")) == .new)
        #expect(book.find(Self.stamp(8, by: "p2")) == .new)
    }

    @Test("the same wish in other bytes is the same wish, and what an earlier program stored is known")
    func meaning() throws {
        let one = try ClientMessage(
            Array(#"{"command":{"id":"c1","do":{"postMessage":{"text":"Hi","re":"m4"}}}}"#.utf8))
        let other = try ClientMessage(
            Array(#"{ "command": {"do":{"postMessage":{"re":"m4", "text":"\u0048i"}},"id":"c1"} }"#.utf8))
        guard case .command(let first) = one, case .command(let second) = other else {
            Issue.record("no commands")
            return
        }
        #expect(Fingerprint.of(first.do) == Fingerprint.of(second.do))
        // FNV-1a of {"raiseHand":{}}p2, as every program since the first has stored it.
        #expect(Fingerprint.of(RaiseHand(person: nil).command, for: "p2") == 0x981f681c2e9bda02)
        #expect(Fingerprint.of(RaiseHand(person: nil).command) != 0x981f681c2e9bda02)
    }

    @Test("whoever asks again meanwhile is told with the first, and a failure is forgotten")
    func underWay() {
        let heard = Heard()
        var book = CommandBook()
        book.begin(Self.stamp(7))
        #expect(
            book.find(Self.stamp(7)) { result in heard.all.withLock { $0.append(result) } } == .underWay)
        #expect(book.find(Self.stamp(8)) == .conflict)
        book.settle(Self.stamp(7), .failure(.storageFailed))
        #expect(book.find(Self.stamp(7)) == .new)
        book.begin(Self.stamp(7))
        book.settle(Self.stamp(7), .success(9))
        #expect(book.find(Self.stamp(7)) == .stored(9))
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

    @Test("what weighs more is paid for longer; what weighs more than there can be comes through once in a while")
    func weighted() {
        var allowance = Allowance<PersonID>(perSecond: 2, burst: 10)
        #expect(allowance.take("p1", weight: 8, at: 0) == nil)
        #expect(allowance.take("p1", weight: 8, at: 0) == 3_000)
        #expect(allowance.take("p1", weight: 2, at: 0) == nil)
        #expect(allowance.take("p1", weight: 99, at: 5_000) == nil)
        #expect(allowance.take("p2", weight: 99, at: 5_000) == nil)
    }

    @Test("what is owed is waited for, and nobody is shut out for long by it")
    func owed() {
        var allowance = Allowance<PersonID>(perSecond: 1, burst: 10)
        allowance.owe("p1", weight: 15, at: 0)
        #expect(allowance.take("p1", at: 0) == 6_000)
        allowance.owe("p1", weight: 1_000_000, at: 0)
        #expect(allowance.take("p1", at: 0) == 11_000)
        #expect(allowance.take("p1", at: 11_000) == nil)
    }
}
