import Foundation
import Testing

@testable import Sockets

extension SocketsTests {
    struct BroadcastTests {
        static func member(_ port: Int, receiveBytes: Int32? = nil) throws -> RawClient {
            let client = try RawClient(port: port, receiveBytes: receiveBytes)
            try client.upgrade()
            try client.say("join")
            #expect(try client.text() == "joined")
            return client
        }

        @Test func keepsTheOrderOfTheCallsForEachMember() async throws {
            try await withServer { port, _, _ in
                let clients = try (0..<5).map { _ in try Self.member(port) }
                for round in 0..<20 {
                    let speaker = round % clients.count
                    try clients[speaker].say("mixed")
                    for (index, client) in clients.enumerated() {
                        let expected = index == speaker ? ["before", "A", "B", "C", "D"] : ["A", "C"]
                        #expect(try expected.map { _ in try client.text() } == expected)
                    }
                }
            }
        }

        @Test func givesNewcomersNothingOlderAndLeaversEverythingUpToThen() async throws {
            try await withServer { port, _, _ in
                let stays = try Self.member(port)
                let comes = try RawClient(port: port)
                try comes.upgrade()
                try comes.say("rejoin")
                #expect(try comes.text() == "new")
                #expect(try stays.text() == "old")
                #expect(try stays.text() == "new")
                try comes.say("leave")
                try comes.say("publish last")
                try comes.say("end")
                #expect(try comes.text() == "end")
                #expect(try stays.text() == "last")
            }
        }

        @Test func cutsASlowReaderAndNobodyElse() async throws {
            try await withServer { port, handler, server in
                let speaker = try Self.member(port)
                let slow = try Self.member(port, receiveBytes: 4_096)
                let other = try Self.member(port)
                let each = 50_000
                var sent = 0
                // The system's own buffers take a few megabytes before anything waits with us.
                while !handler.all.contains("closed"), sent < 600 {
                    try speaker.say("flood \(each)")
                    #expect(try speaker.frame().payload.count == each)
                    #expect(try other.frame().payload.count == each)
                    sent += 1
                }
                #expect(handler.wait(for: "closed"))
                // What it reads now is whole frames, and then either the reason or the end.
                var texts = 0
                var code: Int?
                while let frame = try? slow.frame() {
                    if frame.opcode == 8 {
                        code = frame.closeCode
                    } else if frame.opcode == 1 {
                        #expect(frame.payload.count == each)
                        texts += 1
                    }
                }
                #expect(texts < sent)
                #expect(code == nil || code == 4008)
                try speaker.say("publish done")
                #expect(try other.text() == "done")
            }
        }

        @Test func tellsASlowReaderThatComesBackInTime() async throws {
            try await withServer({ $0.limits.queueBytes = 100_000 }) { port, _, _ in
                let speaker = try Self.member(port)
                let slow = try Self.member(port, receiveBytes: 4_096)
                for _ in 0..<200 {
                    try speaker.say("flood 50000")
                    #expect(try speaker.frame().payload.count == 50_000)
                }
                #expect(try slow.closeCode() == 4008)
            }
        }

        @Test("whoever is being given a large snapshot is not slow because something happens meanwhile")
        func givesASnapshotTime() async throws {
            try await withServer({ $0.limits.queueBytes = 100_000 }) { port, _, _ in
                let speaker = try Self.member(port)
                let slow = try Self.member(port, receiveBytes: 4_096)
                let large = 8_000_000
                try speaker.say("flood \(large)")
                #expect(try speaker.frame().payload.count == large)
                for number in 0..<10 {
                    try speaker.say("publish \(number)")
                    #expect(try speaker.text() == "\(number)")
                }
                #expect(try slow.frame().payload.count == large)
                for number in 0..<10 { #expect(try slow.text() == "\(number)") }
            }
        }

        @Test func sendsMoreThanOnePiece() async throws {
            try await withServer { port, _, _ in
                let one = try Self.member(port)
                try one.say("flood 1000000")
                #expect(try one.frame().payload.count == 1_000_000)
                let two = try Self.member(port, receiveBytes: 4_096)
                try one.say("flood 3000000")
                // A pong in between must not come to lie within a frame.
                try two.send(RawClient.frame(9, [1]))
                #expect(try one.frame().payload.count == 3_000_000)
                let frames = [try two.frame(), try two.frame()]
                #expect(Set(frames.map { $0.payload.count }) == [1, 3_000_000])
            }
        }
    }
}
