// Knows a command that was decided and is not yet on disk, and who waits for its answer.

import Log
import Meetings

/// Decided and applied, not yet durable: nobody has been told.
final class PendingCommit: Sendable {
    let submission: Submission
    let entries: [Entry]
    /// Called on the loop.
    let answer: Answer?

    init(submission: Submission, entries: [Entry], answer: Answer?) {
        (self.submission, self.entries, self.answer) = (submission, entries, answer)
    }
}
