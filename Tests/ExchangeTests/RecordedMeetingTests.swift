// Knows what a recording may look like and what is said of one that does not.

import Exchange
import Foundation
import Meetings
import Testing

@Suite struct RecordedMeetingTests {
    private static let frame = #"{"type":"meeting","id":"m","clock":true}"#

    private static func read(_ lines: String...) throws(RecordingError) -> RecordedMeeting {
        try RecordedMeeting(Data(lines.joined(separator: "\n").utf8))
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let lines: [String]
        let error: RecordingError
    }

    @Test(arguments: [
        Bad(testDescription: "empty", lines: [""], error: .empty),
        Bad(testDescription: "blank lines", lines: ["", "  ", "\r"], error: .empty),
        Bad(testDescription: "no JSON", lines: [frame, "hello"], error: .notJSON(line: 2)),
        Bad(testDescription: "a list", lines: ["[1]"], error: .notJSON(line: 1)),
        Bad(
            testDescription: "unknown record", lines: [frame, #"{"type":"dance","t":1,"p":"a"}"#],
            error: .unknownRecord(line: 2, type: "dance")),
        Bad(
            testDescription: "the meeting is not first", lines: [#"{"type":"attendee","p":"a"}"#],
            error: .meetingNotFirst(line: 1)),
        Bad(testDescription: "two meetings", lines: [frame, frame], error: .secondMeeting(line: 2)),
        Bad(
            testDescription: "no time", lines: [frame, #"{"type":"connect","p":"a"}"#],
            error: .missing(line: 2, field: "t")),
        Bad(
            testDescription: "no person", lines: [frame, #"{"type":"connect","t":1}"#],
            error: .missing(line: 2, field: "p")),
        Bad(
            testDescription: "a time before the start", lines: [frame, #"{"type":"connect","t":-1,"p":"a"}"#],
            error: .wrong(line: 2, field: "t", expected: "seconds from the start")),
        Bad(
            testDescription: "half a word", lines: [frame, #"{"type":"chat","t":1,"p":"a","words":1.5}"#],
            error: .wrong(line: 2, field: "words", expected: "a whole number from 0 to 200000")),
        Bad(
            testDescription: "a mode that is none", lines: [frame, #"{"type":"attendee","p":"a","mode":"moon"}"#],
            error: .wrong(line: 2, field: "mode", expected: "room, remote or unknown")),
    ])
    func refused(_ bad: Bad) {
        #expect(throws: bad.error) { try RecordedMeeting(Data(bad.lines.joined(separator: "\n").utf8)) }
        #expect(!bad.error.description.isEmpty && !bad.error.code.isEmpty)
    }

    @Test("who speaks and is on no list belongs to the meeting")
    func unlisted() throws {
        let recorded = try Self.read(
            Self.frame, #"{"type":"attendee","p":"a"}"#, #"{"type":"speech","t":3,"p":"b","words":2,"chars":9}"#,
            #"{"type":"called","t":4,"p":null}"#)
        #expect(recorded.people.map(\.name) == ["a", "b"])
        let joins = recorded.steps(["a": "1", "b": "2"], begin: 1_000).filter {
            if case .command(.door(.join)) = $0.act { true } else { false }
        }
        #expect(joins.map(\.at) == [1_000, 4_000])
    }

    @Test("a second connection ends the first")
    func rejoin() throws {
        let recorded = try Self.read(
            Self.frame, #"{"type":"connect","t":0,"p":"a"}"#, #"{"type":"connect","t":9.5,"p":"a"}"#)
        let last = recorded.steps(["a": "1"], begin: 0).suffix(3).map(\.act)
        #expect(
            last == [
                .command(EndPresence(person: "1", reason: .lost).command), .command(BeginPresence(person: "1").command),
                .command(EndMeeting().command),
            ])
    }
}

extension PersonID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}
