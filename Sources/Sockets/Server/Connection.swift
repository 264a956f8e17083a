// One socket, from accept to destroy: what we keep of it. Only the loop's thread touches it.

final class Connection {
    enum State { case http, open, draining, closing, gone }

    let number: ConnectionNumber
    /// The library's; nil until it has got the socket, with a handshake in it.
    var wsi: OpaquePointer!
    let socket: Int32
    /// While the socket is ours.
    var watch: DescriptorWatch?
    /// Under which address it counts as not joined; nil when it does not.
    var countedAddress: String?
    let peer: String
    var state = State.http
    /// The request under way; nil between requests and on a WebSocket.
    var exchange: Exchange?
    var handshake: Handshake?
    /// How many bytes of a head that is not whole were seen in the socket.
    var peeked = 0
    /// Requests answered.
    var served = 0
    var isJoined = false

    // Receiving.
    var inbox: [UInt8] = []  // fragments of the message being received; an idle connection holds no memory
    var isInMessage = false
    var lastHeard: UInt64 = 0
    /// The client has sent a close frame: what comes behind it, in the same read too, was not said.
    var hasSaidGoodbye = false

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
    var keptBy: UInt64?
    var joinBy: UInt64?
    var messageBy: UInt64?
    var pingAt: UInt64?
    var closeBy: UInt64?
    /// The tick at which the wheel looks at it next; other entries in the wheel are stale.
    var nextTick: UInt64 = 0

    init(number: ConnectionNumber, socket: Int32, peer: String) {
        (self.number, self.socket, self.peer) = (number, socket, peer)
    }
}

/// One request and its answer. A stream of events could be another `Phase`.
final class Exchange {
    enum Phase { case head, body, answering, sending, lingering, sent, broken }

    let number: UInt64
    let head: RequestHead
    var phase = Phase.head
    var body: [UInt8] = []
    /// How long the body is going to be.
    let bodyBytes: Int
    private var isBodyWhole = false
    /// Nothing could be made of what came.
    var isUnreadable = false
    /// Whether the connection is kept for the next request.
    var stays = false
    var deadline: UInt64?
    var output: [UInt8] = []
    var sent = 0
    var lingered = 0

    init(number: UInt64, head: RequestHead) {
        (self.number, self.head) = (number, head)
        bodyBytes =
            if head.method == "POST", case .bytes(let count) = RequestCheck.contentLength(head) { count } else { 0 }
    }

    /// For whoever answers; it was whole.
    func takeBody() -> [UInt8] {
        defer { body = [] }
        isBodyWhole = true
        return body
    }

    /// Whether the client is still sending a body, or may be.
    var hasUnreadBody: Bool {
        if isUnreadable || head.hasTransferEncoding { return true }
        return switch RequestCheck.contentLength(head) {
        case .none, .bytes(0): false
        case .malformed: true
        case .bytes: !isBodyWhole
        }
    }
}
