// Knows how hosting speaks through lines, and which connections are lines. Called on the loop only.

/// Who gets the same bytes, by identity; the lines keep the members.
final class LineChannel: OutletChannel {}

/// One channel of sockets and one of lines that are one to hosting.
final class SharedChannel: OutletChannel {
    let sockets: any OutletChannel
    let lines = LineChannel()

    init(sockets: any OutletChannel) { self.sockets = sockets }
}

/// An outlet for both: what is meant for a line goes there, the rest to the sockets.
public struct SharedOutlet: Outlet {
    private let sockets: any Outlet
    private let lines: Lines

    /// The sockets' own outlet, and the lines beside it.
    public init(sockets: any Outlet, lines: Lines) {
        self.sockets = sockets
        self.lines = lines
    }

    private func isLine(_ connection: ConnectionNumber) -> Bool { connection > Lines.firstNumber }

    public func send(_ bytes: [UInt8], to connection: ConnectionNumber) {
        guard isLine(connection) else { return sockets.send(bytes, to: connection) }
        lines.assumeIsolated { $0.say([bytes], to: connection) }
    }

    public func send(_ pieces: [[UInt8]], to connection: ConnectionNumber) {
        guard isLine(connection) else { return sockets.send(pieces, to: connection) }
        lines.assumeIsolated { $0.say(pieces, to: connection) }
    }

    public func publish(_ bytes: [UInt8], on channel: any OutletChannel) {
        guard let channel = channel as? SharedChannel else { return }
        sockets.publish(bytes, on: channel.sockets)
        let name = ObjectIdentifier(channel.lines)
        lines.assumeIsolated { $0.publish(bytes, on: name) }
    }

    public func makeChannel() -> any OutletChannel { SharedChannel(sockets: sockets.makeChannel()) }

    public func join(_ connection: ConnectionNumber, _ channel: any OutletChannel) {
        guard let channel = channel as? SharedChannel else { return }
        guard isLine(connection) else { return sockets.join(connection, channel.sockets) }
        let name = ObjectIdentifier(channel.lines)
        lines.assumeIsolated { $0.join(connection, name) }
    }

    public func leave(_ connection: ConnectionNumber) {
        guard isLine(connection) else { return sockets.leave(connection) }
        lines.assumeIsolated { $0.leave(connection) }
    }

    public func markJoined(_ connection: ConnectionNumber) {
        guard isLine(connection) else { return sockets.markJoined(connection) }
        lines.assumeIsolated { $0.markJoined(connection) }
    }

    public func close(_ connection: ConnectionNumber, code: CloseReason) {
        guard isLine(connection) else { return sockets.close(connection, code: code) }
        lines.assumeIsolated { $0.close(connection, code) }
    }
}
