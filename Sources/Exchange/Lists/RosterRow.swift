// Knows the values of a roster's columns, as spreadsheets and people write them; lists are joined by semicolons, or by
// commas where a form wrote them.

import Foundation
import Matching
import Meetings

/// One row of a table of people.
struct RosterRow {
    let line: Int
    let columns: [ListColumn?]
    let cells: [String]

    func wrong(_ column: ListColumn, _ expected: String) -> ListError {
        .wrongValue(
            line: line, column: (columns.firstIndex(of: column) ?? 0) + 1, name: column.rawValue, expected: expected)
    }

    func cell(_ column: ListColumn) -> String? {
        guard let at = columns.firstIndex(of: column), at < cells.count, !cells[at].isEmpty else { return nil }
        return cells[at]
    }

    /// What programs write where there is nothing.
    private static let nothing: Set<String> = ["nan", "none", "null", "na", "n/a", "#n/a", "<na>", "nat"]

    /// A cell of a column in which nothing can be written out.
    private func value(_ column: ListColumn) -> String? {
        cell(column).flatMap { Self.nothing.contains($0.lowercased()) ? nil : $0 }
    }

    /// Spreadsheets write whole numbers as `5.0`, ours and theirs as `5,0`.
    private static func number(_ text: String) -> Double? {
        let plain = text.replacing(",", with: ".")
        guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || ".-+".contains($0)) }) else { return nil }
        return Double(plain)
    }

    private func whole(_ column: ListColumn, _ range: ClosedRange<Int>) throws(ListError) -> Int? {
        guard let text = value(column) else { return nil }
        guard let number = Self.number(text).flatMap(Int.init(exactly:)), range.contains(number) else {
            throw wrong(column, "a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\"")
        }
        return number
    }

    private func decimal(_ column: ListColumn, _ range: ClosedRange<Double>) throws(ListError) -> Double? {
        guard let text = value(column) else { return nil }
        guard let number = Self.number(text), range.contains(number) else {
            throw wrong(column, "a number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\"")
        }
        return number
    }

    private static let flags: [String: Bool] = [
        "yes": true, "y": true, "true": true, "1": true, "1.0": true, "x": true, "ie": true, "oes": true, "ydw": true,
        "no": false, "n": false, "false": false, "0": false, "0.0": false, "-": false, "na": false, "nac oes": false,
        "nac ydw": false, "nage": false,
    ]

    private func flag(_ column: ListColumn, missing: Bool) throws(ListError) -> Bool {
        guard let text = cell(column), text.lowercased() != "nan" else { return missing }
        guard let flag = Self.flags[ComparedName(text).text] else { throw wrong(column, "yes or no, not \"\(text)\"") }
        return flag
    }

    private static let phases: [String: String] = [
        "primary": "primary", "primary school": "primary", "cynradd": "primary", "ysgol gynradd": "primary",
        "secondary": "secondary", "secondary school": "secondary", "uwchradd": "secondary",
        "ysgol uwchradd": "secondary", "fe": "FE", "further": "FE", "further education": "FE", "ab": "FE",
        "addysg bellach": "FE",
    ]

    private func phase() throws(ListError) -> String {
        guard let text = value(.phase) else { return "" }
        guard let phase = Self.phases[ComparedName(text).text] else {
            throw wrong(.phase, "primary, secondary or FE, not \"\(text)\"")
        }
        return phase
    }

    private static let modes: [String: Bool] = [
        "room": true, "in the room": true, "in room": true, "in person": true, "in-person": true, "ystafell": true,
        "yn yr ystafell": true, "wyneb yn wyneb": true, "remote": false, "online": false, "on the call": false,
        "o bell": false, "ar-lein": false, "ar yr alwad": false,
    ]

    private func isInRoom() throws(ListError) -> Bool {
        guard let text = value(.mode) else { return true }
        guard let isInRoom = Self.modes[ComparedName(text).text] else {
            throw wrong(.mode, "room or remote, not \"\(text)\"")
        }
        return isInRoom
    }

    /// Parts without spaces around them and each once.
    private func list(_ column: ListColumn) -> [String] {
        let text = cell(column) ?? ""
        var seen: Set<String> = []
        return text.unicodeScalars.split(separator: text.unicodeScalars.contains(";") ? ";" : ",")
            .map { ListTable.trimmed($0) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// The person under a name that nobody else here has.
    func person(id: String, name: String) throws(ListError) -> MatchingPerson {
        let kilometres = try decimal(.kilometres, 0...40_100)
        let latitude = try decimal(.lat, -90...90)
        let longitude = try decimal(.lon, -180...180)
        var position: Position?
        if let latitude, let longitude { position = Position(latitude: latitude, longitude: longitude) }
        return MatchingPerson(
            attendee: Attendee(
                id: id, name: name, school: cell(.school) ?? cell(.schoolName) ?? "",
                trust: cell(.mat), phase: try phase(), subject: cell(.subject) ?? "",
                years: try whole(.years, 0...100), offers: list(.offers), needs: list(.needs),
                isCore: try flag(.core, missing: false), isInRoom: try isInRoom(),
                hasBridge: try flag(.bridge, missing: false), talkShare: try whole(.talk, 0...1_000_000_000),
                optsIn: try flag(.optin, missing: true),
                farthestMetres: kilometres.flatMap { $0 > 0 ? Int($0 * 1000) : nil }),
            schoolName: cell(.schoolName), position: position)
    }
}
