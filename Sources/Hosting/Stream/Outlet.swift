// Knows what hosting needs of the sockets: numbers in, bytes out. All of it is called on the loop only.

/// A connection, by a number that is never used again.
public typealias ConnectionNumber = UInt64

/// A set of connections that get the same bytes; made by the outlet, opaque to hosts.
public protocol OutletChannel: AnyObject, Sendable {}

/// Where bytes go. What is sent to one connection and published on its channel arrives in the order of the calls.
public protocol Outlet: Sendable {
    func send(_ bytes: [UInt8], to connection: ConnectionNumber)
    /// One message in pieces, some of which are said to others too: where it has to wait, they are kept once.
    func send(_ pieces: [[UInt8]], to connection: ConnectionNumber)
    func publish(_ bytes: [UInt8], on channel: any OutletChannel)
    func makeChannel() -> any OutletChannel
    /// A connection is on one channel at most.
    func join(_ connection: ConnectionNumber, _ channel: any OutletChannel)
    func leave(_ connection: ConnectionNumber)
    /// The connection said who it is: it is no stranger any more.
    func markJoined(_ connection: ConnectionNumber)
    func close(_ connection: ConnectionNumber, code: CloseReason)
}

extension Outlet {
    public func send(_ pieces: [[UInt8]], to connection: ConnectionNumber) {
        send(Array(pieces.joined()), to: connection)
    }
}

/// Why the server closes a connection; there is a close code for each.
public enum CloseReason: Sendable, Equatable {
    case protocolFault, unknown, shutOut, noMeeting, tooFast, restarting
    /// Only of lines: sockets know by themselves who reads too slowly or says no hello.
    case slow, joinTimeout
}
