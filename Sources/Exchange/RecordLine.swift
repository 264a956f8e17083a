// Knows how one line of a recording is read: which fields each kind of record has, and what may stand in them.

import Foundation
import Meetings

/// A line whose fields are not read yet.
struct RecordLine {
    let number: Int
    let fields: [String: any Sendable]

    /// Lengths beyond this are no speech.
    private static let counts = 0...200_000
    /// Recordings of more than a week are none.
    private static let seconds = 0.0...604_800.0

    func recording() throws(RecordingError) -> Recording {
        Recording(
            id: try text("id"), series: try optionalText("series"), date: try optionalText("date"),
            plenary: try optionalText("plenary"), flags: try texts("flags"),
            hasClock: try optionalTruth("clock") ?? true)
    }

    func start() throws(RecordingError) -> Instant? {
        guard let text = try optionalText("start") else { return nil }
        guard let date = try? Date(text, strategy: .iso8601) else {
            throw .wrong(line: number, field: "start", expected: "a time like 2022-05-09T15:00:28Z")
        }
        return Instant((date.timeIntervalSince1970 * 1000).rounded())
    }

    func record(_ type: String, hasClock: Bool) throws(RecordingError) -> TimedRecord {
        let record: Record
        switch type {
        case "attendee":
            return TimedRecord(
                milliseconds: nil,
                record: .attendee(
                    person: try text("p"), mode: try mode(), isListed: try optionalTruth("listed"),
                    school: try optionalText("org")))
        case "connect": record = .connect(person: try text("p"))
        case "hand_up": record = .handUp(person: try text("p"))
        case "hand_down": record = .handDown(person: try text("p"))
        case "called": record = .called(person: try optionalText("p"))
        case "queue_peek": record = .queuePeek(person: try text("p"))
        case "speech":
            record = .speech(person: try optionalText("p"), words: try count("words"), characters: try count("chars"))
        case "chat": record = .chat(person: try text("p"), words: try count("words"))
        case "agenda": record = .agenda(number: fields["n"] == nil ? nil : try count("n"))
        case "utterance":
            record = .utterance(
                item: isMissing("agenda") ? nil : try count("agenda"), person: try optionalText("p"),
                words: try count("words"), characters: try count("chars"))
        default: throw .unknownRecord(line: number, type: type)
        }
        return TimedRecord(milliseconds: hasClock ? try milliseconds() : nil, record: record)
    }

    func text(_ field: String) throws(RecordingError) -> String {
        guard let text = try optionalText(field) else { throw .missing(line: number, field: field) }
        return text
    }

    private func isMissing(_ field: String) -> Bool { fields[field] == nil || fields[field] is NSNull }

    private func optionalText(_ field: String) throws(RecordingError) -> String? {
        guard !isMissing(field) else { return nil }
        guard let text = fields[field] as? String, !text.isEmpty else {
            throw .wrong(line: number, field: field, expected: "a text")
        }
        return text
    }

    private func optionalTruth(_ field: String) throws(RecordingError) -> Bool? {
        guard !isMissing(field) else { return nil }
        guard let truth = fields[field] as? Bool else {
            throw .wrong(line: number, field: field, expected: "true or false")
        }
        return truth
    }

    private func texts(_ field: String) throws(RecordingError) -> [String]? {
        guard !isMissing(field) else { return nil }
        guard let texts = fields[field] as? [String] else {
            throw .wrong(line: number, field: field, expected: "a list of texts")
        }
        return texts
    }

    private func count(_ field: String) throws(RecordingError) -> Int {
        guard !isMissing(field) else { throw .missing(line: number, field: field) }
        guard let number = fields[field] as? Double, let count = Int(exactly: number), Self.counts.contains(count)
        else {
            throw .wrong(
                line: self.number, field: field, expected: "a whole number from 0 to \(Self.counts.upperBound)")
        }
        return count
    }

    private func milliseconds() throws(RecordingError) -> Int64 {
        guard !isMissing("t") else { throw .missing(line: number, field: "t") }
        guard let seconds = fields["t"] as? Double, Self.seconds.contains(seconds) else {
            throw .wrong(line: number, field: "t", expected: "seconds from the start")
        }
        return Int64((seconds * 1000).rounded())
    }

    private func mode() throws(RecordingError) -> AttendanceMode {
        guard let text = try optionalText("mode") else { return .unknown }
        switch text {
        case "remote": return .remote
        // Whether somebody in the room had a device of their own a recording cannot say: none of it was ours.
        case "room": return .roomNoDevice
        case "unknown": return .unknown
        default: throw .wrong(line: number, field: "mode", expected: "room, remote or unknown")
        }
    }
}
