// Knows what a list of people says, whoever asks: the page, the command. Text in; people, groups, and all that was left
// out or put together on the way.

import Meetings

/// A list as it was read.
public struct PeopleList: Sendable {
    public struct Person: Sendable {
        /// Where they stand.
        public var line: Int
        public var name: String
        public var school: String?
        /// The address that stood beside this name and no other.
        public var address: String?
        /// The position of their group.
        public var group: Int?
        /// What the list itself tells them apart by.
        var identifier: String?
        /// What else their row says.
        var row: RosterRow?
        /// Whether somebody of another school has the same name.
        var isShared = false

        /// A name that nobody else in the list has.
        public var called: String { isShared ? "\(name) (\(school ?? ""))" : name }
    }

    /// A line that says once more what another one said.
    public struct Repeat: Encodable, Equatable, Sendable {
        public var line: Int
        public var before: Int
        public var name: String
    }

    public private(set) var encoding: FileEncoding
    public private(set) var people: [Person] = []
    /// What the groups are called; empty where nothing says so.
    public private(set) var groups: [String] = []
    /// Columns and lines that mean nothing here, as they are written.
    public private(set) var ignored: [String] = []
    public private(set) var repeats: [Repeat] = []
    /// How columns that mean something are called here.
    private var headings: [ListColumn: String] = [:]

    /// - Parameters:
    ///   - known: names of people who may be meant.
    ///   - commas: what commas mean where the list does not say so.
    public init(_ file: FileText, known: [String] = [], commas: ListCommas? = nil) throws(ListError) {
        encoding = file.encoding
        let keys = Set(known.map { ComparedName($0) })
        if let header = try ListHeader(file.text) {
            if let open = header.openQuote { throw .openQuote(line: open.line, column: open.column) }
            ignored = header.ignored
            for (name, column) in zip(header.names, header.columns) { if let column { headings[column] = name } }
            try readTable(header, CommaReading(known: keys, answer: commas, header: .surnameFirst))
        } else {
            let lines = ListLines(file.text, known: keys)
            guard lines.isWhole else { throw .tooMany(limit: Limits.listPeople) }
            try readLines(lines, CommaReading(known: keys, answer: commas))
        }
        guard people.count <= Limits.listPeople else { throw .tooMany(limit: Limits.listPeople) }
        try settle()
        guard !people.isEmpty else { throw .nobody }
    }

    /// How a column is called here, if it is there.
    public func heading(_ column: ListColumn) -> String? { headings[column] }

    private mutating func readLines(_ list: ListLines, _ commas: CommaReading) throws(ListError) {
        let read = try commas.people(list.lines)
        ignored = list.ignored
        if list.hasGroups { groups = list.blocks.map { $0.title ?? "" } }
        for (at, block) in list.blocks.enumerated() {
            for position in block.lines {
                for one in read[position] {
                    try add(one, line: list.lines[position].line, group: list.hasGroups ? at : nil)
                }
            }
        }
    }

    private mutating func add(_ one: PersonText, line: Int, group: Int?) throws(ListError) {
        guard !one.name.isEmpty else {
            throw .wrongValue(line: line, column: 1, name: "name", expected: "a name beside \(one.address ?? "")")
        }
        people.append(Person(line: line, name: one.name, address: one.address, group: group))
    }

    private mutating func readTable(_ header: ListHeader, _ commas: CommaReading) throws(ListError) {
        let isOnlyNames = header.columns.count == 1 && header.has(.name)
        var places: [ComparedName: Int] = [:]
        for row in header.rows {
            let cells = RosterRow(line: row.line, columns: header.columns, cells: row.cells)
            if let extra = row.cells.indices.dropFirst(header.names.count).first(where: { !row.cells[$0].isEmpty }) {
                guard isOnlyNames else {
                    throw .tooManyCells(line: row.line, column: extra + 1, expected: header.names.count)
                }
                // The header says that a line is one person.
                let line = PeopleLine(row.cells.joined(separator: ","), line: row.line, isHeaded: false)
                for one in try commas.people([line])[0] { try add(one, line: row.line, group: nil) }
                continue
            }
            var person = try Self.person(cells, header)
            if let title = cells.cell(.group) {
                let key = ComparedName(title)
                if places[key] == nil { groups.append(title) }
                person.group = places[key, default: groups.count - 1]
                places[key] = person.group
            }
            people.append(person)
        }
    }

    private static func person(_ row: RosterRow, _ header: ListHeader) throws(ListError) -> Person {
        // With a column for the first name, one called "name" is the whole of it; else a surname may stand beside it.
        let parts =
            row.cell(.name) == nil || !header.has(.first)
            ? [row.cell(.name) ?? row.cell(.first), row.cell(.surname)] : [row.cell(.name)]
        let written = parts.compactMap { $0 }.joined(separator: " ")
        var one = PersonText(written)
        // In a row of its own it is one person, whatever comma is in the name; beside an identifier it is a label.
        if !header.has(.id), let turned = PersonText.turned(one.name) { one.name = turned }
        let identifier = row.cell(.id)
        if header.has(.id), identifier == nil { throw row.wrong(.id, "a text") }
        if one.name.isEmpty { one.name = identifier ?? "" }
        guard !one.name.isEmpty else {
            throw row.wrong([.first, .surname].first { header.has($0) && !header.has(.name) } ?? .name, "a text")
        }
        let address = row.cell(.email).flatMap(PersonText.address) ?? one.address
        let person = Person(
            line: row.line, name: one.name, school: row.cell(.school) ?? row.cell(.schoolName), address: address,
            identifier: identifier, row: row)
        // What is outside of its list is said whoever reads it.
        _ = try row.person(id: one.name, name: one.name)
        return person
    }

    /// By what a person is told from others: names read alike, of an identifier every sign counts but case and spaces.
    private enum Naming: Hashable {
        case identifier(String)
        case name(ComparedName)

        init(_ person: Person) {
            self = person.identifier.map { .identifier(ComparedName($0).text) } ?? .name(ComparedName(person.name))
        }
    }

    /// Names that stand there twice: two people, if something tells them apart; else once, if they are the same in all.
    private mutating func settle() throws(ListError) {
        var kept: [Person] = []
        var places: [Naming: [Int]] = [:]
        for person in people {
            guard Self.isSeen(person.name) else {
                // In a table a person stands there without a name; in a list it is an empty line.
                if let row = person.row { throw row.wrong(.name, "a name that can be seen") }
                continue
            }
            guard person.name.unicodeScalars.count <= Limits.nameLength else {
                throw .nameTooLong(line: person.line, limit: Limits.nameLength)
            }
            let key = Naming(person)
            let (isAgain, before) = try compare(person, kept, places[key] ?? [])
            if isAgain, let before {
                repeats.append(Repeat(line: person.line, before: kept[before].line, name: person.name))
                continue
            }
            if let before {
                kept[before].isShared = true
                kept.append(person)
                kept[kept.count - 1].isShared = true
            } else {
                kept.append(person)
            }
            places[key, default: []].append(kept.count - 1)
        }
        people = kept
    }

    /// Whether anything of a name can be seen, and compared.
    private static func isSeen(_ name: String) -> Bool {
        !ComparedName(name).isEmpty && (try? Text.name(name, limit: .max)) != nil
    }

    private func compare(
        _ person: Person, _ kept: [Person], _ places: [Int]
    ) throws(ListError) -> (isAgain: Bool, before: Int?) {
        for place in places {
            let other = kept[place]
            if person.identifier != nil {
                throw person.row?.wrong(.id, "somebody who is not in line \(other.line) already")
                    ?? .samePerson(name: person.name, line: person.line, before: other.line)
            }
            let schools = [person.school, other.school].map { ComparedName($0 ?? "") }
            if person.address != nil, person.address?.lowercased() == other.address?.lowercased(),
                schools[0] == schools[1], person.group == other.group
            {
                return (true, place)
            }
            guard schools.allSatisfy({ !$0.isEmpty }), schools[0] != schools[1] else {
                throw .samePerson(name: person.name, line: person.line, before: other.line)
            }
        }
        return (false, places.last)
    }
}
