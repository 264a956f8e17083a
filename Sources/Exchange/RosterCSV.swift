// Knows rosters as CSV: the names of a matching file's people as columns, lists joined by semicolons.

import Foundation
import Matching

extension MatchingFile {
    /// A roster without rules: groups of `size`, mixed if there are people in the room and remote ones.
    public init(roster file: URL, size: Int) throws(MatchingFileError) {
        guard let data = FileManager.default.contents(atPath: file.path) else { throw .unreadable(file.path) }
        guard let text = String(data: data, encoding: .utf8) else {
            throw .wrong(place: file.lastPathComponent, expected: "text in UTF-8")
        }
        try self.init(csv: text, size: size)
    }

    public init(csv text: String, size: Int) throws(MatchingFileError) {
        let table = try CSVTable(text)
        guard let head = table.rows.first else { throw .wrong(place: "line 1", expected: "names of columns") }
        let names = head.cells.map { $0.lowercased() }
        for (column, name) in names.enumerated() {
            guard RosterColumn.all.contains(name), names.firstIndex(of: name) == column else {
                throw .wrongCell(
                    line: head.line, column: column + 1, name: name,
                    expected: "each name once, of: \(RosterColumn.all.joined(separator: ", "))")
            }
        }
        guard names.contains("id") || names.contains("name") else {
            throw .wrongCell(line: head.line, column: 1, name: "id", expected: "a column id or name")
        }
        var people: [MatchingPerson] = []
        var seen: [String: Int] = [:]
        for row in table.rows.dropFirst() {
            let cells = RosterRow(line: row.line, names: names, cells: row.cells)
            guard row.cells.count <= names.count else {
                throw .wrongCell(
                    line: row.line, column: names.count + 1, name: "", expected: "\(names.count) columns as in line 1")
            }
            let person = try cells.person()
            let key = names.contains("id") ? "id" : "name"
            if let before = seen.updateValue(row.line, forKey: person.attendee.id) {
                throw cells.wrong(key, "somebody who is not in line \(before) already")
            }
            people.append(person)
        }
        guard !people.isEmpty else { throw .wrong(place: "line 2", expected: "at least one person") }
        let isHybrid = Set(people.map(\.attendee.isInRoom)).count > 1
        self.init(people: people, rules: Rules(wish: .size(size), modes: isHybrid ? .mixed : .any))
    }
}

enum RosterColumn {
    static let all = [
        "id", "name", "school", "school_name", "mat", "phase", "subject", "years", "offers", "needs", "area", "lat",
        "lon", "attended", "core", "mode", "bridge", "talk", "optin", "max_km",
    ]
}

/// One line of a roster.
struct RosterRow {
    let line: Int
    let names: [String]
    let cells: [String]

    func wrong(_ name: String, _ expected: String) -> MatchingFileError {
        .wrongCell(line: line, column: (names.firstIndex(of: name) ?? 0) + 1, name: name, expected: expected)
    }

    private func cell(_ name: String) -> String? {
        guard let column = names.firstIndex(of: name), column < cells.count, !cells[column].isEmpty else { return nil }
        return cells[column]
    }

    private func number(_ name: String, _ range: ClosedRange<Int>) throws(MatchingFileError) -> Int? {
        guard let text = cell(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw wrong(name, "a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\"")
        }
        return number
    }

    private func decimal(_ name: String, _ range: ClosedRange<Double>) throws(MatchingFileError) -> Double? {
        guard let text = cell(name) else { return nil }
        guard let number = Double(text), range.contains(number) else {
            throw wrong(name, "a number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\"")
        }
        return number
    }

    private func flag(_ name: String, missing: Bool) throws(MatchingFileError) -> Bool {
        guard let text = cell(name) else { return missing }
        switch text.lowercased() {
        case "yes", "y", "true", "1", "x": return true
        case "no", "n", "false", "0", "-": return false
        default: throw wrong(name, "yes or no, not \"\(text)\"")
        }
    }

    /// Parts between semicolons, without spaces around them and each once.
    private func list(_ name: String) -> [String] {
        var seen: Set<String> = []
        return (cell(name) ?? "").split(separator: ";")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    func person() throws(MatchingFileError) -> MatchingPerson {
        guard let id = cell("id") ?? (names.contains("id") ? nil : cell("name")) else {
            throw wrong(names.contains("id") ? "id" : "name", "a text")
        }
        let mode = cell("mode")?.lowercased() ?? "room"
        guard mode == "room" || mode == "remote" else { throw wrong("mode", "room or remote, not \"\(mode)\"") }
        let kilometres = try decimal("max_km", 0...40_100)
        let latitude = try decimal("lat", -90...90)
        let longitude = try decimal("lon", -180...180)
        var position: Position?
        if let latitude, let longitude { position = Position(latitude: latitude, longitude: longitude) }
        return MatchingPerson(
            attendee: Attendee(
                id: id, name: cell("name") ?? id, school: cell("school") ?? cell("school_name") ?? "",
                trust: cell("mat"), phase: cell("phase") ?? "", subject: cell("subject") ?? "",
                years: try number("years", 0...100) ?? 3, offers: list("offers"), needs: list("needs"),
                isCore: try flag("core", missing: false), isInRoom: mode == "room",
                hasBridge: try flag("bridge", missing: false), talkShare: try number("talk", 0...1_000_000_000),
                optsIn: try flag("optin", missing: true),
                farthestMetres: kilometres.flatMap { $0 > 0 ? Int($0 * 1000) : nil }),
            schoolName: cell("school_name"), position: position)
    }
}
