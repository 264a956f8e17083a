// Knows the shapes a report is made of: a small tree that encodes as JSON with every null written out and reals
// rounded to six places.

import Foundation

/// A value of a report.
public enum ReportValue: Codable, Equatable, Sendable {
    case null
    case number(Int)
    case real(Double)
    case text(String)
    case list([ReportValue])
    case table([String: ReportValue])

    /// Places behind the point that a report shows.
    public static let places = 6

    init(_ number: Int?) { self = number.map(Self.number) ?? .null }
    init(_ real: Double?) { self = real.map(Self.real) ?? .null }
    init(_ text: String?) { self = text.map(Self.text) ?? .null }
    init(_ texts: [String]) { self = .list(texts.map(Self.text)) }

    /// The same tree without its lists and without `name`: what is left are figures of all together.
    func withoutLists(and name: String) -> ReportValue {
        guard case .table(let table) = self else { return self }
        return .table(
            table.filter { key, value in
                if case .list = value { return false }
                return key != name
            }.mapValues { $0.withoutLists(and: name) })
    }

    /// One line for each figure, with the path of its name; for people who read without a program.
    public var lines: [String] {
        switch self {
        case .null: ["none"]
        case .number(let number): ["\(number)"]
        case .real(let real): ["\(Self.rounded(real))"]
        case .text(let text): [text]
        case .list(let list): [list.flatMap(\.lines).joined(separator: ", ")]
        case .table(let table):
            table.sorted { $0.key < $1.key }.flatMap { key, value in
                if case .table = value {
                    value.lines.map { "\(key).\($0)" }
                } else {
                    value.lines.map { "\(key) = \($0)" }
                }
            }
        }
    }

    private static func rounded(_ real: Double) -> Double {
        let scale = pow(10, Double(places))
        return (real * scale).rounded() / scale
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let real = try? container.decode(Double.self) {
            self = .real(real)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([ReportValue].self) {
            self = .list(list)
        } else {
            self = .table(try container.decode([String: ReportValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .number(let number): try container.encode(number)
        case .real(let real): try container.encode(Self.rounded(real))
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .table(let table): try container.encode(table)
        }
    }
}
