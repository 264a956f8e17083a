// Knows under which addresses this machine is reached and which origins browsers may come from.

import Foundation
import Glibc

/// The server's own address in links, and those that browsers may name as their origin.
struct Addresses: Sendable {
    /// Begins every link; no slash at the end.
    var base: String
    var origins: [String]
    /// Whether browsers reach us by TLS, at a proxy.
    var isSecure: Bool

    /// Throws when the public address is not one.
    init(listen: String, port: Int, publicURL: String) throws {
        let shown = listen == "0.0.0.0" ? Self.ownAddress() ?? "127.0.0.1" : listen
        guard publicURL.isEmpty else {
            guard let url = URL(string: publicURL), let scheme = url.scheme, ["http", "https"].contains(scheme),
                let host = url.host, !host.isEmpty, url.path.isEmpty || url.path == "/", url.query == nil
            else {
                throw Failure(
                    "publicURL must be like https://staffroom.example.org, without a path; it is \(publicURL)",
                    Ending.settings)
            }
            isSecure = scheme == "https"
            base = "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
            origins = [base] + Self.local(listen, port)
            return
        }
        isSecure = false
        base = "http://\(shown):\(port)"
        origins = Array(Set([base] + Self.local(listen, port) + (listen == "0.0.0.0" ? Self.all(port) : []))).sorted()
    }

    /// `connect-src` for the socket: some browsers do not count ws: among 'self'.
    var socketSources: String {
        origins.map { $0.hasPrefix("https") ? "wss" + $0.dropFirst(5) : "ws" + $0.dropFirst(4) }.joined(separator: " ")
    }

    /// A port that nobody listens on just now.
    static func freePort(_ listen: String) throws -> Int {
        let failure = Failure("no free port on \(listen)", Ending.unavailable)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw failure }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr(listen)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw failure }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func local(_ listen: String, _ port: Int) -> [String] {
        listen == "0.0.0.0" || listen.hasPrefix("127.")
            ? ["http://127.0.0.1:\(port)", "http://localhost:\(port)", "http://\(listen):\(port)"]
            : ["http://\(listen):\(port)"]
    }

    private static func all(_ port: Int) -> [String] {
        interfaces().map { "http://\($0):\(port)" } + ["http://\(ProcessInfo.processInfo.hostName):\(port)"]
    }

    /// The first address that other machines can reach.
    private static func ownAddress() -> String? { interfaces().first { !$0.hasPrefix("127.") } }

    private static func interfaces() -> [String] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var found: [String] = []
        var next = list
        while let entry = next?.pointee {
            next = entry.ifa_next
            guard let address = entry.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET) else { continue }
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let length = socklen_t(MemoryLayout<sockaddr_in>.size)
            guard getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else {
                continue
            }
            found.append(String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        }
        return found
    }
}
