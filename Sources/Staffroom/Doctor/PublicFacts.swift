// Knows what the running server answers, by itself and by its public address, and what each answer means.

import Foundation
import Interface
import Sockets

/// What came back from an address.
enum WebAnswer: Sendable, Equatable {
    /// Nothing, with the words of whoever tried.
    case nothing(String)
    case answer(status: Int, body: String, location: String)
}

/// How a request reached the server, as it says itself.
struct ProbeAnswer: Decodable, Equatable, Sendable {
    var socket: String?
    var trusted: Bool
    var forwardedFor: String?
    var address: String
    var version: String
}

/// What is so with a running server.
struct PublicFacts: Sendable {
    var isRunning: Bool
    var version: String
    /// `GET /health` of the server itself.
    var health: WebAnswer?
    /// The setting, in its one spelling; empty when it is not set.
    var publicURL: String
    /// What the running server takes for its address.
    var announced: String?
    /// `GET /health`, the half handshake and the probe by the public address.
    var publicHealth: WebAnswer?
    var handshake: WebAnswer?
    var probe: WebAnswer?

    /// From an address block for documentation: nobody has it, so a server that believes it believes anything.
    static let forged = "192.0.2.77"

    var diagnoses: [Diagnosis] {
        guard isRunning else {
            return [.notLooked(.server, "no server runs with this data folder")]
                + [DoctorCheck.publicURL, .upgrade, .proxy].map { .notLooked($0, "no server runs") }
        }
        return [server, publicAddress] + (publicURL.isEmpty ? [] : [upgrade, proxy])
    }

    private struct HealthBody: Decodable {
        var status: String
        var version: String
        var failing: String?
        var warnings: [String]?
    }

    private static func decoded<T: Decodable>(_ body: String, as type: T.Type) -> T? {
        try? JSONDecoder().decode(type, from: Data(body.utf8))
    }

    private var server: Diagnosis {
        guard let health, case .answer(let status, let body, _) = health else {
            return .failed(
                .server, "a server has the data folder and does not answer", do: "look at its log, then restart it")
        }
        guard let said = Self.decoded(body, as: HealthBody.self) else {
            return .failed(.server, "what answers is no Staffroom", do: "look which program has the port")
        }
        guard status == 200 else {
            return .failed(
                .server, "the server is \(said.status)\(said.failing.map { ": \($0)" } ?? "")",
                do: "look at its log: contributions are not stored")
        }
        guard said.version == version else {
            return .failed(
                .server, "the server is version \(said.version), this program is \(version)",
                do: "restart the server, so that the new program runs")
        }
        let warnings = said.warnings ?? []
        guard !warnings.contains("clockOff") else {
            return .failed(
                .server, "the machine's clock was set since the server started",
                do: "keep the time in step (NTP), then restart the server")
        }
        return .passed(.server, "the server runs, version \(said.version)")
    }

    private var publicAddress: Diagnosis {
        guard !publicURL.isEmpty else {
            return .noted(
                .publicURL, "publicURL is not set: browsers reach the server at \(announced ?? "its own address") only",
                do: "behind a proxy set publicURL to the address that people type")
        }
        if let announced, announced != publicURL {
            return .failed(
                .publicURL, "the setting is \(publicURL), and the running server takes itself for \(announced)",
                do: "restart the server, or give doctor the same --config and --public-url")
        }
        switch publicHealth {
        case nil, .nothing("curl")?:
            return .notLooked(.publicURL, "curl is needed to look at \(publicURL)", do: "apt-get install curl")
        case .nothing(let why)?:
            return .failed(
                .publicURL, "nothing answers at \(publicURL): \(why)",
                do: "look at the name, the certificate and the proxy")
        case .answer(let status, _, let location)? where (300..<400).contains(status):
            return .failed(
                .publicURL, "\(publicURL) leads on to \(location)",
                do: "set publicURL to the address where it ends: browsers say that as their origin")
        case .answer(let status, let body, _)?:
            guard status == 200 || status == 503, let said = Self.decoded(body, as: HealthBody.self) else {
                return .failed(
                    .publicURL, "\(publicURL) answers \(status), and not as this server does",
                    do: "let the proxy pass all paths to the server (proxy_pass in Config/nginx.conf)")
            }
            return .passed(.publicURL, "\(publicURL) answers, version \(said.version)")
        }
    }

    /// A handshake that lacks its last part: the server says so if all else has come, and no socket is opened.
    private var upgrade: Diagnosis {
        guard let handshake, case .answer(let status, let body, _) = handshake else {
            return .notLooked(.upgrade, "the public address does not answer")
        }
        switch (status, body) {
        case (400, let body) where body.contains("no_subprotocol"):
            return .passed(.upgrade, "WebSockets pass, and pages of \(publicURL) may come")
        case (403, let body) where body.contains("wrong_origin"):
            return .failed(
                .upgrade, "the server refuses pages of \(publicURL)", do: "restart the server with this publicURL")
        case (426, _), (400, _):
            return .failed(
                .upgrade, "the proxy does not pass WebSockets on (answer \(status)); pages go on by plain requests",
                do: "pass Upgrade and Connection on for /socket, as Config/nginx.conf does")
        default:
            return .failed(
                .upgrade, "/socket answers \(status) at \(publicURL)", do: "let the proxy pass /socket to the server")
        }
    }

    private var proxy: Diagnosis {
        guard let probe, case .answer(let status, let body, _) = probe else {
            return .notLooked(.proxy, "the public address does not answer")
        }
        guard status == 200, let seen = Self.decoded(body, as: ProbeAnswer.self) else {
            return .failed(
                .proxy, "\(publicURL) leads to another server than the one with this data folder (answer \(status))",
                do: "let the proxy pass to the port of this server")
        }
        let socket = seen.socket ?? "?"
        let hops = (seen.forwardedFor ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        guard hops.count > 1 || (hops.first.map { $0 != Self.forged } ?? false) else {
            let isForged = hops == [Self.forged]
            // Without a proxy nothing is added, and nothing must be believed.
            if isForged, !seen.trusted, publicURL.hasPrefix("http://") {
                return .passed(.proxy, "no proxy that is believed; addresses are those of the sockets")
            }
            return .failed(
                .proxy,
                isForged
                    ? "the proxy hands on what clients say of their own address"
                    : "the proxy at \(socket) says nothing of whom it speaks for: all people are one address",
                do: "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for, as in Config/nginx.conf")
        }
        guard seen.trusted else {
            return .failed(
                .proxy, "the proxy at \(socket) is not believed: all people are one address",
                do: "add \(socket) to trustedProxies, then restart the server")
        }
        return .passed(.proxy, "the proxy at \(socket) says whom it speaks for, and is believed")
    }
}
