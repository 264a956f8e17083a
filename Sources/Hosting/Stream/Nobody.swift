// Knows a host without an audience: what a replay runs before.

import Wire

/// Nobody connects.
public struct NobodyComes: Doorkeeper {
    public init() {}
    public func identify(_ hello: Hello, cookies: String) async -> Result<Admission, CloseReason> {
        .failure(.noMeeting)
    }
}

/// Nobody listens.
public struct NobodyListens: Outlet {
    private final class Silence: OutletChannel {}

    public init() {}
    public func send(_ bytes: [UInt8], to connection: ConnectionNumber) {}
    public func publish(_ bytes: [UInt8], on channel: any OutletChannel) {}
    public func makeChannel() -> any OutletChannel { Silence() }
    public func join(_ connection: ConnectionNumber, _ channel: any OutletChannel) {}
    public func leave(_ connection: ConnectionNumber) {}
    public func markJoined(_ connection: ConnectionNumber) {}
    public func close(_ connection: ConnectionNumber, code: CloseReason) {}
}
