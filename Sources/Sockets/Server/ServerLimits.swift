// Every number of the server, named. Knows nothing of libwebsockets.

import Foundation

/// The bounds of one server. The defaults admit a hall of 300 people behind one address.
public struct ServerLimits: Sendable {
    /// Largest message from a client; over it the connection is closed with 1009.
    public var maxMessageBytes = 65_536
    /// Largest request body; over it the answer is 413.
    public var maxBodyBytes = 65_536
    /// Longest path or query; over it the answer is 414. At most `maxHeaderBytes`.
    public var maxURIBytes = 2_048
    /// Longest single header; over it the answer is 431.
    public var maxHeaderBytes = 4_096
    /// The whole head of a request; over it the answer is 431. At most 65,535.
    public var maxHeadersBytes = 16_384
    /// What may wait for a slow reader behind the message that it is being given; over it the connection is closed with 4008.
    public var queueBytes = 262_144
    /// What is written to one socket at a time.
    public var pieceBytes = 65_536
    /// Time from the handshake to `markJoined`.
    public var joinDeadlineSeconds = 10
    /// Time for the headers of a request.
    public var headersDeadlineSeconds = 5
    /// How long a connection is kept on which nothing is asked: as long as a page takes to come.
    public var keptSeconds = 5
    /// So many requests by one connection; the last answer ends it.
    public var requestsPerConnection = 1_000
    /// Time for a request's whole body.
    public var bodyDeadlineSeconds = 10
    /// Time for one WebSocket message, from its first to its last fragment.
    public var messageDeadlineSeconds = 10
    /// Time for the handler to answer a request; then the answer is 503.
    public var answerDeadlineSeconds = 30
    /// Time for a client to take an answer.
    public var sendDeadlineSeconds = 60
    /// Time to read what a refused client still sends, so that it gets to see the answer.
    public var lingerSeconds = 2
    /// Time for a closing WebSocket to take what was sent before the close.
    public var closeDeadlineSeconds = 5
    /// Pause between two pings.
    public var pingSeconds = 20
    /// A WebSocket from which nothing was heard for so long is cut. More than `pingSeconds`.
    public var silenceSeconds = 35
    /// Open sockets; nil: the process's descriptor limit less `spareDescriptors`.
    public var maxConnections: Int?
    /// Descriptors kept for the database, logs and the like.
    public var spareDescriptors = 64
    /// Sockets of one address that have not joined: 300 people with six requests and a WebSocket each, and some more.
    public var perAddressUnjoinedConnections = 2_400
    /// Connections of which no whole request has come, together; a thousand people may connect in one moment. Beyond it,
    /// and beyond the bounds above, the oldest of those that say nothing, nothing whole yet or nothing more, make place
    /// for newcomers.
    public var requestsBegun = 1_920
    /// Resolution of all deadlines above. They stand still while the server itself is behind.
    public var tickMilliseconds = 250

    /// The defaults.
    public init() {}

    /// The connection cap that is in force for this process.
    public var effectiveMaxConnections: Int {
        var descriptors = rlimit()
        // Only from glibc's enumeration does the number come as the type the function wants.
        let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &descriptors) == 0
        let ceiling = max(1, (isKnown ? Int(clamping: descriptors.rlim_cur) : 1_024) - spareDescriptors)
        return min(maxConnections ?? ceiling, ceiling)
    }
}
