// Guessing codes is slowed; a right one waits its turn; whoever has not guessed is never shut out.

import Testing

@testable import Hosting

@Suite struct CodeGuardTests {
    /// Somebody who sends codes: one after the other, each on a connection of its own and as soon as it may be.
    private struct Sender {
        var at: Int64
        let address: String
        var isRight = false
        var connection: UInt64
        var ticket: CodeGuard.Ticket?
    }

    /// Plays guessers until `end`, and somebody with a right code who comes at `start`: how many codes were judged, and
    /// how long the right one waited, if it was.
    private static func play(
        _ codes: inout CodeGuard, guessers: [String], until end: Int64, right: (address: String, start: Int64)? = nil
    ) -> (judged: Int, waited: Int64?) {
        var (judged, waited, last) = (0, Int64?.none, UInt64(1_000))
        var senders = guessers.map { address in
            last += 1
            return Sender(at: 0, address: address, connection: last)
        }
        if let right {
            senders.append(Sender(at: right.start, address: right.address, isRight: true, connection: 1))
        }
        while let index = senders.indices.min(by: { senders[$0].at < senders[$1].at }), senders[index].at < end {
            var one = senders[index]
            switch one.ticket.map({ codes.ask($0, at: one.at) }) ?? codes.ask(one.address, one.connection, at: one.at) {
            case .now where one.isRight:
                codes.right(one.address)
                waited = one.at - (right?.start ?? 0)
                one.at = end
            case .now:
                judged += 1
                codes.wrong(one.address, one.connection, at: one.at)
                last += 1
                (one.ticket, one.connection, one.at) = (nil, last, one.at + 1)
            case .later(let ticket, let milliseconds): (one.ticket, one.at) = (ticket, one.at + Int64(milliseconds))
            case .refused where one.isRight: one.at = end
            case .refused(let milliseconds): (one.ticket, one.at) = (nil, one.at + Int64(max(1, milliseconds)))
            }
            senders[index] = one
        }
        return (judged, waited)
    }

    /// How long a right code waits that comes at `start`; nil if it is refused.
    private static func wait(
        _ codes: inout CodeGuard, _ address: String, _ connection: UInt64, at start: Int64
    ) -> Int64? {
        var (turn, at) = (codes.ask(address, connection, at: start), start)
        while case .later(let ticket, let milliseconds) = turn {
            at += Int64(milliseconds)
            turn = codes.ask(ticket, at: at)
        }
        guard turn == .now else { return nil }
        codes.right(address)
        return at - start
    }

    @Test("ten wrong ones are judged at once, then one a second")
    func tenThenOneASecond() {
        var codes = CodeGuard(at: 0)
        for number in 0..<10 {
            #expect(codes.ask("192.0.2.1", UInt64(number), at: 0) == .now)
            codes.wrong("192.0.2.1", UInt64(number), at: 0)
        }
        guard case .later(let ticket, let milliseconds) = codes.ask("192.0.2.1", 99, at: 1) else {
            Issue.record("the eleventh does not wait")
            return
        }
        #expect(codes.ask(ticket, at: 1 + Int64(milliseconds)) == .now)
        #expect(codes.ask("192.0.2.2", 100, at: 1) == .now)
        #expect(codes.ask("192.0.2.1", 101, at: 90_000) == .now)
    }

    @Test("at most sixty guesses a minute are judged", arguments: [1, 3, 256])
    func sixtyAMinute(_ addresses: Int) {
        var codes = CodeGuard(at: 0)
        let judged = Self.play(&codes, guessers: (0..<addresses).map { "198.51.100.\($0)" }, until: 600_000).judged
        #expect(judged <= 600 + (addresses > 60 ? addresses : 0), "each address may be wrong once before it is known")
        #expect(judged >= 300)
    }

    @Test("a right code behind a guessing address is judged within ten seconds", arguments: [1, 5, 9])
    func rightOneWaits(_ guessers: Int) throws {
        var codes = CodeGuard(at: 0)
        let address = "192.0.2.1"
        let guessing = Array(repeating: address, count: guessers)
        let played = Self.play(&codes, guessers: guessing, until: 90_000, right: (address, 30_000))
        let waited = try #require(played.waited)
        #expect(waited <= CodeGuard.patienceMilliseconds)
    }

    @Test("whoever guesses on one connection gives way to others, also when all places are taken")
    func fairByConnection() throws {
        var codes = CodeGuard(at: 0)
        let address = "192.0.2.1"
        for connection in UInt64(1)...10 {
            #expect(codes.ask(address, connection, at: 0) == .now)
            codes.wrong(address, connection, at: 0)
        }
        for connection in UInt64(1)...10 { _ = codes.ask(address, connection, at: 1) }
        #expect(try #require(Self.wait(&codes, address, 11, at: 2)) <= 2_000)
        guard case .refused = codes.ask(address, 1, at: 3) else {
            Issue.record("a connection has two codes waiting")
            return
        }
    }

    @Test("a hall whose people come at once is heard at once")
    func hall() {
        var codes = CodeGuard(at: 0)
        for person in UInt64(0)..<300 {
            #expect(codes.ask("192.0.2.1", person, at: Int64(person)) == .now)
            codes.right("192.0.2.1")
        }
    }

    @Test("many wrong codes that are sent at once are not judged at once")
    func parallel() {
        var codes = CodeGuard(at: 0)
        let judged = (UInt64(0)..<500).count { codes.ask("192.0.2.1", $0, at: 0) == .now }
        #expect(judged == CodeGuard.atOnce)
        for connection in UInt64(0)..<UInt64(judged) { codes.wrong("192.0.2.1", connection, at: 5) }
        #expect(codes.ask("192.0.2.1", 600, at: 6) != .now)
    }

    @Test("an IPv6 network is one address")
    func network() {
        var codes = CodeGuard(at: 0)
        for host in UInt64(0)..<10 { codes.wrong("2001:db8:1:2::\(host)", host, at: 0) }
        #expect(codes.ask("2001:db8:1:2:9::1", 50, at: 0) != .now)
    }

    @Test("many addresses share a budget, but newcomers are heard")
    func newcomers() {
        var codes = CodeGuard(at: 0)
        for address in UInt64(0)..<200 { codes.wrong("198.51.100.\(address)", address, at: 0) }
        #expect(codes.ask("198.51.100.7", 500, at: 0) != .now)
        #expect(codes.ask("203.0.113.9", 501, at: 0) == .now)
    }
}

@Suite struct TokenBucketTests {
    @Test func burstThenRate() {
        var bucket = TokenBucket(perSecond: 5, burst: 3, at: 0)
        for _ in 0..<3 { #expect(bucket.take(at: 0) == nil) }
        #expect(bucket.take(at: 0) == 200)
        #expect(bucket.take(at: 200) == nil)
        #expect(bucket.take(at: 200) == 200)
        // A clock that goes back gives nothing and takes nothing.
        #expect(bucket.take(at: 100) == 200)
        #expect(bucket.isFull(at: 10_000))
    }
}
