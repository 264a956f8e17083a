// Knows whether contributions can be stored just now, and says to the operator what fails: one line for each kind of
// failure, then one a minute at most, however many are refused meanwhile.

import Journal
import Storage
import Synchronization

/// Hears what the store tells, on whatever thread.
final class StorageWatch: Sendable {
    private struct State {
        var failing: StoreTrouble?
        /// When a line of a kind was last written.
        var said: [String: ContinuousClock.Instant] = [:]
    }

    private static let secondsBetweenLines = 60

    private let state = Mutex(State())
    private let journal: Journal
    private let ends: AsyncStream<StoreTrouble>
    private let ended: AsyncStream<StoreTrouble>.Continuation

    init(journal: Journal) {
        self.journal = journal
        (ends, ended) = AsyncStream.makeStream()
    }

    func hear(_ news: StoreNews) {
        switch news {
        case .trouble(let trouble):
            say(.storageFailed(FaultWord(trouble), at: trouble.work), "\(trouble.kind) \(trouble.work)")
            if trouble.kind == .unconfirmed { ended.yield(trouble) }
        case .storing(let failing):
            state.withLock { $0.failing = failing }
            if failing == nil { say(.recovered(.storing), "recovered") }
        }
    }

    /// A room is there and could not be read. What a stored entry says is never part of the line.
    func unreadable(_ meeting: String, _ error: any Error) {
        say(.roomUnreadable(meeting: IdentifierWord(meeting), FaultWord(error)), "unreadable \(meeting)")
    }

    /// The last failure to store, while it lasts.
    var trouble: StoreTrouble? { state.withLock { $0.failing } }

    /// Returns when the disk has not confirmed something: this process must end. Nil when the task is cancelled.
    func end() async -> StoreTrouble? {
        for await trouble in ends { return trouble }
        return nil
    }

    /// A disk that is full and not, in turn, is no flood either.
    private func say(_ occurrence: Occurrence, _ key: String) {
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            if let last = state.said[key], now - last < .seconds(Self.secondsBetweenLines) { return false }
            state.said[key] = now
            return true
        }
        if isDue { journal.note(occurrence) }
    }
}
