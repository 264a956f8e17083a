// Knows the list of participants that Zoom makes, with and without the lines about the meeting, old and new.

import Foundation
import Meetings

/// Reads a list of participants of Zoom.
struct ZoomParticipants {
    private struct Line {
        var row: ListTable.Row
        var person: Int
        var from: WrittenMoment?
        var to: WrittenMoment?
        var seconds: Int?
    }

    private var start: WrittenMoment?
    private var end: WrittenMoment?
    private var lines: [Line] = []
    private var book = CallerBook()

    static func read(_ table: ReportTable, day: Day?, zone: TimeZone) throws(ImportError) -> ImportedFile {
        var report = ZoomParticipants()
        try report.take(table)
        return try report.file(day, zone)
    }

    private mutating func take(_ table: ReportTable) throws(ImportError) {
        var (header, meeting) = (ReportHeader?.none, ListTable.Row?.none)
        for row in table.rows {
            if let header {
                try take(row, header)
            } else if let next = ReportHeader(row) {
                header = next
            } else if let names = meeting {
                try takeMeeting(names, row)
                meeting = nil
            } else if row.cells.contains(where: { ReportColumn(header: $0) == .start }) {
                // The values stand below.
                meeting = row
            }
        }
    }

    private mutating func takeMeeting(_ names: ListTable.Row, _ row: ListTable.Row) throws(ImportError) {
        for (name, cell) in zip(names.cells, row.cells) where !cell.isEmpty {
            let column = ReportColumn(header: name)
            if column == .start { start = try ReportHeader.moment(cell, row.line) }
            if column == .end { end = try ReportHeader.moment(cell, row.line) }
        }
    }

    private mutating func take(_ row: ListTable.Row, _ header: ReportHeader) throws(ImportError) {
        try header.checkWhole(row)
        let name = try header.text(.name, row)
        let (from, to) = (try header.moment(.join, row), try header.moment(.leave, row))
        let seconds = try header.seconds(row)
        // Whoever waits outside is not there.
        if let waits = header.cell(.waiting, row)?.lowercased(), ["yes", "ie", "true", "1"].contains(waits) {
            return book.warn(.waitingRoom, row.line)
        }
        if from == nil, header.has(.join) || seconds == nil {
            throw .missingValue(line: row.line, column: header.has(.join) ? "join" : "duration")
        }
        let person = try book.caller(name, email: header.cell(.email, row), line: row.line, naming: .apart)
        lines.append(Line(row: row, person: person, from: from, to: to, seconds: seconds))
    }

    private mutating func file(_ day: Day?, _ zone: TimeZone) throws(ImportError) -> ImportedFile {
        let all = [start, end].compactMap { $0 } + lines.flatMap { [$0.from, $0.to].compactMap { $0 } }
        let days = try CallDays(all, of: day, in: zone)
        let begin = start.map(days.instant) ?? all.map(days.instant).min()
        for line in lines {
            guard let from = line.from.map(days.instant), let begin else {
                book.warn(.noTimes, line.row.line)
                try book.add(seconds: line.seconds ?? 0, to: line.person, line: line.row.line)
                continue
            }
            let to: Instant
            if let said = line.to.map(days.instant) {
                to = said
            } else if let last = line.seconds.map({ from + Int64($0) * 1_000 }) ?? end.map(days.instant) {
                book.warn(.noLeave, line.row.line)
                to = last
            } else {
                throw .missingValue(line: line.row.line, column: "leave")
            }
            try book.add(ImportedStay(from: from - begin, to: to - begin), to: line.person, line: line.row.line)
        }
        guard !book.people.isEmpty else { throw .nobody(line: 1) }
        book.finish()
        return ImportedFile(
            kind: .zoomParticipants, start: begin, clock: .start, people: book.people, warnings: book.warnings)
    }
}
