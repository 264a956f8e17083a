// Knows from which readings an operator is warned of what. Pure: what was read comes in, warnings come out.

import Journal
import Meetings
import Storage

/// Bounds of what is no reason for a warning.
enum WatchLimits {
    /// Less than this on the disk is little: a meeting, its backup and the log of a day fit in.
    static let leastFreeBytes: Int64 = 512 << 20
    /// A write-ahead log that is folded in every few seconds stays far below.
    static let mostLogBytes: Int64 = 64 << 20
    /// The machine's clock and the server's may differ by so much.
    static let mostClockMilliseconds: Int64 = 5_000
    /// An entry may be stored so long after the server's time.
    static let mostFutureMilliseconds: Int64 = 60_000
    static let dayMilliseconds: Int64 = 86_400_000
    /// Between two looks.
    static let lookSeconds = 10
    /// Of so many looks one goes into the store.
    static let looksPerStoreLook = 360
}

/// What a look gave.
struct Readings: Sendable {
    /// Nil when the system does not say.
    var disk: DataFolder.Disk?
    var logBytes: Int64 = 0
    /// The server's time, without what `--clock-offset` adds.
    var serverTime: Instant
    /// The machine's time.
    var wallTime: Instant
    /// What entries are stored with now.
    var entryTime: Instant
    var latestEntry: Instant?
    var backedUpAt: Instant?
    var storeMadeAt: Instant?
    /// 0: backups are not looked at.
    var backupWithinDays = 0
    var linksOfAnotherKey = 0

    /// In the order of their declaration, each once.
    var warnings: [HealthWarning] { HealthWarning.allCases.filter(holds) }

    private func holds(_ warning: HealthWarning) -> Bool {
        switch warning {
        case .diskNearlyFull: disk.map { $0.free < WatchLimits.leastFreeBytes } ?? false
        case .logGrowing: logBytes > WatchLimits.mostLogBytes
        case .clockOff: isClockOff
        case .backupOld: isBackupOld
        case .linksOfAnotherKey: linksOfAnotherKey > 0
        }
    }

    private var isClockOff: Bool {
        abs(wallTime - serverTime) > WatchLimits.mostClockMilliseconds
            || latestEntry.map { $0 - entryTime > WatchLimits.mostFutureMilliseconds } ?? false
    }

    /// A store that was just made needs no backup yet. What is of the future says nothing.
    private var isBackupOld: Bool {
        guard backupWithinDays > 0, let last = backedUpAt ?? storeMadeAt else { return false }
        return wallTime - last > Int64(backupWithinDays) * WatchLimits.dayMilliseconds
    }
}
