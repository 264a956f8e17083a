// Knows what a client may say, and reads it from hostile bytes.

import Foundation
import Meetings

/// The first message: who I am and what I have.
public struct Hello: Codable, Equatable, Sendable {
    /// How somebody shows who they are.
    public enum Claim: String, Codable, Sendable {
        case teacher, coordinator, wall
    }
    public var `protocol`: Int
    /// Missing for a wall, whose key says it.
    public var meeting: String?
    public var `as`: Claim
    public var key: String?
    public var epoch: String?
    public var sequence: Int64?
    /// The hash that came with that sequence; missing from programs that do not keep it.
    public var hash: String?

    /// A hello of somebody who is known to have said it: what they have of the room is left out.
    public init(_ claim: Claim, to meeting: String) {
        (`protocol`, self.meeting, self.as) = (1, meeting, claim)
    }
}

/// A command with the id that the client made for it.
public struct Wish: Codable, Equatable, Sendable {
    public var id: String
    public var `do`: Command
    /// For whom it is tapped in, if not for oneself.
    public var `for`: PersonID?
}

/// A heartbeat.
public struct Ping: Codable, Equatable, Sendable {
    public var sent: Int64
    /// Up to which entry the client has the room, if it says so.
    public var sequence: Int64?
}

/// A fault of a client: its program is broken, and it is told so before the connection closes.
public struct ProtocolFault: Error, Equatable, Sendable {
    /// Stable code.
    public var code: String
    public var detail: String

    /// A fault with its stable code and a sentence for whoever writes the client.
    public init(_ code: String, _ detail: String) {
        self.code = code
        self.detail = detail
    }
}

/// Anything a client may say.
public enum ClientMessage: Equatable, Sendable {
    case hello(Hello)
    case command(Wish)
    case ping(Ping)

    /// The bounds of a command's id.
    public static let idLength = 1...64

    private struct Envelope: Codable {
        var hello: Hello?
        var command: Wish?
        var ping: Ping?
    }

    /// Reads one message; throws a fault with a stable code when it is none.
    public init(_ bytes: [UInt8]) throws(ProtocolFault) {
        self = if let quick = QuickReading.message(bytes) { quick } else { try Self.read(bytes) }
        if case .command(let wish) = self, !Self.isID(wish.id) {
            throw ProtocolFault("badCommandID", "1 to 64 of A-Z a-z 0-9 - _")
        }
    }

    /// Reads any message, whatever it looks like.
    static func read(_ bytes: [UInt8]) throws(ProtocolFault) -> ClientMessage {
        guard JSONBounds.holds(bytes) else { throw ProtocolFault("tooComplex", "too deep or too many elements") }
        let envelope: Envelope
        do {
            envelope = try JSONDecoder().decode(Envelope.self, from: Data(bytes))
        } catch {
            throw ProtocolFault("badMessage", sentence(error))
        }
        switch (envelope.hello, envelope.command, envelope.ping) {
        case (let hello?, nil, nil):
            guard hello.protocol == 1 else { throw ProtocolFault("unknownProtocol", "this server speaks protocol 1") }
            return .hello(hello)
        case (nil, let wish?, nil): return .command(wish)
        case (nil, nil, let ping?): return .ping(ping)
        case (nil, nil, nil), (_?, _?, _), (_?, _, _?), (_, _?, _?):
            throw ProtocolFault("badMessage", "exactly one of hello, command, ping")
        }
    }

    static func isID(_ id: String) -> Bool {
        idLength.contains(id.utf8.count)
            && id.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false  // foreign: UInt8
                }
            }
    }

    /// Where the message is wrong, without repeating what was in it.
    private static func sentence(_ error: any Error) -> String {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context): return "missing: \(path(context)).\(key.stringValue)"
        case DecodingError.typeMismatch(_, let context): return "wrong type: \(path(context))"
        case DecodingError.valueNotFound(_, let context): return "missing: \(path(context))"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "not a known value: \(path(context))"
        default: return "not JSON"  // foreign: any Error
        }
    }
}
