// Knows what is said of a column of the evaluator's pack. It is said once: the table, its schema and the dictionary are
// made of it, so that no column can be in one of them and not in the others.

import Meetings

/// What stands in a cell.
enum PackCell: Equatable, Sendable {
    case missing
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case instant(Instant)

    init(_ text: String?) { self = text.map(Self.text) ?? .missing }
    init(_ integer: Int?) { self = integer.map(Self.integer) ?? .missing }
    init(_ number: Double?) { self = number.map(Self.number) ?? .missing }
    init(_ flag: Bool?) { self = flag.map(Self.boolean) ?? .missing }
    init(_ instant: Instant?) { self = instant.map(Self.instant) ?? .missing }

    /// As it stands in a file: an empty cell is a missing value.
    func written(_ csv: CSVText) -> String {
        switch self {
        case .missing: ""
        // A number begins with a sign, and is none that a spreadsheet runs.
        case .text(let text): csv.harmless(text)
        case .integer(let integer): "\(integer)"
        // The shortest digits that give the same number again.
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        case .boolean(let flag): flag ? "true" : "false"
        case .instant(let at): PackInstant.written(at)
        }
    }
}

/// What a column holds.
enum PackKind: Equatable, Sendable {
    case text
    /// A pseudonym, as `PackPattern.pseudonym` has it.
    case pseudonym
    /// One of a list.
    case word([String])
    case integer
    /// 0 or more.
    case count
    case number
    /// From 0 to 1.
    case share
    case boolean
    /// UTC, in milliseconds.
    case instant
    case day
    /// JSON in a cell.
    case json

    /// The type in the words of Table Schema.
    var type: String {
        switch self {
        case .text, .pseudonym, .word: "string"
        case .integer, .count: "integer"
        case .number, .share: "number"
        case .boolean: "boolean"
        case .instant: "datetime"
        case .day: "date"
        case .json: "object"
        }
    }
}

/// Who made what stands in a column.
enum PackOrigin: String, Sendable {
    case server, client, person, coordinator, computed
}

/// One column, whose cells come of rows of one kind.
struct PackColumn<Row: Sendable>: Sendable {
    let name: String
    let kind: PackKind
    let isRequired: Bool
    let unit: String
    let by: PackOrigin
    let meaning: String
    /// What is known to be wrong with it, or may mislead.
    let faults: String
    let cell: @Sendable (Row) -> PackCell

    init(
        _ name: String, _ kind: PackKind, required: Bool = false, unit: String = "", by: PackOrigin, _ meaning: String,
        faults: String = "", _ cell: @escaping @Sendable (Row) -> PackCell
    ) {
        (self.name, self.kind, isRequired, self.unit) = (name, kind, required, unit)
        (self.by, self.meaning, self.faults, self.cell) = (by, meaning, faults, cell)
    }
}

/// Which columns are those of another table.
struct PackReference: Sendable {
    let fields: [String]
    let table: String
    let keys: [String]

    init(_ field: String, _ table: String, _ key: String? = nil) {
        (fields, self.table, keys) = ([field], table, [key ?? field])
    }

    init(_ fields: [String], _ table: String, _ keys: [String]) {
        (self.fields, self.table, self.keys) = (fields, table, keys)
    }
}
