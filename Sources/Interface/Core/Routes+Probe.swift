// Knows how a request reached the server: for `staffroom doctor`, which has the secret of the data folder.

import Meetings

/// The way of a request, as the server saw it.
public struct Hops: Sendable, Equatable {
    /// The address at the other end of the socket.
    public var socket: String
    /// Whether that is a proxy that is believed.
    public var isTrusted: Bool
    /// The `X-Forwarded-For` header as it came.
    public var forwardedFor: String?

    public init(socket: String, isTrusted: Bool, forwardedFor: String?) {
        (self.socket, self.isTrusted, self.forwardedFor) = (socket, isTrusted, forwardedFor)
    }
}

/// The operator of the server: whoever can read its data folder.
struct Operator: Sendable {}

struct ProbeSecret: Decodable, Sendable {
    var secret: Secret
}

private struct ProbeView: Encodable {
    var socket: String?
    var trusted: Bool
    var forwardedFor: String?
    /// Whom the request counts for.
    var address: String
    var version: String
}

extension Routes {
    func theOperator(_ arrival: Visit) throws -> Operator {
        let given = try arrival.request.decoded(as: ProbeSecret.self).secret.text
        guard let known = parts.probeSecret, !known.isEmpty, given.utf8.count == known.utf8.count,
            zip(given.utf8, known.utf8).reduce(UInt8(0), { $0 | ($1.0 ^ $1.1) }) == 0
        else { throw Refusal.notFound }
        return Operator()
    }

    func probe(_ call: Call<Operator, ProbeSecret>) -> Response {
        let hops = call.device.hops
        return .json(
            ProbeView(
                socket: hops?.socket, trusted: hops?.isTrusted ?? false, forwardedFor: hops?.forwardedFor,
                address: call.device.address, version: parts.version))
    }
}
