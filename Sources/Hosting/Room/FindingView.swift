// Knows how a fact about groups or buddies is told to a page: people by id and topics by theirs, so that the page says
// it in its own language.

import Matching
import Meetings

/// A fact on its way to a page.
public struct FindingView: Encodable, Sendable {
    /// One value: a text, a number, or an object that names what it lists.
    public enum Value: Encodable, Sendable {
        case text(String)
        case number(Int)
        case texts([String])
        case people([String])
        case pairs([[String]])
        case wishes([Wish])
        case facts([FindingView])
        case parts([FindingView])

        public func encode(to encoder: any Encoder) throws {
            var single = encoder.singleValueContainer()
            switch self {
            case .text(let text): try single.encode(text)
            case .number(let number): try single.encode(number)
            case .texts(let texts): try single.encode(texts)
            case .people(let people): try single.encode(["people": people])
            case .pairs(let pairs): try single.encode(["pairs": pairs])
            case .wishes(let wishes): try single.encode(["wishes": wishes])
            case .facts(let facts): try single.encode(["facts": facts])
            case .parts(let facts): try single.encode(["parts": facts])
            }
        }
    }

    public struct Wish: Encodable, Sendable {
        var person: String
        var topic: String
    }

    public var code: String
    public var values: [String: Value]

    public init(_ fact: Finding) {
        code = fact.code.rawValue
        values = fact.values.mapValues { value in
            switch value {
            case .text(let text), .word(let text): .text(text)
            case .list(let texts): .texts(texts)
            case .number(let number): .number(number)
            case .people(let people): .people(people.map(\.id))
            case .pairs(let pairs): .pairs(pairs.map { $0.map(\.id) })
            case .wishes(let wishes): .wishes(wishes.map { Wish(person: $0.person.id, topic: $0.skill) })
            case .facts(let facts): .facts(facts.map(FindingView.init))
            case .parts(let facts): .parts(facts.map(FindingView.init))
            }
        }
    }
}
