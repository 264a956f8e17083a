// Knows why a list cannot be taken as it is: always with the line to look at, and without taking anything of it.

/// What is wrong with a list.
public enum ListError: Error, Equatable, Sendable {
    case unreadable(String)
    /// A picture, a document; none of the encodings that office programs write.
    case notText
    /// Excel's own format: it has to be saved as CSV.
    case workbook
    case openQuote(line: Int, column: Int)
    /// A value outside of what its column may hold.
    case wrongValue(line: Int, column: Int, name: String, expected: String)
    /// A column stands there twice.
    case columnTwice(line: Int, column: Int, name: String)
    /// A line with more cells than there are columns.
    case tooManyCells(line: Int, column: Int, expected: Int)
    /// Two lines say the same of whom nobody can tell apart.
    case samePerson(name: String, line: Int, before: Int)
    case nameTooLong(line: Int, limit: Int)
    case nobody
    case tooMany(limit: Int)
    case tooLarge(limit: Int)
    /// One person or several: nobody but whoever wrote it knows. The first line of those.
    case uncertain(line: Int, text: String)

    /// The name of the case: pages have a sentence for each.
    public var code: String {
        switch self {
        case .unreadable: "unreadable"
        case .notText: "notText"
        case .workbook: "workbook"
        case .openQuote: "openQuote"
        case .wrongValue: "wrongValue"
        case .columnTwice: "columnTwice"
        case .tooManyCells: "tooManyCells"
        case .samePerson: "samePerson"
        case .nameTooLong: "nameTooLong"
        case .nobody: "nobody"
        case .tooMany: "tooMany"
        case .tooLarge: "tooLarge"
        case .uncertain: "uncertain"
        }
    }

    /// The line to look at.
    public var line: Int? {
        switch self {
        case .unreadable, .notText, .workbook, .nobody, .tooMany, .tooLarge: nil
        case .openQuote(let line, _), .wrongValue(let line, _, _, _), .columnTwice(let line, _, _),
            .tooManyCells(let line, _, _), .samePerson(_, let line, _), .nameTooLong(let line, _),
            .uncertain(let line, _):
            line
        }
    }
}

extension ListError: CustomStringConvertible {
    private static func place(_ line: Int, _ column: Int, _ name: String) -> String {
        "line \(line), column \(column) (\(name))"
    }

    public var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read"
        case .notText: "this is not text in UTF-8, UTF-16 or Windows-1252"
        case .workbook: "this is a workbook: save it as CSV"
        case .openQuote(let line, let column): "\(Self.place(line, column, "\"")): expected a closing quote"
        case .wrongValue(let line, let column, let name, let expected):
            "\(Self.place(line, column, name)): expected \(expected)"
        case .columnTwice(let line, let column, let name):
            "\(Self.place(line, column, name)): expected each column once"
        case .tooManyCells(let line, let column, let expected):
            "\(Self.place(line, column, "")): expected \(expected) columns as in the line of their names"
        case .samePerson(let name, let line, let before):
            "line \(line) and line \(before) are both \(name): expected schools that tell them apart"
        case .nameTooLong(let line, let limit): "line \(line): expected a name of at most \(limit) characters"
        case .nobody: "line 2: expected at least one person"
        case .tooMany(let limit): "expected at most \(limit) people"
        case .tooLarge(let limit): "expected at most \(limit) bytes"
        case .uncertain(let line, let text):
            "line \(line): \"\(text)\" may be one person or several: expected the names of columns, or --commas"
        }
    }
}
