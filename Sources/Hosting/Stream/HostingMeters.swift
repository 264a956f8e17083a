// Knows what is counted while rooms run: for the operator's figures, without anybody's name and without rooms.

import Metrics

/// The instruments of hosting. Where nobody asked for figures they are the ones that do nothing.
public struct HostingMeters: Sendable {
    /// Those of the process; made with the first use, so whoever wants figures asks for them before.
    public static let shared = HostingMeters(factory: MetricsSystem.factory)

    private let factory: any MetricsFactory
    private let stored: Counter
    private let commit: Timer

    public init(factory: any MetricsFactory) {
        self.factory = factory
        stored = Counter(label: "staffroom_contributions_stored_total", factory: factory)
        commit = Timer(label: "staffroom_commit_seconds", factory: factory)
    }

    /// One transaction: how long it was waited for, and how many of its contributions are stored.
    func committed(_ count: Int, in duration: Duration) {
        commit.record(duration: duration)
        stored.increment(by: count)
    }

    /// A no, by its stable code: never a text of people.
    public func refused(_ code: String) {
        Counter(label: "staffroom_refused_total", dimensions: [("code", code)], factory: factory).increment()
    }
}
