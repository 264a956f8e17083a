// One socket, from accept to destroy: what we keep of it. Only the loop's thread touches it.

final class Connection {
    enum State { case http, open, draining, closing, gone }

    let number: ConnectionNumber
    let wsi: OpaquePointer
    let socket: Int32
    /// Under which address it counts as not joined; nil when it does not.
    var countedAddress: String?
    let peer: String
    var state = State.http
    /// The request under way; nil between requests and on a WebSocket.
    var exchange: Exchange?
    var handshake: Handshake?
    var isJoined = false

    // Receiving.
    var inbox: [UInt8] = []  // fragments of the message being received; an idle connection holds no memory
    var isInMessage = false
    var lastHeard: UInt64 = 0

    // Sending: `outbox` is for this turn, `queue` is what the socket did not take.
    var channel: Channel?
    var seat = 0
    /// From where on the channel's batch is meant for this member.
    var batchStart = 0
    /// Texts for this connection alone, each with its place in the channel's batch.
    var outbox: [(offset: Int, text: [UInt8])] = []
    var queue: [(batch: Batch, from: Int)] = []
    var queuedBytes = 0

    // Closing: what to close with when the queue has drained.
    var farewell: (code: CloseCode, reason: String)?

    // Deadlines, in milliseconds of the loop's fair clock; nil when not running.
    var headersBy: UInt64?
    var joinBy: UInt64?
    var messageBy: UInt64?
    var pingAt: UInt64?
    var closeBy: UInt64?
    /// The tick at which the wheel looks at it next; other entries in the wheel are stale.
    var nextTick: UInt64 = 0

    init(number: ConnectionNumber, wsi: OpaquePointer, socket: Int32, peer: String) {
        (self.number, self.wsi, self.socket, self.peer) = (number, wsi, socket, peer)
    }
}

/// One request and its answer. A stream of events could be another `Phase`.
final class Exchange {
    enum Phase { case head, body, answering, sending, lingering, sent, broken }

    let number: UInt64
    let head: RequestHead
    var phase = Phase.head
    var body: [UInt8] = []
    var isBodyWhole = false
    var deadline: UInt64?
    /// True while libwebsockets is inside a callback for this request: the callback ends the transaction itself.
    var isInCallback = true
    var output: [UInt8] = []
    var sent = 0
    var lingered = 0
    var watch: DescriptorWatch?

    init(number: UInt64, head: RequestHead) {
        (self.number, self.head) = (number, head)
    }
    /// Whether the client is still sending a body, or may be.
    var hasUnreadBody: Bool {
        !isBodyWhole && (head.hasTransferEncoding || head.contentLength.map { $0 != "0" } == true)
    }
}
