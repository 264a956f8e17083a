// Knows why a report cannot be taken as it is: always with the line to look at, and without taking anything of it.

import Meetings

/// What is wrong with a report.
public enum ImportError: Error, Equatable, Sendable {
    /// A workbook, a picture, too large.
    case unreadable(ListError)
    /// None of the reports that are known here.
    case unknownKind
    /// Nobody is in it.
    case nobody(line: Int)
    case openQuote(line: Int)
    case missingValue(line: Int, column: String)
    case badMoment(line: Int)
    case badDuration(line: Int)
    case endBeforeStart(line: Int)
    /// It spans more than a call can.
    case tooLong(line: Int)
    /// Days that no one order of day and month explains.
    case mixedDates(line: Int)
    /// Day and month may be either: the day of the call has to be said.
    case ambiguousDate(line: Int)
    /// It is about another day than the one that was said.
    case otherDate(line: Int)
    case badCue(line: Int)
    /// A line that belongs to nothing.
    case strayLine(line: Int)
    case tooMany(line: Int, limit: Int)

    /// The name of the case: pages have a sentence for each.
    public var code: String {
        switch self {
        case .unreadable(let error): error.code
        case .unknownKind: "unknownKind"
        case .nobody: "nobody"
        case .openQuote: "openQuote"
        case .missingValue: "missingValue"
        case .badMoment: "badMoment"
        case .badDuration: "badDuration"
        case .endBeforeStart: "endBeforeStart"
        case .tooLong: "tooLong"
        case .mixedDates: "mixedDates"
        case .ambiguousDate: "ambiguousDate"
        case .otherDate: "otherDate"
        case .badCue: "badCue"
        case .strayLine: "strayLine"
        case .tooMany: "tooMany"
        }
    }

    /// The line to look at; the first where it is the file as a whole.
    public var line: Int {
        switch self {
        case .unreadable(let error): error.line ?? 1
        case .unknownKind: 1
        case .nobody(let line), .openQuote(let line), .missingValue(let line, _), .badMoment(let line),
            .badDuration(let line), .endBeforeStart(let line), .tooLong(let line), .mixedDates(let line),
            .ambiguousDate(let line), .otherDate(let line), .badCue(let line), .strayLine(let line),
            .tooMany(let line, _):
            line
        }
    }
}

extension ImportError: CustomStringConvertible {
    public var description: String { "line \(line): \(sentence)" }

    private var sentence: String {
        switch self {
        case .unreadable(let error): error.description
        case .unknownKind:
            "this is no attendance report of Teams or Zoom, no transcript (WebVTT) and no chat of Zoom"
        case .nobody: "expected at least one person"
        case .openQuote: "expected a closing quote"
        case .missingValue(_, let column): "expected a value for \(column)"
        case .badMoment: "expected a date and a time"
        case .badDuration: "expected a duration, such as 1h 2m 3s or 62"
        case .endBeforeStart: "ends before it begins"
        case .tooLong: "is more than \(Limits.importSeconds / 3_600) hours away from the beginning"
        case .mixedDates: "no one order of day and month explains the dates"
        case .ambiguousDate: "day and month may be either; say the day of the meeting with --date 2026-03-12"
        case .otherDate: "is about another day than the one given"
        case .badCue: "expected the times of a cue, such as 00:00:05.000 --> 00:00:08.000"
        case .strayLine: "expected a time and a name"
        case .tooMany(_, let limit): "expected at most \(limit)"
        }
    }
}
