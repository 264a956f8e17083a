// Whose address a connection has, and how many sockets each address holds that have not joined.

import Foundation

enum PeerAddress {
    /// The address of the other end; `?` when the system does not say.
    static func of(socket: Int32) -> String {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(socket, $0, &length) == 0 }
        }
        return isKnown && address.sin_family == sa_family_t(AF_INET) ? text(address.sin_addr) : "?"
    }

    static func text(_ address: in_addr) -> String {
        let bytes = withUnsafeBytes(of: address.s_addr) { Array($0) }  // in network order already
        return bytes.map(String.init).joined(separator: ".")
    }

    /// The right-most hop that is no trusted proxy, if the socket itself is from one; what is left of it may be a lie.
    static func client(peer: String, forwardedFor: String?, trusted: [String]) -> String {
        guard trusted.contains(peer), let forwardedFor else { return peer }
        for hop in RequestHead.items(forwardedFor).reversed() where !trusted.contains(hop) {
            return isAddress(hop) ? hop : peer
        }
        return peer
    }

    /// IPv4 or IPv6, without port or brackets.
    static func isAddress(_ text: String) -> Bool {
        var buffer = in6_addr()
        return inet_pton(AF_INET, text, &buffer) == 1 || inet_pton(AF_INET6, text, &buffer) == 1
    }
}

/// How many sockets of each address have not joined.
struct UnjoinedCounts {
    private var counts: [String: Int] = [:]

    subscript(address: String) -> Int { counts[address] ?? 0 }

    mutating func add(_ address: String) { counts[address, default: 0] += 1 }

    mutating func remove(_ address: String) {
        guard let count = counts[address] else { return }
        counts[address] = count > 1 ? count - 1 : nil
    }
}
