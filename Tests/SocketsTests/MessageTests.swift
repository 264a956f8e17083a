import Testing

@testable import Sockets

extension SocketsTests {
    struct MessageTests {
        @Test func putsFragmentsTogether() async throws {
            try await withServer { port, _, _ in
                let client = try RawClient(port: port)
                try client.upgrade()
                try client.send(RawClient.frame(1, Array("one ".utf8), isFinal: false))
                try client.send(RawClient.frame(9, Array("within".utf8)))
                try client.send(RawClient.frame(0, Array("two ".utf8), isFinal: false))
                try client.send(RawClient.frame(0, Array("three".utf8)))
                let frames = [try client.frame(), try client.frame()]
                #expect(frames.contains(ServerFrame(opcode: 10, payload: Array("within".utf8))))
                #expect(frames.contains(ServerFrame(opcode: 1, payload: Array("one two three".utf8))))
                // Longer than the library's buffer, up to the limit, in one frame and in many.
                let long = [UInt8](repeating: UInt8(ascii: "l"), count: 65_536)
                try client.send(RawClient.frame(1, long))
                #expect(try client.frame() == ServerFrame(opcode: 1, payload: long))
                try client.send(RawClient.frame(1, Array(long[..<30_000]), isFinal: false))
                try client.send(RawClient.frame(0, Array(long[30_000...])))
                #expect(try client.frame() == ServerFrame(opcode: 1, payload: long))
                try client.send(RawClient.frame(1, []))
                try client.say("after")
                #expect(try client.text() == "")
                #expect(try client.text() == "after")
            }
        }

        @Test(arguments: [0, 60, 125]) func answersPings(count: Int) async throws {
            try await withServer { port, _, _ in
                let client = try RawClient(port: port)
                try client.upgrade()
                let payload = (0..<count).map { UInt8($0) }
                try client.send(RawClient.frame(9, payload))
                #expect(try client.frame() == ServerFrame(opcode: 10, payload: payload))
            }
        }

        struct Fault: Sendable, CustomTestStringConvertible {
            let name: String
            let bytes: [UInt8]
            let code: Int
            var testDescription: String { name }
        }

        static let faults: [Fault] = [
            Fault(name: "binary", bytes: RawClient.frame(2, [1, 2, 3]), code: 1003),
            Fault(name: "bad UTF-8", bytes: RawClient.frame(1, [0xC3, 0x28]), code: 1007),
            Fault(name: "surrogate", bytes: RawClient.frame(1, [0xED, 0xA0, 0x80]), code: 1007),
            Fault(name: "UTF-8 cut short", bytes: RawClient.frame(1, [0x61, 0xE2, 0x82]), code: 1007),
            Fault(name: "too long", bytes: RawClient.frame(1, [UInt8](repeating: 0x61, count: 65_537)), code: 1009),
            Fault(name: "declares 2^62", bytes: RawClient.frame(1, [0x61], declaring: 1 << 62), code: 1009),
            Fault(
                name: "too long in fragments",
                bytes: RawClient.frame(1, [UInt8](repeating: 0x61, count: 40_000), isFinal: false)
                    + RawClient.frame(0, [UInt8](repeating: 0x61, count: 40_000)), code: 1009),
            Fault(name: "asked for", bytes: RawClient.frame(1, Array("close".utf8)), code: 4029),
        ]

        @Test(arguments: faults) func closesWith(_ fault: Fault) async throws {
            try await withServer { port, handler, _ in
                let client = try RawClient(port: port)
                try client.upgrade()
                try client.send(fault.bytes)
                #expect(try client.closeCode() == fault.code)
                try client.send(RawClient.frame(8, [UInt8(fault.code >> 8), UInt8(fault.code & 0xFF)]))
                #expect(handler.wait(for: "closed"))
                #expect(handler.all.filter { $0 == "closed" }.count == 1)
            }
        }

        @Test func echoesTheClientsClose() async throws {
            try await withServer { port, handler, _ in
                let client = try RawClient(port: port)
                try client.upgrade()
                try client.send(RawClient.frame(8, [3, 0xE8]))
                #expect(try client.closeCode() == 1000)
                #expect(handler.wait(for: "closed"))
            }
        }

        @Test func hearsNothingAfterTheClientsClose() async throws {
            try await withServer { port, handler, _ in
                let client = try RawClient(port: port)
                try client.upgrade()
                let (before, after) = (Array("note before".utf8), Array("note after".utf8))
                let close = RawClient.frame(8, [3, 0xE8])
                // In one read; within a message; and one that was begun before.
                try client.send(
                    RawClient.frame(1, before) + RawClient.frame(1, Array("note ".utf8), isFinal: false) + close
                        + RawClient.frame(0, Array("rest".utf8)) + RawClient.frame(1, after))
                #expect(try client.closeCode() == 1000)
                // In a read of its own; the server may be gone already.
                try? client.send(RawClient.frame(1, after))
                #expect(handler.wait(for: "closed"))
                #expect(handler.all.contains("before") && !handler.all.contains("after"))
                #expect(!handler.all.contains("rest"))
            }
        }

        @Test func hearsNothingAfterItsOwnClose() async throws {
            try await withServer { port, handler, _ in
                let client = try RawClient(port: port)
                try client.upgrade()
                let after = RawClient.frame(1, Array("note after".utf8))
                try client.send(RawClient.frame(1, Array("close".utf8)) + after)
                #expect(try client.closeCode() == 4029)
                try? client.send(after + RawClient.frame(8, [3, 0xE8]) + after)
                #expect(handler.wait(for: "closed"))
                #expect(!handler.all.contains("after"))
            }
        }

        @Test func closesWhatDoesNotJoinInTime() async throws {
            try await withServer({
                $0.limits.joinDeadlineSeconds = 1
                $0.limits.tickMilliseconds = 50
            }) { port, _, _ in
                let silent = try RawClient(port: port)
                let joined = try RawClient(port: port)
                try joined.upgrade()
                try joined.say("join")
                #expect(try joined.text() == "joined")
                try silent.upgrade()
                #expect(try silent.closeCode() == 4408)
                try joined.say("still here")
                #expect(try joined.text() == "still here")
            }
        }

        @Test func pingsAndCutsTheSilent() async throws {
            try await withServer({
                $0.limits.pingSeconds = 1
                $0.limits.silenceSeconds = 2
                $0.limits.tickMilliseconds = 50
            }) { port, handler, _ in
                let client = try RawClient(port: port)
                try client.upgrade()
                for _ in 0..<3 {
                    let ping = try client.frame()
                    #expect(ping.opcode == 9)
                    try client.send(RawClient.frame(10, ping.payload))
                }
                #expect(handler.wait(for: "closed"))
            }
        }

        @Test func cutsAMessageThatDoesNotEnd() async throws {
            try await withServer({
                $0.limits.messageDeadlineSeconds = 1
                $0.limits.tickMilliseconds = 50
            }) { port, _, _ in
                let client = try RawClient(port: port)
                try client.upgrade()
                try client.send(RawClient.frame(1, Array("begun".utf8), isFinal: false))
                #expect(try client.closeCode() == 1008)
            }
        }
    }
}
