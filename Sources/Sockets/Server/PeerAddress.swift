// Whose address a connection has, and how many sockets each address holds that have not joined.

enum PeerAddress {
    /// The right-most hop that is no trusted proxy, if the socket itself is from one; what is left of it may be a lie.
    static func client(peer: String, forwardedFor: String?, trusted: TrustedProxies) -> String {
        guard let forwardedFor, trusted.contains(peer) else { return peer }
        for hop in RequestHead.items(forwardedFor).reversed() {
            guard let address = NetworkAddress(hop: hop) else { return peer }
            if !trusted.contains(address) { return address.text }
        }
        return peer
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
