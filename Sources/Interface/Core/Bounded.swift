// Knows how values in requests are bounded: when they are decoded, never later. What is out of bounds is refused with
// the code of its kind and the field where it stands.

import Meetings

extension Decoder {
    /// Where in the request we are, as `rule.farthestKilometres`.
    var field: String { codingPath.map(\.stringValue).joined(separator: ".") }
}

/// How long a text may be, in Unicode scalars, and whether it has lines.
protocol TextBound: Sendable {
    static var limit: Int { get }
    static var hasLines: Bool { get }
    /// Whether it is what somebody is called, of which something has to be seen.
    static var isName: Bool { get }
}

extension TextBound {
    static var isName: Bool { false }
}

/// A text that says something, cleaned.
struct BoundedText<Bound: TextBound>: Decodable, Sendable {
    let value: String

    init(from decoder: any Decoder) throws {
        let typed = try decoder.singleValueContainer().decode(String.self)
        do {
            value =
                Bound.isName
                ? try Text.name(typed, limit: Bound.limit)
                : Bound.hasLines
                    ? try Text.block(typed, limit: Bound.limit) : try Text.line(typed, limit: Bound.limit)
        } catch {
            throw Refusal(error, field: decoder.field)
        }
    }
}

/// A text that may say nothing: then it is nil.
struct PossibleText<Bound: TextBound>: Decodable, Sendable {
    let value: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let typed = container.decodeNil() ? nil : try container.decode(String.self)
        do {
            value =
                Bound.hasLines
                ? try Text.optionalBlock(typed, limit: Bound.limit) : try Text.optionalLine(typed, limit: Bound.limit)
        } catch {
            throw Refusal(error, field: decoder.field)
        }
    }
}

/// Between what a number may be.
protocol NumberBound: Sendable {
    static var range: ClosedRange<Int> { get }
}

/// A whole number within its bounds: a count, a duration, a moment.
struct BoundedNumber<Bound: NumberBound>: Decodable, Sendable {
    let value: Int

    init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Int.self)
        guard Bound.range.contains(value) else {
            let rejection = Rejection.outOfBounds(least: Bound.range.lowerBound, most: Bound.range.upperBound)
            throw Refusal(rejection, field: decoder.field)
        }
    }
}

/// How many there may be.
protocol ListBound: Sendable {
    static var most: Int { get }
}

/// A list that is not too long.
struct BoundedList<Element: Decodable & Sendable, Bound: ListBound>: Decodable, Sendable {
    let values: [Element]

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        var values: [Element] = []
        while !container.isAtEnd {
            guard values.count < Bound.most else { throw Refusal(.tooMany(limit: Bound.most), field: decoder.field) }
            values.append(try container.decode(Element.self))
        }
        self.values = values
    }
}

/// An identifier, whatever it names. One that names nothing simply finds nothing.
struct Key: Decodable, Hashable, Sendable {
    static let lengths = 1...64
    let text: String

    /// Nil for what no identifier of ours looks like.
    init?(_ text: String) {
        guard Self.lengths.contains(text.utf8.count), text.utf8.allSatisfy(Self.isPlain) else { return nil }
        self.text = text
    }

    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let key = Key(text) else { throw Refusal.badRequest("wrong: \(decoder.field)") }
        self = key
    }

    var person: PersonID { PersonID(rawValue: text) }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false  // of bytes
        }
    }
}

/// Something that is looked up as it was sent: a code that was typed, the token of a link, a login name. Whether it is
/// good is for the catalogue.
struct Secret: Decodable, Sendable {
    static let mostBytes = 256
    let text: String

    init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
        guard text.utf8.count <= Self.mostBytes else { throw Refusal.badRequest("wrong: \(decoder.field)") }
    }
}

/// A password as it was typed: no longer than can be hashed. What else a new one has to be is a rule of its own.
struct TypedPassword: Decodable, Sendable {
    static let mostBytes = 1_024
    let text: String

    init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
        guard text.utf8.count <= Self.mostBytes else {
            throw Refusal(409, "password_too_long", limit: Self.mostBytes, field: decoder.field)
        }
    }
}
