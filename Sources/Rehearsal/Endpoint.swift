// Knows where a server is, from the address that people type.

import Foundation
import Glibc

/// Why a rehearsal cannot go on, as a sentence for whoever started it.
public struct RehearsalFailure: Error, CustomStringConvertible {
    public let description: String
}

/// A server's host and port.
struct Endpoint {
    let host: String
    let port: Int
    /// What the Host header says.
    var authority: String { port == 80 ? host : "\(host):\(port)" }
    private let addresses: [(bytes: [UInt8], family: Int32)]

    /// From `http://127.0.0.1:8080`.
    init(_ url: String) throws {
        guard let parts = URL(string: url), let host = parts.host, !host.isEmpty else {
            throw RehearsalFailure(description: "\(url) is no address like http://127.0.0.1:8080")
        }
        guard parts.scheme == "http" else {
            throw RehearsalFailure(
                description: "rehearse speaks to the server itself, by http; on its machine that is "
                    + "http://127.0.0.1:8080 and not the address of the proxy before it")
        }
        self.host = host
        port = parts.port ?? 80
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0, let list else {
            throw RehearsalFailure(description: "there is no machine called \(host)")
        }
        defer { freeaddrinfo(list) }
        var found: [(bytes: [UInt8], family: Int32)] = []
        var next: UnsafeMutablePointer<addrinfo>? = list
        while let entry = next?.pointee {
            if let address = entry.ai_addr {
                let raw = UnsafeRawBufferPointer(start: address, count: Int(entry.ai_addrlen))
                found.append((Array(raw), entry.ai_family))
            }
            next = entry.ai_next
        }
        addresses = found
    }

    /// A socket that is on its way to the server.
    func connect() throws -> Int32 {
        for address in addresses {
            let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
            let descriptor = socket(address.family, type, 0)
            guard descriptor >= 0 else { continue }
            var yes: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
            let result = address.bytes.withUnsafeBytes { raw in
                Glibc.connect(
                    descriptor, raw.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count))
            }
            if result == 0 || errno == EINPROGRESS { return descriptor }
            close(descriptor)
        }
        throw RehearsalFailure(description: "nothing answers at \(authority): is the server running?")
    }
}
