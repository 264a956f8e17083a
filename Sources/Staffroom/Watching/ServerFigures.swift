// Knows the figures that are looked up when somebody asks, and how far the loop is behind.

import Foundation
import Hosting
import Journal
import Metrics
import Sockets
import Storage

/// The gauges of one server. No names, and no rooms as labels.
struct ServerFigures: Sendable {
    private static let lagPauseSeconds = 1.0

    let factory: any MetricsFactory
    let reception: Reception
    let server: WebSocketServer
    let watch: Watch

    /// Sets every gauge anew.
    func gather() async {
        let census = await reception.census()
        set("staffroom_connections", await server.connectionCount)
        set("staffroom_rooms_loaded", census.rooms)
        set("staffroom_people_present", census.present)
        set("staffroom_resident_memory_bytes", Self.residentBytes() ?? 0)
        if let readings = watch.readings {
            set("staffroom_wal_bytes", Int(readings.logBytes))
            if let disk = readings.disk { set("staffroom_disk_free_bytes", Int(disk.free)) }
        }
        let warnings = watch.warnings
        for warning in HealthWarning.allCases {
            Meter(label: "staffroom_warning", dimensions: [("code", warning.rawValue)], factory: factory)
                .set(warnings.contains(warning) ? 1 : 0)
        }
    }

    private func set(_ label: String, _ value: Int) { Meter(label: label, factory: factory).set(value) }

    /// Asks the loop for a turn again and again, and notes how long it took.
    func watchLag() async {
        let lag = Timer(label: "staffroom_loop_lag_seconds", factory: factory)
        while !Task.isCancelled {
            let asked = ContinuousClock.now
            _ = await server.connectionCount
            lag.record(duration: .now - asked)
            try? await Task.sleep(for: .seconds(Self.lagPauseSeconds))
        }
    }

    /// The second number of `statm`, in pages.
    static func residentBytes() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ")
        return numbers.count > 1 ? Int(numbers[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }
}
