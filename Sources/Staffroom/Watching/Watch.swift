// Knows when to look at disk, log, clock, backup and links, and tells the operator what begins and what is over.

import Foundation
import Journal
import Meetings
import Storage
import Synchronization

/// Looks every few seconds, beside the loop; whoever asks for warnings gets those of the last look.
final class Watch: Sendable {
    private struct Seen {
        var readings: Readings?
        var warnings: [HealthWarning] = []
        var look: StoreLook?
        var count = 0
    }

    private let folder: DataFolder
    private let journal: Journal
    private let clock: ServerClock
    private let backupWithinDays: Int
    private let seen = Mutex(Seen())

    init(folder: DataFolder, journal: Journal, clock: ServerClock, backupWithinDays: Int) {
        (self.folder, self.journal, self.clock, self.backupWithinDays) = (folder, journal, clock, backupWithinDays)
    }

    var warnings: [HealthWarning] { seen.withLock(\.warnings) }
    var readings: Readings? { seen.withLock(\.readings) }

    /// One look; reads files, so never on the loop.
    func look() {
        let (known, isStoreDue) = seen.withLock { seen in
            defer { seen.count += 1 }
            return (seen.look, seen.count % WatchLimits.looksPerStoreLook == 0)
        }
        // A store that cannot be read is told where it matters, by whoever needs it.
        let look = isStoreDue ? (try? folder.look()) ?? known : known
        let readings = Readings(
            disk: folder.disk, logBytes: folder.logBytes, serverTime: clock.now - clock.offsetMilliseconds,
            wallTime: Instant(Date().timeIntervalSince1970 * 1_000), entryTime: clock.now,
            latestEntry: look?.latestEntry, backedUpAt: folder.backedUpAt, storeMadeAt: folder.madeAt,
            backupWithinDays: backupWithinDays, linksOfAnotherKey: look?.linksOfAnotherKey ?? 0)
        let warnings = readings.warnings
        let before = seen.withLock { seen in
            defer { (seen.readings, seen.warnings, seen.look) = (readings, warnings, look) }
            return seen.warnings
        }
        for warning in warnings where !before.contains(warning) { journal.note(.warningBegan(warning)) }
        for warning in before where !warnings.contains(warning) { journal.note(.warningEnded(warning)) }
        journal.tellLeftOut()
    }

    /// Looks until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(WatchLimits.lookSeconds))
            if !Task.isCancelled { look() }
        }
    }
}
