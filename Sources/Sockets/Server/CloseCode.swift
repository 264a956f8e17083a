// The one place where faults become WebSocket close codes.

/// The code a WebSocket is closed with. Codes from 4000 on are ours; clients decide by them whether to come back.
public struct CloseCode: RawRepresentable, Hashable, Sendable {
    /// The number on the wire: 1000...1014 or 4000...4999.
    public let rawValue: UInt16

    /// Any code, for example one that a higher layer defines.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Done; do not come back.
    public static let normal = CloseCode(rawValue: 1000)
    /// The server goes away.
    public static let goingAway = CloseCode(rawValue: 1001)
    /// The client broke the WebSocket protocol itself.
    public static let webSocketFault = CloseCode(rawValue: 1002)
    /// A binary message: only text is spoken here.
    public static let notText = CloseCode(rawValue: 1003)
    /// A text message that is not UTF-8.
    public static let badText = CloseCode(rawValue: 1007)
    /// A message that did not end within its time.
    public static let policy = CloseCode(rawValue: 1008)
    /// A message over the size limit.
    public static let tooLong = CloseCode(rawValue: 1009)
    /// We failed.
    public static let failure = CloseCode(rawValue: 1011)
    /// The server restarts; come back.
    public static let restarting = CloseCode(rawValue: 1012)
    /// The client reads too slowly; come back and resume.
    public static let slow = CloseCode(rawValue: 4008)
    /// The client sends too fast.
    public static let slowDown = CloseCode(rawValue: 4029)
    /// The client broke the protocol above the WebSocket.
    public static let protocolFault = CloseCode(rawValue: 4400)
    /// The client has not shown who it is.
    public static let unauthorized = CloseCode(rawValue: 4401)
    /// The person may not be here.
    public static let forbidden = CloseCode(rawValue: 4403)
    /// The client did not join in time.
    public static let joinTimeout = CloseCode(rawValue: 4408)
}
