// Knows why a store did not take something.

/// Why one element of a batch was not stored.
public enum AppendError: Error, Equatable, Sendable {
    /// The stream has moved on, or was never there: its last sequence is `last` (0 for a new stream).
    case unexpectedSequence(last: Int64)
    /// The same command with the same body was stored before; `sequence` is the last one it produced.
    case alreadyStored(sequence: Int64)
    /// The command's id was used before with another body.
    case conflict(sequence: Int64)
    /// The change of the catalogue is of a meeting that is not there.
    case unknownMeeting
    /// A name, body or count is beyond its limit; the name says which.
    case beyondLimit(String)
    /// The disk is full. Nothing of the batch was stored.
    case full
    /// The disk did not confirm the write, so nobody knows what is stored: no later append is taken.
    case fatal(String)
    /// The transaction failed; nothing of the batch was stored. `code` is the database's own.
    case failed(code: Int32, message: String)

    /// Whether the store remembers the command, so that whoever sent it on did not.
    public var isKnown: Bool {
        switch self {
        case .alreadyStored, .conflict: true
        case .unexpectedSequence, .unknownMeeting, .beyondLimit, .full, .fatal, .failed: false
        }
    }

    /// Whether nobody knows if it is stored: it is neither a yes nor a no.
    public var isUnknown: Bool {
        switch self {
        case .fatal: true
        case .unexpectedSequence, .alreadyStored, .conflict, .unknownMeeting, .beyondLimit, .full, .failed: false
        }
    }
}
