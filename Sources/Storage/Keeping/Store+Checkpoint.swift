import Foundation
import GRDB

/// How much of the write-ahead log has not been folded into the database.
struct CheckpointState {
    var commits = 0
    /// Something was erased: the log, which still has the words, is to be emptied and not only folded in.
    var isErasureDue = false
    /// A meeting's end took words with it: their tables are to be rewritten.
    var isRewriteDue = false
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
                try? await Task.sleep(for: .seconds(StorageLimits.checkpointIntervalSeconds))
                guard let self, await self.tick() else { return }
            }
        }
    }

    /// - Returns: false when the store is closed.
    private func tick() -> Bool {
        if isClosed { return false }
        // A failure is not lost: what could not be marked is marked with the next.
        try? mark()
        if checkpoints.isRewriteDue && thread.isIdle { try? rewriteWords() }
        if checkpoints.commits > 0 || checkpoints.isErasureDue {
            // A failure is not lost: a fatal one is remembered by `read`, any other is tried again next time.
            try? checkpoint(checkpoints.isErasureDue ? .truncate : .passive)
        }
        return true
    }

    func checkpointAfterCommit() {
        let isDue = checkpoints.commits >= StorageLimits.commitsPerCheckpoint && thread.isIdle
        if isDue || checkpoints.commits >= StorageLimits.commitsPerForcedCheckpoint {
            try? checkpoint(.passive)
        }
    }

    func checkpoint(_ mode: CheckpointMode) throws {
        let isBusy = try read { db in
            let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(\(mode.rawValue))")
            return (row?[0] as Int?) != 0
        }
        // Another program may be reading: what is left is folded in next time.
        guard !isBusy else { return }
        checkpoints.commits = 0
        if mode == .truncate { checkpoints.isErasureDue = false }
    }
}
