// Knows the file format of recorded meetings: one JSON object a line, `type` is the kind of record.

import Foundation
import Meetings

/// A record of a recorded meeting.
public enum Record: Equatable, Sendable {
    /// `isListed` is missing in recordings that have no list beside who was connected.
    case attendee(person: String, mode: AttendanceMode, isListed: Bool?, school: String?)
    case connect(person: String)
    case handUp(person: String)
    case handDown(person: String)
    /// `person` is missing when it is not known who was called.
    case called(person: String?)
    case queuePeek(person: String)
    case speech(person: String?, words: Int, characters: Int)
    case chat(person: String, words: Int)
    /// An item of the agenda; `number` is its own in recordings without a clock.
    case agenda(number: Int?)
    /// A line of speech within an item.
    case utterance(item: Int?, person: String?, words: Int, characters: Int)
}

/// A record with its time.
public struct TimedRecord: Equatable, Sendable {
    /// Milliseconds from the start; nil where only the order is known.
    public var milliseconds: Int64?
    public var record: Record
}

/// Why a recording cannot be read.
public enum RecordingError: Error, Equatable, Sendable, CustomStringConvertible {
    case unreadable(String)
    case empty
    case notJSON(line: Int)
    case unknownRecord(line: Int, type: String)
    case missing(line: Int, field: String)
    case wrong(line: Int, field: String, expected: String)
    /// The first record has to say which meeting it is.
    case meetingNotFirst(line: Int)
    case secondMeeting(line: Int)

    /// Stable name of the error, for programs.
    public var code: String {
        switch self {
        case .unreadable: "unreadableFile"
        case .empty: "emptyRecording"
        case .notJSON: "notJSON"
        case .unknownRecord: "unknownRecord"
        case .missing: "missingField"
        case .wrong: "wrongField"
        case .meetingNotFirst: "meetingNotFirst"
        case .secondMeeting: "secondMeeting"
        }
    }

    public var description: String {
        switch self {
        case .unreadable(let reason): "it cannot be read: \(reason)"
        case .empty: "it is empty: expected one JSON object a line, the first with \"type\":\"meeting\""
        case .notJSON(let line): "line \(line) is not a JSON object"
        case .unknownRecord(let line, let type): "line \(line) is an unknown record: type \(type.debugDescription)"
        case .missing(let line, let field): "line \(line) lacks the field \(field)"
        case .wrong(let line, let field, let expected): "line \(line): the field \(field) is not \(expected)"
        case .meetingNotFirst(let line): "line \(line): the first record has to be the meeting"
        case .secondMeeting(let line): "line \(line) begins a second meeting: one file is for one meeting"
        }
    }
}

/// A recorded meeting as its file tells it.
public struct RecordedMeeting: Equatable, Sendable {
    public var recording: Recording
    /// When it began, in milliseconds since 1970; nil if the file does not say.
    public var start: Instant?
    /// In the order in which they happened.
    public var records: [TimedRecord]

    /// The largest file that is read.
    public static let largestBytes = 64 * 1024 * 1024

    /// Reads a file.
    ///
    /// - Throws: `RecordingError`; nothing is read in part.
    public init(file: URL) throws(RecordingError) {
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw .unreadable(error.localizedDescription)
        }
        guard data.count <= Self.largestBytes else { throw .unreadable("more than \(Self.largestBytes) bytes") }
        try self.init(data)
    }

    /// Reads the bytes of a file.
    ///
    /// - Throws: `RecordingError`.
    public init(_ data: Data) throws(RecordingError) {
        var frame: (Recording, Instant?)?
        var records: [TimedRecord] = []
        for (index, bytes) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0d || $0 == 0x09 }) else { continue }
            let line = RecordLine(number: index + 1, fields: try Self.object(bytes, line: index + 1))
            let type = try line.text("type")
            if type == "meeting" {
                guard frame == nil else { throw .secondMeeting(line: line.number) }
                frame = (try line.recording(), try line.start())
                continue
            }
            guard let frame else { throw .meetingNotFirst(line: line.number) }
            records.append(try line.record(type, hasClock: frame.0.hasClock))
        }
        guard let frame else { throw .empty }
        (recording, start) = frame
        // Where there is a clock it counts, whatever order the lines came in; a stable sort keeps that of equal times.
        self.records = records.enumerated().sorted {
            ($0.element.milliseconds ?? 0, $0.offset) < ($1.element.milliseconds ?? 0, $1.offset)
        }.map(\.element)
    }

    private static func object(_ bytes: Data, line: Int) throws(RecordingError) -> [String: any Sendable] {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: any Sendable] else {
            throw .notJSON(line: line)
        }
        return object
    }
}
