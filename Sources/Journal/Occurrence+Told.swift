// Knows how each occurrence is told: its name, how much it matters, its fields, and a sentence for a terminal.

import Foundation

extension Occurrence {
    /// What a field may hold.
    enum FieldValue: Sendable, Equatable {
        case number(Int)
        case flag(Bool)
        case word(String)
    }

    struct Telling: Sendable, Equatable {
        var kind: Kind
        var severity: Severity
        var sentence: String
        var fields: [(name: StaticString, value: FieldValue)] = []

        static func == (one: Telling, other: Telling) -> Bool {
            one.kind == other.kind && one.severity == other.severity && one.sentence == other.sentence
                && one.fields.map(\.value) == other.fields.map(\.value)
        }
    }

    public var kind: Kind { told.kind }

    var told: Telling {
        switch self {
        case .started(let version, let library, let port):
            Telling(
                kind: .started, severity: .info,
                sentence: "version \(version.text) with libwebsockets \(library.text) listens on port \(port)",
                fields: [("version", .word(version.text)), ("library", .word(library.text)), ("port", .number(port))])
        case .notStarted(let code, let sentence):
            Telling(
                kind: .notStarted, severity: .error, sentence: sentence.text,
                fields: [("code", .number(Int(code))), ("sentence", .word(sentence.text))])
        case .stopping:
            Telling(
                kind: .stopping, severity: .info,
                sentence: "stopping: what was sent is stored; everybody comes back by themselves")
        case .stopped: Telling(kind: .stopped, severity: .info, sentence: "stopped")
        case .plainHTTP:
            Telling(
                kind: .plainHTTP, severity: .warning,
                sentence: "plain http; fine on a trusted network, use a proxy with TLS on the internet")
        case .servesSources:
            Telling(
                kind: .servesSources, severity: .info,
                sentence: "the pages come as their sources, a hundred files each; Config/bundle makes what is quick")
        case .secretsNotWritten(let fault):
            Telling(
                kind: .secretsNotWritten, severity: .warning,
                sentence: "the file with the links could not be written (\(fault.words))", fields: fault.fields)
        case .originRefused(let came, let expected):
            Telling(
                kind: .originRefused, severity: .warning,
                sentence: """
                    a page of \(came?.text ?? "an unreadable origin") was refused; expected is \
                    \(expected?.text ?? "none"), see the setting publicURL
                    """,
                fields: [("came", came.map { .word($0.text) }), ("expected", expected.map { .word($0.text) })]
                    .compactMap { name, value in value.map { (name, $0) } })
        case .connectionRefused(let bound):
            Telling(
                kind: .connectionRefused, severity: .warning,
                sentence: bound == .server
                    ? "a connection was refused: there are as many as maxConnections or the descriptors allow"
                    : "a connection was refused: its address has as many as newConnectionsPerAddress allows",
                fields: [("bound", .word(bound.rawValue))])
        case .acceptFailed(let code):
            Telling(
                kind: .acceptFailed, severity: .error,
                sentence: "no newcomer can be accepted (\(String(cString: strerror(Int32(truncatingIfNeeded: code)))))",
                fields: [("code", .number(code))])
        case .requestFailed(let fault):
            fault.telling(.requestFailed, .error, "answering a request failed")
        case .storageFailed(let fault, let work):
            fault.telling(.storageFailed, .error, "storage failed", [("at", .word(work.rawValue))])
        case .closingFailed(let fault):
            fault.telling(.closingFailed, .error, "the store did not close cleanly")
        case .ended(let code, let sentence):
            Telling(
                kind: .ended, severity: .error, sentence: sentence.text,
                fields: [("code", .number(Int(code))), ("sentence", .word(sentence.text))])
        case .roomUnreadable(let meeting, let fault):
            fault.telling(
                .roomUnreadable, .error, "a meeting cannot be read",
                meeting.map { [("meeting", .word($0.text))] } ?? [])
        case .recovered(let recovery):
            Telling(
                kind: .recovered, severity: .notice,
                sentence: recovery == .storing
                    ? "contributions are stored again"
                    : "the last run did not close the store; everything that was stored is there",
                fields: [("what", .word(recovery.rawValue))])
        case .agedOut(let parts, let logs):
            Telling(
                kind: .agedOut, severity: .info,
                sentence: "aged out: \(parts) texts and names, \(logs) logs of meetings",
                fields: [("parts", .number(parts)), ("logs", .number(logs))])
        case .ageingFailed(let fault):
            fault.telling(.ageingFailed, .error, "what goes by age could not go; it is tried again")
        case .library(let isError, let word):
            Telling(
                kind: .library, severity: isError ? .error : .warning,
                sentence: "libwebsockets complains\(word.map { " in \($0.text)" } ?? "")",
                fields: word.map { [("function", .word($0.text))] } ?? [])
        case .handlesLeft:
            Telling(kind: .handlesLeft, severity: .error, sentence: "libwebsockets left handles on the loop")
        case .warningBegan(let warning):
            Telling(
                kind: .warningBegan, severity: .warning, sentence: "\(warning.sentence) (\(warning.rawValue))",
                fields: [("warning", .word(warning.rawValue))])
        case .warningEnded(let warning):
            Telling(
                kind: .warningEnded, severity: .notice, sentence: "over: \(warning.rawValue)",
                fields: [("warning", .word(warning.rawValue))])
        case .leftOut(let kind, let count):
            Telling(
                kind: .leftOut, severity: .notice, sentence: "\(count) more of \(kind.rawValue) were left out",
                fields: [("of", .word(kind.rawValue)), ("count", .number(count))])
        }
    }
}

extension FaultWord {
    /// Name and number, for a sentence.
    public var words: String { code.map { "\(name) \($0)" } ?? name }

    fileprivate var fields: [(name: StaticString, value: Occurrence.FieldValue)] {
        [("fault", .word(name))] + (code.map { [("faultCode", .number($0))] } ?? [])
    }

    fileprivate func telling(
        _ kind: Occurrence.Kind, _ severity: Severity, _ sentence: String,
        _ more: [(name: StaticString, value: Occurrence.FieldValue)] = []
    ) -> Occurrence.Telling {
        Occurrence.Telling(kind: kind, severity: severity, sentence: "\(sentence) (\(words))", fields: fields + more)
    }
}

extension HealthWarning {
    /// For a terminal: what it is and what to do.
    public var sentence: String {
        switch self {
        case .diskNearlyFull: "little is left on the disk of the data folder: make room"
        case .logGrowing: "the write-ahead log grows: end what reads the database for so long, or make room"
        case .clockOff: "the machine's clock was set, or the log has entries of the future: keep the time in step (NTP)"
        case .backupOld: "the last backup is old, or there is none: staffroom backup"
        case .linksOfAnotherKey:
            "links were made with another key: put the right secret.key back, or show the new links"
        }
    }
}
