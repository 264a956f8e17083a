// IPv4 and IPv6 addresses as bytes, in one spelling, and networks of them.

import Foundation

/// An address without its port. An IPv4 address that came as IPv6 (`::ffff:10.0.0.1`) is the IPv4 address.
public struct NetworkAddress: Sendable, Hashable {
    private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]

    /// Four or sixteen.
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes.starts(with: Self.mapped) && bytes.count == 16 ? Array(bytes.dropFirst(12)) : bytes
    }

    /// Nil for what is no address: a name, one with a port, with brackets or with a zone.
    public init?(_ text: String) {
        var (four, six) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(bytes: withUnsafeBytes(of: &four) { Array($0) })
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(bytes: withUnsafeBytes(of: &six) { Array($0) })
        } else {
            return nil
        }
    }

    /// A hop as proxies write it: `1.2.3.4`, `1.2.3.4:5678`, `::1`, `[::1]`, `[::1]:80`, in quotes or not.
    init?(hop: String) {
        var text = Substring(hop)
        if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = text.dropFirst().dropLast() }
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]"), Self.isPort(text[text.index(after: end)...]) else { return nil }
            text = text[text.index(after: text.startIndex)..<end]
            guard text.contains(":") else { return nil }
        } else if let colon = text.firstIndex(of: ":"), text.lastIndex(of: ":") == colon {
            guard Self.isPort(text[colon...]) else { return nil }
            text = text[..<colon]
        }
        self.init(String(text))
    }

    /// Nothing, or a colon with a port.
    private static func isPort(_ text: Substring) -> Bool {
        if text.isEmpty { return true }
        let digits = text.dropFirst()
        return text.hasPrefix(":") && (1...5).contains(digits.utf8.count)
            && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } && UInt16(digits) != nil
    }

    /// The one spelling in which an address is compared, RFC 5952 for IPv6.
    public var text: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        _ = bytes.withUnsafeBytes { inet_ntop(family, $0.baseAddress, &buffer, socklen_t(buffer.count)) }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// The addresses and networks of proxies whose `X-Forwarded-For` is believed.
public struct TrustedProxies: Sendable, Equatable {
    private struct Network: Sendable, Equatable {
        var start: [UInt8]
        var bits: Int

        func contains(_ address: NetworkAddress) -> Bool {
            guard address.bytes.count == start.count else { return false }
            let whole = bits / 8
            guard address.bytes.prefix(whole) == start.prefix(whole) else { return false }
            guard bits % 8 > 0 else { return true }
            let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - bits % 8))
            return address.bytes[whole] & mask == start[whole] & mask
        }
    }

    private var networks: [Network] = []

    /// Nobody is believed.
    public init() {}

    /// From texts such as `127.0.0.1`, `10.0.0.0/8`, `::1` and `fd00::/8`.
    ///
    /// - Throws: `NotANetwork` with the first text that is neither an address nor a network.
    public init(_ texts: [String]) throws(NotANetwork) {
        for text in texts {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count <= 2, let address = NetworkAddress(String(parts[0])) else {
                throw NotANetwork(text: text)
            }
            let all = address.bytes.count * 8
            guard parts.count == 2 else {
                networks.append(Network(start: address.bytes, bits: all))
                continue
            }
            let isDigits = parts[1].utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard isDigits, let bits = Int(parts[1]), (0...all).contains(bits) else { throw NotANetwork(text: text) }
            networks.append(Network(start: address.bytes, bits: bits))
        }
    }

    /// Why a text names no proxies.
    public struct NotANetwork: Error, Equatable {
        public let text: String
    }

    func contains(_ address: NetworkAddress) -> Bool { networks.contains { $0.contains(address) } }

    /// False for what is no address.
    public func contains(_ text: String) -> Bool {
        guard !networks.isEmpty, let address = NetworkAddress(text) else { return false }
        return contains(address)
    }
}
