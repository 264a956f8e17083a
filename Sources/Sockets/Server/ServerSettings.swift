// What one server is told at the start. Knows nothing of libwebsockets or of meetings.

/// A file that is served from memory.
public struct StaticFile: Sendable {
    /// The whole content.
    public let bytes: [UInt8]
    /// The same as gzip, for whoever takes that; nil where it is no gain.
    public let gzip: [UInt8]?
    /// For example `text/html; charset=utf-8`.
    public let contentType: String
    /// The entity tag with its quotes.
    public let etag: String
    /// The value of `Cache-Control`.
    public let cacheControl: String

    /// A file as it will be served; `etag` carries its quotes.
    public init(
        bytes: [UInt8], gzip: [UInt8]? = nil, contentType: String, etag: String, cacheControl: String = "no-cache"
    ) {
        (self.bytes, self.gzip, self.contentType) = (bytes, gzip, contentType)
        (self.etag, self.cacheControl) = (etag, cacheControl)
    }
}

/// Where a server listens, whom it trusts and what it serves.
public struct ServerSettings: Sendable {
    /// An IPv4 or IPv6 address of this machine; `0.0.0.0` for all of IPv4, `::` for all.
    public var listenAddress = "127.0.0.1"
    /// 0...65535; 0 takes any free port.
    public var port = 0
    /// The only path on which WebSockets are accepted.
    public var socketPath = "/socket"
    /// The WebSocket subprotocol that a client must offer.
    public var subprotocol = "staffroom.1"
    /// Origins that browsers may come from, compared byte by byte. Clients that send none are no browsers.
    public var allowedOrigins: [String] = []
    /// Values of `Host` that are answered; empty: all.
    public var allowedHosts: [String] = []
    /// The proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies = TrustedProxies()
    /// Path to file. No path from a client is ever opened.
    public var staticFiles: [String: StaticFile] = [:]
    /// The value of `Content-Security-Policy`; `connect-src` usually needs the server's own address added.
    public var contentSecurityPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; \
        frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'
        """
    /// Set when browsers reach us by TLS only.
    public var strictTransportSecurity = false
    /// Every bound.
    public var limits = ServerLimits()

    /// The defaults: any port of the loopback address, no origins, no files.
    public init() {}

    /// Whether browsers may come from there; byte by byte.
    func allows(origin: String) -> Bool { allowedOrigins.contains { $0.utf8.elementsEqual(origin.utf8) } }

    /// The headers that every answer carries.
    var securityHeaders: [(name: String, value: String)] {
        var headers = [
            (name: "Content-Security-Policy", value: contentSecurityPolicy),
            (name: "X-Content-Type-Options", value: "nosniff"),
            (name: "Referrer-Policy", value: "no-referrer"),
            (name: "Cross-Origin-Opener-Policy", value: "same-origin"),
            (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
            (name: "X-Frame-Options", value: "DENY"),
        ]
        if strictTransportSecurity {
            headers.append((name: "Strict-Transport-Security", value: "max-age=31536000"))
        }
        return headers
    }
}
