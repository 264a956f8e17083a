// An operator is warned from a bound on, and not before it.

import Journal
import Storage
import Testing

@testable import Staffroom

@Suite struct ReadingsTests {
    private static let now: Int64 = 1_773_334_250_000
    private static let day = WatchLimits.dayMilliseconds

    private static func readings(_ change: (inout Readings) -> Void = { _ in }) -> Readings {
        var readings = Readings(
            disk: DataFolder.Disk(free: WatchLimits.leastFreeBytes, total: 1 << 40), logBytes: WatchLimits.mostLogBytes,
            serverTime: now, wallTime: now, entryTime: now, latestEntry: now + WatchLimits.mostFutureMilliseconds,
            backedUpAt: now - 6 * day, storeMadeAt: now - 400 * day, backupWithinDays: 7, linksOfAnotherKey: 0)
        change(&readings)
        return readings
    }

    @Test("at its bounds a server is warned of nothing")
    func quiet() {
        #expect(Self.readings().warnings == [])
        let unknown = Readings(serverTime: Self.now, wallTime: Self.now, entryTime: Self.now)
        #expect(unknown.warnings == [])
    }

    @Test("beyond a bound it is warned of that, and of nothing else")
    func beyond() {
        let cases: [(HealthWarning, (inout Readings) -> Void)] = [
            (.diskNearlyFull, { $0.disk?.free -= 1 }),
            (.diskNearlyFull, { $0.disk = DataFolder.Disk(free: 0, total: 4 << 20) }),
            (.logGrowing, { $0.logBytes += 1 }),
            (.clockOff, { $0.wallTime += WatchLimits.mostClockMilliseconds + 1 }),
            (.clockOff, { $0.wallTime -= WatchLimits.mostClockMilliseconds + 1 }),
            (.clockOff, { $0.latestEntry = Self.now + WatchLimits.mostFutureMilliseconds + 1 }),
            (.backupOld, { $0.backedUpAt = Self.now - 7 * Self.day - 1 }),
            (.backupOld, { $0.backedUpAt = nil }),
            (.linksOfAnotherKey, { $0.linksOfAnotherKey = 1 }),
        ]
        #expect(Set(cases.map(\.0)) == Set(HealthWarning.allCases))
        for (warning, change) in cases { #expect(Self.readings(change).warnings == [warning]) }
    }

    @Test("a new store needs no backup yet, and one is never asked for where the setting says 0")
    func backups() {
        #expect(Self.readings { ($0.backedUpAt, $0.storeMadeAt) = (nil, Self.now - Self.day) }.warnings == [])
        #expect(Self.readings { ($0.backedUpAt, $0.backupWithinDays) = (nil, 0) }.warnings == [])
        #expect(Self.readings { $0.backedUpAt = Self.now + Self.day }.warnings == [])
    }
}
