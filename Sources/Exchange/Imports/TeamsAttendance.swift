// Knows the attendance reports of Teams: the one in sections, the older one with a row a stay, the oldest one with a row
// for each coming and going.

import Foundation
import Meetings

/// Reads an attendance report of Teams.
struct TeamsAttendance {
    /// What the row of one person says.
    private struct Line {
        var row: ListTable.Row
        var header: ReportHeader
        var name: String
        var email: String?
        var from: WrittenMoment?
        var to: WrittenMoment?
        var seconds: Int?
    }

    /// What a row of the oldest report says.
    private struct Step {
        var line: Int
        var name: String
        var isComing: Bool
        var at: WrittenMoment
    }

    private var start: WrittenMoment?
    private var end: WrittenMoment?
    private var participants: [Line] = []
    private var activities: [Line] = []
    private var steps: [Step] = []
    private var book = CallerBook()

    static func read(_ table: ReportTable, day: Day?, zone: TimeZone) throws(ImportError) -> ImportedFile {
        var report = TeamsAttendance()
        try report.take(table)
        return try report.file(day, zone)
    }

    private mutating func take(_ table: ReportTable) throws(ImportError) {
        var (section, header) = (0, ReportHeader?.none)
        for row in table.rows {
            if let next = row.section {
                (section, header) = (next, nil)
            } else if let next = ReportHeader(row), header == nil {
                header = next
            } else if section > 3 {
                continue
            } else if let header {
                try take(row, header, section)
            } else if row.cells.count > 1, let column = ReportColumn(header: row.cells[0]), !row.cells[1].isEmpty {
                if column == .start { start = try ReportHeader.moment(row.cells[1], row.line) }
                if column == .end { end = try ReportHeader.moment(row.cells[1], row.line) }
            }
        }
    }

    private mutating func take(
        _ row: ListTable.Row, _ header: ReportHeader, _ section: Int
    ) throws(ImportError) {
        try header.checkWhole(row)
        let name = try header.text(.name, row)
        if header.has(.action) {
            let action = try header.text(.action, row).lowercased()
            let at = try ReportHeader.moment(try header.text(.moment, row), row.line)
            guard action.hasPrefix("join") || action.hasPrefix("left") else {
                throw .missingValue(line: row.line, column: "action")
            }
            steps.append(Step(line: row.line, name: name, isComing: action.hasPrefix("join"), at: at))
            return
        }
        let line = Line(
            row: row, header: header, name: name, email: header.cell(.email, row),
            from: try header.moment(.join, row), to: try header.moment(.leave, row), seconds: try header.seconds(row))
        if line.from == nil {
            // A row that was cut says neither when nor how long.
            guard !header.has(.join), line.seconds != nil else {
                throw .missingValue(line: row.line, column: "\(header.has(.join) ? ReportColumn.join : .duration)")
            }
        }
        if section == 3 { activities.append(line) } else { participants.append(line) }
    }

    private mutating func file(_ day: Day?, _ zone: TimeZone) throws(ImportError) -> ImportedFile {
        let lines = participants + activities
        let all =
            [start, end].compactMap { $0 } + lines.flatMap { [$0.from, $0.to].compactMap { $0 } } + steps.map(\.at)
        let days = try CallDays(all, of: day, in: zone)
        let begin = start.map(days.instant) ?? all.map(days.instant).min()
        let finish = end.map(days.instant)
        try readRows(begin ?? 0, finish, days)
        try readSteps(begin ?? 0, finish, days)
        guard !book.people.isEmpty else { throw .nobody(line: 1) }
        book.finish()
        return ImportedFile(
            kind: .teamsAttendance, start: begin, clock: .start, people: book.people, warnings: book.warnings)
    }

    private mutating func readRows(_ begin: Instant, _ finish: Instant?, _ days: CallDays) throws(ImportError) {
        // Sections of one report: the second names everybody, the third says when each came and went.
        var known: [(line: Line, person: Int)] = []
        for line in participants {
            known.append((line, try book.caller(line.name, email: line.email, line: line.row.line, naming: .apart)))
        }
        var detailed: Set<Int> = []
        for line in activities {
            let person: Int
            if line.email == nil, let same = book.only(line.name) {
                person = same
            } else {
                person = try book.caller(line.name, email: line.email, line: line.row.line, naming: .apart)
            }
            detailed.insert(person)
            try add(line, to: person, begin, finish, days)
        }
        for (line, person) in known where !detailed.contains(person) {
            let before = book.people[person].stays.count
            try add(line, to: person, begin, finish, days)
            guard let stay = book.people[person].stays.dropFirst(before).first, let seconds = line.seconds else {
                continue
            }
            // A minute is what both ways of rounding may differ.
            if stay.to - stay.from - Int64(seconds) * 1_000 > 60_000 { book.warn(.gapUnknown, line.row.line) }
        }
    }

    private mutating func add(
        _ line: Line, to person: Int, _ begin: Instant, _ finish: Instant?, _ days: CallDays
    ) throws(ImportError) {
        guard let from = line.from.map(days.instant) else {
            book.warn(.noTimes, line.row.line)
            return try book.add(seconds: line.seconds ?? 0, to: person, line: line.row.line)
        }
        let to: Instant
        if let said = line.to.map(days.instant) {
            to = said
        } else if let last = line.seconds.map({ from + Int64($0) * 1_000 }) ?? finish {
            book.warn(.noLeave, line.row.line)
            to = last
        } else {
            throw .missingValue(line: line.row.line, column: "leave")
        }
        try book.add(ImportedStay(from: from - begin, to: to - begin), to: person, line: line.row.line)
    }

    /// The oldest report tells people apart by their names, and says who came and went.
    private mutating func readSteps(_ begin: Instant, _ finish: Instant?, _ days: CallDays) throws(ImportError) {
        let last = finish ?? steps.map { days.instant($0.at) }.max() ?? begin
        var open: [Int: Step] = [:]
        for step in steps {
            let person = try book.caller(step.name, line: step.line, naming: .same)
            if step.isComing {
                // Whoever comes on a second device is here already.
                if open[person] == nil { open[person] = step }
            } else if let came = open.removeValue(forKey: person) {
                let stay = ImportedStay(from: days.instant(came.at) - begin, to: days.instant(step.at) - begin)
                try book.add(stay, to: person, line: step.line)
            }
        }
        for (person, came) in open.sorted(by: { $0.key < $1.key }) {
            book.warn(.noLeave, came.line)
            try book.add(
                ImportedStay(from: days.instant(came.at) - begin, to: last - begin), to: person, line: came.line)
        }
    }
}
