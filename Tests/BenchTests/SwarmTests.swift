// Knows what a swarm makes of what its clients hear: whatever is lost, doubled or out of order is found.

import Foundation
import Testing

@testable import StaffroomBench

@Suite(.serialized) struct SwarmTests {
    /// As a server sends it: not masked.
    private static func frame(_ text: String) -> [UInt8] {
        let payload = Array(text.utf8)
        precondition(payload.count < 65_536)
        return payload.count < 126
            ? [0x81, UInt8(payload.count)] + payload
            : [0x81, 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)] + payload
    }

    private static func events(_ sequences: [Int], through: Int) -> [UInt8] {
        let all = sequences.map { #"{"at":1,"event":{"handRaised":{}},"sequence":\#($0)}"# }
        return frame(#"{"events":[\#(all.joined(separator: ","))],"hash":"5d","through":\#(through)}"#)
    }

    private static let welcome = frame(
        #"{"welcome":{"epoch":"9f","hash":"5c","resumed":false,"room":{"phase":"open"},"sequence":4}}"#)

    private static func swarm(_ clients: Int = 1) throws -> Swarm {
        let swarm = try Swarm(port: 1)
        for _ in 0..<clients {
            swarm.hear(swarm.add(room: 0), welcome)
        }
        return swarm
    }

    @Test("nothing is wrong with facts in order, nor with gaps that are for others")
    func good() throws {
        let swarm = try Self.swarm()
        swarm.hear(0, Self.events([5, 7], through: 7) + Self.events([], through: 9) + Self.events([10], through: 10))
        #expect(swarm.wrong("x") == [])
    }

    @Test("a repeat, disorder and a `through` that goes back are found")
    func bad() throws {
        for (entries, through) in [([4], 5), ([6, 5], 6), ([5, 5], 5), ([5, 6], 5), ([], 4)] {
            let swarm = try Self.swarm()
            swarm.hear(0, Self.events(entries, through: through))
            #expect(!swarm.wrong("x").isEmpty, "\(entries) through \(through)")
        }
    }

    @Test("a message that nobody wrote, and an answer to nothing, are strange")
    func strange() throws {
        let swarm = try Self.swarm()
        let number = 4_000_000_000
        swarm.hear(
            0,
            Self.frame(
                #"{"events":[{"event":{"messagePosted":{"text":"bench~\#(number) x"}},"sequence":5}],"through":5}"#))
        #expect(swarm.wrong("x") == ["x: 1 strange"])
        swarm.hear(0, Self.frame(#"{"ack":{"id":"b\#(number)","sequence":5}}"#))
        #expect(swarm.wrong("x") == ["x: 2 strange"])
    }

    @Test("a message in pieces is one, also with a ping in between")
    func pieces() throws {
        let swarm = try Self.swarm()
        let whole = Array(#"{"events":[{"sequence":5}],"through":5}"#.utf8)
        let (first, last) = (Array(whole[..<10]), Array(whole[10...]))
        swarm.hear(0, [0x01, 10] + first + [0x89, 0] + [0x80, UInt8(last.count)] + last)
        swarm.hear(0, Self.events([5], through: 6))
        #expect(swarm.wrong("x") == ["x: 1 out of order"])
    }
}
