// An address of the system: what it says, and what it takes.

import Foundation

/// An IPv4 or IPv6 address with its port.
struct SocketAddress {
    private var storage = sockaddr_storage()
    private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    /// Nil when `address` is no address in figures, or `port` is not 0...65535.
    init?(_ address: String, port: Int) {
        guard let port = UInt16(exactly: port) else { return nil }
        var four = sockaddr_in()
        var six = sockaddr_in6()
        if inet_pton(AF_INET, address, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            fill(with: four)
        } else if inet_pton(AF_INET6, address, &six.sin6_addr) == 1 {
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            fill(with: six)
        } else {
            return nil
        }
    }

    /// What the system writes into the place it is given, for example the address of a newcomer. Nil when it refuses.
    init?(writtenBy call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Bool) {
        let isKnown = withUnsafeMutablePointer(to: &storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &length) }
        }
        guard isKnown else { return nil }
    }

    private mutating func fill<Address>(with address: Address) {
        withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: address, as: Address.self) }
        length = socklen_t(MemoryLayout<Address>.size)
    }

    var family: Int32 { Int32(storage.ss_family) }

    var port: Int {
        withUnsafeBytes(of: storage) { bytes in
            // In the same place in both.
            Int(UInt16(bigEndian: bytes.loadUnaligned(as: sockaddr_in.self).sin_port))
        }
    }

    /// The address in figures, without port; one that is IPv4 within IPv6 as IPv4. `?` for other kinds.
    var text: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let isKnown = withUnsafeBytes(of: storage) { bytes in
            switch family {
            case AF_INET:
                var address = bytes.loadUnaligned(as: sockaddr_in.self).sin_addr
                return inet_ntop(AF_INET, &address, &buffer, socklen_t(buffer.count)) != nil
            case AF_INET6:
                var address = bytes.loadUnaligned(as: sockaddr_in6.self).sin6_addr
                return inet_ntop(AF_INET6, &address, &buffer, socklen_t(buffer.count)) != nil
            default:  // foreign: Int32
                return false
            }
        }
        guard isKnown else { return "?" }
        let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return text.hasPrefix("::ffff:") && text.contains(".") ? String(text.dropFirst(7)) : text
    }

    /// Hands it to the system.
    func with<Result>(_ call: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, length) }
        }
    }
}
