import Foundation
import GRDB
import Journal

/// How much of the write-ahead log has not been folded into the database.
struct CheckpointState {
    var commits = 0
    /// Something was erased: the log, which still has the words, is to be emptied and not only folded in.
    var isErasureDue = false
    /// A meeting's end took words with it: their tables are to be rewritten.
    var isRewriteDue = false
    /// Anonymous answers were taken away: their tables are to be rewritten.
    var isAnswersRewriteDue = false
}

/// Checkpoints are made here and never by SQLite in the middle of somebody's commit: on a timer, or after many
/// commits, and preferably when nothing waits.
extension Store {
    enum CheckpointMode: String {
        case passive = "PASSIVE"
        case truncate = "TRUNCATE"
    }

    /// Looks every few seconds as long as the store is there and open. The loop holds the store only weakly.
    nonisolated func startTimer() {
        Task.detached { [weak self] in
            while true {
                guard let seconds = await self?.pauseSeconds else { return }
                try? await Task.sleep(for: .seconds(seconds))
                guard let self, await self.tick() else { return }
            }
        }
    }

    private var pauseSeconds: Int {
        failing == nil ? StorageLimits.checkpointIntervalSeconds : StorageLimits.tryAgainSeconds
    }

    /// - Returns: false when the store is closed.
    private func tick() -> Bool {
        if isClosed { return false }
        if failing != nil || directory.obstacle != 0 { try? tryToStore() }
        // A failure is not lost: what could not be marked is marked with the next.
        try? noting(.marks) { try mark() }
        if checkpoints.isRewriteDue && thread.isIdle { try? rewriteWords() }
        if checkpoints.isAnswersRewriteDue && thread.isIdle { try? rewriteAnswers() }
        if checkpoints.commits > 0 || checkpoints.isErasureDue {
            // A failure is not lost: a fatal one is remembered by `read`, any other is tried again next time.
            try? checkpoint(checkpoints.isErasureDue ? .truncate : .passive)
        }
        return true
    }

    /// Stores as much as a large commit, and takes it away with the same: whether that can be done again is found out
    /// even if nobody has anything to say, and no sooner than contributions can be stored.
    private func tryToStore() throws {
        try write { db in
            let words = String(repeating: "0", count: StorageLimits.triedBytes)
            try db.execute(sql: "INSERT OR REPLACE INTO meta(key, value) VALUES ('try', ?)", arguments: [words])
            try db.execute(sql: "DELETE FROM meta WHERE key = 'try'")
        }
    }

    func checkpointAfterCommit() {
        let isDue = checkpoints.commits >= StorageLimits.commitsPerCheckpoint && thread.isIdle
        if isDue || checkpoints.commits >= StorageLimits.commitsPerForcedCheckpoint {
            try? checkpoint(.passive)
        }
    }

    func checkpoint(_ mode: CheckpointMode) throws {
        let isBusy = try read(at: .checkpoint) { db in
            let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(\(mode.rawValue))")
            return (row?[0] as Int?) != 0
        }
        // Another program may be reading: what is left is folded in next time.
        guard !isBusy else { return }
        checkpoints.commits = 0
        if mode == .truncate { checkpoints.isErasureDue = false }
    }
}
