// Knows the hosts of all networks that somebody has asked for.

import Log
import Meetings

/// Gives each network its one host, an actor on the loop.
public actor NetworkHosts {
    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let log: any LogStore
    private let limits: HostingLimits
    private let now: @Sendable () -> Instant
    private var hosts: [String: NetworkHost] = [:]

    /// The hosts of one server; none yet.
    public init(
        log: any LogStore, limits: HostingLimits, executor: any SerialExecutor,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.log, self.limits, self.executor, self.now) = (log, limits, executor, now)
    }

    /// The host of a network that is known to exist.
    public func host(of network: String) -> NetworkHost {
        if let host = hosts[network] { return host }
        let host = NetworkHost(id: network, log: log, limits: limits, executor: executor, now: now)
        hosts[network] = host
        return host
    }
}
