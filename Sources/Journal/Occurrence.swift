// Knows all that can be logged, each with its fields. A person's text fits into none of them: there is no field that
// takes a `String`.

/// Something that an operator may want to know.
public enum Occurrence: Sendable, Equatable {
    case started(version: VersionWord, library: VersionWord, port: Int)
    case notStarted(code: Int32, sentence: StartSentence)
    case stopping
    case stopped
    /// Browsers reach the server without TLS.
    case plainHTTP
    /// The pages are served as they were written, module by module, and not as a release would.
    case servesSources
    /// The file beside the store with what a script wants to know could not be written.
    case secretsNotWritten(FaultWord)
    /// A browser came from another page, or by another address than `publicURL`.
    case originRefused(came: OriginWord?, expected: OriginWord?)
    case connectionRefused(ConnectionBound)
    /// The system gives no newcomer's socket; `code` is its `errno`.
    case acceptFailed(code: Int)
    /// Answering a request failed inside.
    case requestFailed(FaultWord)
    /// Something could not be stored or read.
    case storageFailed(FaultWord, at: StorageWork)
    case closingFailed(FaultWord)
    /// The process ends by itself: it must not go on.
    case ended(code: Int32, sentence: StartSentence)
    /// A meeting's log cannot be read.
    case roomUnreadable(meeting: IdentifierWord?, FaultWord)
    case recovered(Recovery)
    /// So much went by age: texts and names, and whole logs of meetings.
    case agedOut(parts: Int, logs: Int)
    /// What goes by age could not go; it is tried again.
    case ageingFailed(FaultWord)
    case library(isError: Bool, LibraryWord?)
    /// The library kept something of the loop when it was closed.
    case handlesLeft
    case warningBegan(HealthWarning)
    case warningEnded(HealthWarning)
    /// So many occurrences of a kind were not written, because there were too many of them.
    case leftOut(of: Kind, count: Int)

    /// The name of an occurrence, under which a script finds it.
    public enum Kind: String, Sendable, CaseIterable {
        case started, notStarted, stopping, stopped, plainHTTP, servesSources, secretsNotWritten, originRefused
        case connectionRefused, acceptFailed
        case requestFailed, storageFailed, closingFailed, ended, roomUnreadable
        case recovered, agedOut, ageingFailed, library, handlesLeft, warningBegan, warningEnded, leftOut
    }
}

/// What the store was doing when it failed.
public enum StorageWork: String, Sendable, CaseIterable {
    case read, commit, checkpoint, marks, erasures
}

/// Why the program did not start, for its operator: about settings, folders and files, before anybody is there.
public struct StartSentence: Sendable, Equatable {
    let text: String

    public init(ofFailureAtStart text: String) { self.text = text }
}
