// Knows how a list that was read is told, to the page and by the command alike.

/// A list as JSON.
public struct PeopleListView: Encodable, Sendable {
    public struct Person: Encodable, Sendable {
        public var line: Int
        public var name: String
        public var school: String?
        public var address: String?
        public var group: Int?
    }

    private let encoding: FileEncoding
    public let people: [Person]
    private let groups: [String]
    private let ignored: [String]
    private let repeats: [PeopleList.Repeat]

    public init(_ list: PeopleList) {
        encoding = list.encoding
        people = list.people.map {
            Person(line: $0.line, name: $0.name, school: $0.school, address: $0.address, group: $0.group)
        }
        (groups, ignored, repeats) = (list.groups, list.ignored, list.repeats)
    }
}

/// What is wrong with a list as JSON.
public struct ListProblemView: Encodable, Sendable {
    private let code: String
    private let line: Int?
    private var column: Int?
    private var name: String?
    /// What stands there, or who it is about.
    private var text: String?
    private var before: Int?
    private var limit: Int?

    public init(_ error: ListError) {
        (code, line) = (error.code, error.line)
        switch error {
        case .unreadable, .notText, .workbook, .nobody: break
        case .openQuote(_, let column): self.column = column
        case .wrongValue(_, let column, let name, _), .columnTwice(_, let column, let name):
            (self.column, self.name) = (column, name)
        case .tooManyCells(_, let column, _): self.column = column
        case .samePerson(let name, _, let before): (text, self.before) = (name, before)
        case .nameTooLong(_, let limit), .tooMany(let limit), .tooLarge(let limit): self.limit = limit
        case .uncertain(_, let text): self.text = text
        }
    }
}
