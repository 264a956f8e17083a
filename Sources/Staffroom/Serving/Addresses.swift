// Knows under which addresses this machine is reached and which origins browsers may come from.

import Foundation
import Glibc

/// The server's own address in links, and those that browsers may name as their origin.
struct Addresses: Sendable {
    /// Begins every link; no slash at the end.
    var base: String
    /// `base` first.
    var origins: [String]
    /// Whether browsers reach us by TLS, at a proxy.
    var isSecure: Bool

    /// Where commands on this machine reach the server: host and port.
    static func here(_ listen: String, _ port: Int) -> String {
        "\(["0.0.0.0", "::"].contains(listen) ? "127.0.0.1" : written(listen)):\(port)"
    }

    /// Throws when the public address is not one.
    init(listen: String, port: Int, publicURL: String) throws {
        let isForAll = ["0.0.0.0", "::"].contains(listen)
        let shown = isForAll ? Self.ownAddress() ?? "127.0.0.1" : Self.written(listen)
        guard publicURL.isEmpty else {
            let address: PublicAddress
            do { address = try PublicAddress(publicURL) } catch {
                throw Failure("the setting publicURL \(error.why); it is \(publicURL)", Ending.settings)
            }
            isSecure = address.isSecure
            base = address.text
            origins = Self.distinct([base] + Self.local(listen, port))
            return
        }
        isSecure = false
        base = Self.origin(shown, port)
        let others = Self.local(listen, port) + (isForAll ? Self.all(port) : [])
        origins = Self.distinct([base] + others.sorted())
    }

    private static func distinct(_ origins: [String]) -> [String] {
        origins.enumerated().filter { index, origin in !origins[..<index].contains(origin) }.map(\.element)
    }

    /// `connect-src` for the socket: some browsers do not count ws: among 'self'.
    var socketSources: String {
        origins.map { $0.hasPrefix("https") ? "wss" + $0.dropFirst(5) : "ws" + $0.dropFirst(4) }.joined(separator: " ")
    }

    /// A port that nobody listens on just now.
    static func freePort(_ listen: String) throws -> Int {
        let port =
            if listen.contains(":") {
                bound(sockaddr_in6.self, AF_INET6, \.sin6_port) {
                    $0.sin6_family = sa_family_t(AF_INET6)
                    return inet_pton(AF_INET6, listen, &$0.sin6_addr) == 1
                }
            } else {
                bound(sockaddr_in.self, AF_INET, \.sin_port) {
                    $0.sin_family = sa_family_t(AF_INET)
                    return inet_pton(AF_INET, listen, &$0.sin_addr) == 1
                }
            }
        guard let port else { throw Failure("no free port on \(listen)", Ending.unavailable) }
        return port
    }

    /// The port that the system gives to an address of a family; nil when it gives none.
    private static func bound<Address>(
        _ type: Address.Type, _ family: Int32, _ port: KeyPath<Address, in_port_t>, _ fill: (inout Address) -> Bool
    ) -> Int? {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return withUnsafeTemporaryAllocation(of: Address.self, capacity: 1) { place -> Int? in
            guard let pointer = place.baseAddress else { return nil }
            memset(pointer, 0, MemoryLayout<Address>.size)
            guard fill(&pointer.pointee) else { return nil }
            var length = socklen_t(MemoryLayout<Address>.size)
            let isBound = UnsafeMutableRawPointer(pointer).withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
            return isBound ? Int(UInt16(bigEndian: pointer.pointee[keyPath: port])) : nil
        }
    }

    private static func local(_ listen: String, _ port: Int) -> [String] {
        let names =
            switch listen {
            case "::": ["127.0.0.1", "localhost", "[::1]"]
            case "::1": ["localhost", "[::1]"]
            default:
                listen == "0.0.0.0" || listen.hasPrefix("127.")
                    ? ["127.0.0.1", "localhost", listen] : [written(listen)]
            }
        return names.map { origin($0, port) }
    }

    private static func all(_ port: Int) -> [String] {
        (interfaces() + [ProcessInfo.processInfo.hostName.lowercased()]).map { origin($0, port) }
    }

    /// Browsers leave the default port out.
    private static func origin(_ host: String, _ port: Int) -> String {
        "http://\(host)" + (port == 80 ? "" : ":\(port)")
    }

    /// An IPv6 address stands in brackets.
    private static func written(_ address: String) -> String { address.contains(":") ? "[\(address)]" : address }

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
