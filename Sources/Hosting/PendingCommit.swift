// Knows a command that was decided and is not yet on disk, and who waits for its answer.

import Meetings

/// Decided and applied, not yet durable: nobody has been told.
final class PendingCommit: Sendable {
    let submission: Submission
    let entries: [Entry]
    let commandID: String?
    /// Called on the loop with the last sequence, or with the rejection.
    let answer: (@Sendable (Result<Int64, Rejection>) -> Void)?

    init(
        submission: Submission, entries: [Entry], commandID: String?,
        answer: (@Sendable (Result<Int64, Rejection>) -> Void)?
    ) {
        self.submission = submission
        self.entries = entries
        self.commandID = commandID
        self.answer = answer
    }
}
