// Knows a command that was decided and is not yet on disk, and who waits for its answer.

import Log
import Meetings

/// Decided and applied, not yet durable: nobody has been told.
final class PendingCommit: Sendable {
    let submission: Submission
    let entries: [Entry]
    /// Who caused them; nil for the server itself.
    let actor: PersonID?
    /// Called on the loop.
    let answer: Answer?

    init(submission: Submission, entries: [Entry], actor: PersonID?, answer: Answer?) {
        (self.submission, self.entries, self.actor, self.answer) = (submission, entries, actor, answer)
    }
}

/// A fact that is on disk, with its mark.
struct DurableEntry: Sendable {
    let entry: Entry
    let mark: EntryMark
}
