// What the operator's log holds: a line for each occurrence, no more lines than one can read, and nobody's words.

import Foundation
import Synchronization
import Testing

@testable import Journal

@Suite struct JournalTests {
    /// What was written, and a clock that the test moves.
    private final class Paper: Sendable {
        let written = Mutex<[String]>([])
        let now = Mutex(0.0)

        func journal(_ form: Journal.Form = .json, from threshold: Severity = .info) -> Journal {
            Journal(
                threshold: threshold, form: form, seconds: { [self] in now.withLock(\.self) },
                wall: { Date(timeIntervalSince1970: 1_773_334_250.007) }
            ) { [self] line in written.withLock { $0.append(line) } }
        }

        var lines: [String] { written.withLock(\.self) }
        func pass(_ seconds: Double) { now.withLock { $0 += seconds } }
    }

    private struct Odd: Error { var text = "Catrin's secret" }

    private enum Known: NamedFault {
        case gone
        var faultName: StaticString { "gone" }
        var faultCode: Int? { 5 }
    }

    /// One of every kind.
    private static let samples: [Occurrence] = [
        .started(version: VersionWord("0.1.0"), library: VersionWord("4.1.6-debian"), port: 8080),
        .notStarted(code: 78, sentence: StartSentence(ofFailureAtStart: "the setting port (\"x\")\nis wrong")),
        .stopping, .stopped, .plainHTTP, .servesSources,
        .secretsNotWritten(FaultWord(Known.gone)),
        .originRefused(came: OriginWord("http://staffroom.example"), expected: OriginWord("https://staffroom.example")),
        .connectionRefused(.server), .acceptFailed(code: 24), .requestFailed(FaultWord(Odd())),
        .storageFailed(FaultWord(Known.gone), at: .checkpoint), .closingFailed(FaultWord(Known.gone)),
        .ended(code: 70, sentence: StartSentence(ofFailureAtStart: "the disk did not confirm")),
        .roomUnreadable(meeting: IdentifierWord("abcdefghijklmnopqrstuvwxyz"), FaultWord(Known.gone)),
        .recovered(.storing), .agedOut(parts: 3, logs: 1), .ageingFailed(FaultWord(Known.gone)),
        .library(isError: true, LibraryWord(line: "lws_socket_bind: nothing")), .handlesLeft,
        .warningBegan(.clockOff), .warningEnded(.clockOff), .leftOut(of: .library, count: 4),
    ]

    @Test("every kind is one line of JSON with time, level and kind")
    func everyKind() throws {
        #expect(Set(Self.samples.map(\.kind)) == Set(Occurrence.Kind.allCases))
        let paper = Paper()
        let journal = paper.journal(from: .trace)
        for sample in Self.samples { journal.note(sample) }
        #expect(paper.lines.count == Self.samples.count)
        for (line, sample) in zip(paper.lines, Self.samples) {
            #expect(line.hasSuffix("\n") && line.count { $0.isNewline } == 1, "\(line)")
            let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(read["time"] as? String == "2026-03-12T16:50:50.007Z")
            #expect(read["kind"] as? String == sample.kind.rawValue)
            #expect(Severity(rawValue: read["level"] as? String ?? "") != nil)
        }
    }

    @Test("fields stand under their names")
    func fields() {
        let paper = Paper()
        let journal = paper.journal()
        journal.note(Self.samples[7])
        journal.note(.storageFailed(FaultWord(Known.gone), at: .commit))
        let head = #"{"time":"2026-03-12T16:50:50.007Z","level":"#
        #expect(
            paper.lines == [
                head + #""warning","kind":"originRefused","came":"http://staffroom.example","#
                    + #""expected":"https://staffroom.example"}"# + "\n",
                head + #""error","kind":"storageFailed","fault":"gone","faultCode":5,"at":"commit"}"# + "\n",
            ])
    }

    @Test("a terminal gets sentences, of every kind")
    func sentences() {
        let paper = Paper()
        let journal = paper.journal(.text, from: .trace)
        for sample in Self.samples { journal.note(sample) }
        #expect(paper.lines.count == Self.samples.count)
        #expect(paper.lines.allSatisfy { !$0.hasPrefix("{") && $0.hasSuffix("\n") })
        #expect(paper.lines[11] == "error: storage failed (gone 5)\n")
    }

    @Test("what matters less than the setting says is not written")
    func threshold() {
        let paper = Paper()
        let journal = paper.journal(from: .error)
        journal.note(.stopping)
        journal.note(.plainHTTP)
        journal.note(.handlesLeft)
        #expect(paper.lines.count == 1)
    }

    @Test("of a kind only so many are written, and the next says how many were left out; other kinds are not touched")
    func quota() {
        let paper = Paper()
        let journal = paper.journal()
        for _ in 0..<1_000 { journal.note(.connectionRefused(.address)) }
        #expect(paper.lines.count == Int(Journal.burst))
        journal.note(.handlesLeft)
        #expect(paper.lines.count == Int(Journal.burst) + 1)
        paper.pass(1 / Journal.perSecond)
        journal.note(.connectionRefused(.address))
        #expect(paper.lines.last?.contains(#""leftOut":995"#) == true)
        paper.pass(1 / Journal.perSecond)
        journal.note(.connectionRefused(.address))
        #expect(paper.lines.last?.contains("leftOut") == false)
    }

    @Test("what was left out is told later, and at the end at once")
    func leftOut() {
        let paper = Paper()
        let journal = paper.journal()
        for _ in 0..<8 { journal.note(.connectionRefused(.server)) }
        journal.tellLeftOut()
        #expect(paper.lines.count == 5)
        paper.pass(1 / Journal.perSecond)
        journal.tellLeftOut()
        #expect(paper.lines.last?.contains(#""kind":"leftOut","of":"connectionRefused","count":3"#) == true)
        journal.tellLeftOut()
        #expect(paper.lines.count == 6)
        for _ in 0..<2 { journal.note(.connectionRefused(.server)) }
        journal.tellLeftOut(isLast: true)
        #expect(paper.lines.last?.contains(#""count":2"#) == true)
    }

    @Test("a clock that stands still or goes back gives no line more")
    func backwards() {
        let paper = Paper()
        let journal = paper.journal()
        for _ in 0..<50 {
            journal.note(.handlesLeft)
            paper.pass(-3_600)
        }
        #expect(paper.lines.count == Int(Journal.burst))
    }

    @Test("an error is told by the names in the sources, never by its text")
    func faults() {
        #expect(FaultWord(Odd()).words == "Odd")
        #expect(FaultWord(Known.gone).words == "gone 5")
    }

    @Test(
        "a text that a client chose does not fit into a word",
        arguments: [
            "Catrin", "https://staffroom.example/a?b", "https://x y", "https://", "ftp://a", "null", "https://a\"b",
            "https://a\nb", "https://ysgol-môr.example", "https://user@host",
            String(repeating: "https://a", count: 100),
        ])
    func origins(_ text: String) {
        #expect(OriginWord(text) == nil)
    }

    @Test("an origin is told in small letters")
    func origin() {
        #expect(OriginWord("HTTPS://Staffroom.Example:8443")?.text == "https://staffroom.example:8443")
        #expect(OriginWord("http://[::1]:80")?.text == "http://[::1]:80")
    }

    @Test("of the library's line only the function is told")
    func library() {
        #expect(LibraryWord(line: "lws_parse: GET /x?Catrin")?.text == "lws_parse")
        #expect(LibraryWord(line: "rops_handle_POLLIN_ws: eek")?.text == "rops_handle_POLLIN_ws")
        for line in ["Catrin: hello", "lws_parse", "", ": x", "lws parse: x", "accept: errno 24", "lwsé: x"] {
            #expect(LibraryWord(line: line) == nil, "\(line)")
        }
        #expect(IdentifierWord("Catrin Ann Davies and more") == nil)
        #expect(IdentifierWord("abc") == nil)
        #expect(VersionWord("4.1.6 \"Catrin\"\n").text == "4.1.6Catrin")
    }

    @Test("times before 1970 are times, too")
    func stamps() {
        #expect(Journal.stamp(Date(timeIntervalSince1970: 0)) == "1970-01-01T00:00:00.000Z")
        #expect(Journal.stamp(Date(timeIntervalSince1970: -0.001)) == "1969-12-31T23:59:59.999Z")
        #expect(Journal.stamp(Date(timeIntervalSince1970: 4_102_444_799.999)) == "2099-12-31T23:59:59.999Z")
    }
}
