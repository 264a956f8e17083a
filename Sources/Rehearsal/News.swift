// Knows how to read what the server says (Sources/Wire/Protocol.md), and ignores what it does not know.

import Foundation
import Meetings

/// One message of the server.
struct News: Decodable {
    struct Welcome: Decodable {
        struct You: Decodable {
            var `as`: String
        }
        var epoch: String
        var sequence: Int64
        var now: Instant
        var resumed: Bool
        var you: You
        var room: Room?
        var events: [Heard]?
        var hash: String?
    }

    /// As much of a room as a simulated teacher looks at.
    struct Room: Decodable {
        struct Details: Decodable {
            var phase: Phase
        }
        struct Item: Decodable {
            var id: SegmentID
            var kind: SegmentKind
            var state: SegmentState
            var bench: BenchPlan?
        }
        struct Pulse: Decodable {
            var id: PulseID
            var closedAt: Instant?
        }
        struct Prompt: Decodable {
            var id: PromptID
            var kind: PromptKind
            var circle: Circle
            var choices: [String]
            var openedAt: Instant?
            var closedAt: Instant?
        }
        struct Topic: Decodable {
            var id: TopicID
        }
        struct Round: Decodable {
            struct Group: Decodable {
                var id: GroupID
                var members: [PersonID]
            }
            var endedAt: Instant?
            var groups: [Group]
        }
        var details: Details
        var agenda: [Item]?
        var current: SegmentID?
        var pulses: [Pulse]?
        var prompts: [Prompt]?
        var topics: [Topic]?
        var rounds: [Round]?
    }

    /// A fact; nil for a kind that a later server knows and we do not.
    struct Heard: Decodable {
        var sequence: Int64
        var at: Instant
        var event: Event?

        private enum Key: String, CodingKey {
            case sequence, at, event
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            sequence = try container.decode(Int64.self, forKey: .sequence)
            at = try container.decode(Instant.self, forKey: .at)
            event = try? container.decode(Event.self, forKey: .event)
        }
    }

    struct Answer: Decodable {
        var id: String
        var rejection: [String: [String: Int]]?

        private enum Key: String, CodingKey {
            case id, rejection
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            id = try container.decode(String.self, forKey: .id)
            // Only its name matters here, whatever else it carries.
            let inner = try? container.nestedContainer(keyedBy: AnyKey.self, forKey: .rejection)
            rejection = inner.map { Dictionary(uniqueKeysWithValues: $0.allKeys.map { ($0.stringValue, [:]) }) }
        }
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    struct Bye: Decodable {
        var reason: String
    }

    var welcome: Welcome?
    var events: [Heard]?
    var through: Int64?
    /// The mark of the entry `through`.
    var hash: String?
    var ack: Answer?
    var nack: Answer?
    var bye: Bye?
}

/// Reads messages. Many people get the same bytes: what was read for one is not read again for the next.
final class NewsReader {
    private var known: [Data: News] = [:]
    private var order: [Data] = []
    private let decoder = JSONDecoder()
    private static let remembered = 128
    /// Welcomes are everybody's own.
    private static let longestShared = 16_384

    func read(_ message: [UInt8]) -> News? {
        let bytes = Data(message)
        if let news = known[bytes] { return news }
        guard let news = try? decoder.decode(News.self, from: bytes) else { return nil }
        if news.events != nil, bytes.count <= Self.longestShared {
            known[bytes] = news
            order.append(bytes)
            if order.count > Self.remembered { known[order.removeFirst()] = nil }
        }
        return news
    }
}
