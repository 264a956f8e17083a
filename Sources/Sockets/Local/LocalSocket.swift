// A socket in a folder, by which another program of the same user asks a running server for something: one line up, one
// line down. Knows nothing of what is asked.

import CLibUV  // which of the three owns the flags for sockets differs from build to build
import CLibWebSockets
import Foundation

/// What both ends have agreed on.
public enum LocalSocket {
    /// Its name in the data folder.
    public static let name = "staffroom.sock"
    /// Longest line, in bytes, without its end.
    public static let lineBytes = 4_194_304
    /// How long a request may take to come in, in milliseconds.
    static let requestMilliseconds = 5_000
    /// How many may ask at once.
    static let callsAtOnce = 8
    static let mode: mode_t = 0o600
    static let lineEnd = UInt8(ascii: "\n")

    /// Something that the system refused, by its number.
    public struct Failure: Error, Equatable, Sendable {
        public let code: Int32
    }

    /// The address of the socket in a folder, whatever the length of its path: a socket's own is short.
    static func withAddress<Value>(
        in folder: String, _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw Failure(code: errno) }
        defer { close(directory) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array("/proc/self/fd/\(directory)/\(name)".utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let result: Result<Value, Failure> = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                Result { () throws(Failure) in try body(directory, pointer, socklen_t(MemoryLayout<sockaddr_un>.size)) }
            }
        }
        return try result.get()
    }

    /// Asks the server of a folder, and waits for its answer.
    ///
    /// - Returns: the answer; nil when no server listens there.
    /// - Throws: `Failure` when there is one and it does not answer: `EACCES` when it runs as another user.
    public static func ask(_ folder: String, _ line: [UInt8]) throws(Failure) -> [UInt8]? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        defer { close(descriptor) }
        let isConnected = try withAddress(in: folder) { _, address, length throws(Failure) in
            if connect(descriptor, address, length) == 0 { return true }
            if errno == ENOENT || errno == ECONNREFUSED { return false }
            throw Failure(code: errno)
        }
        guard isConnected else { return nil }
        var rest = (line + [lineEnd])[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw Failure(code: count < 0 && errno != EPIPE ? errno : EACCES) }
            rest = rest.dropFirst(count)
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while answer.last != lineEnd, answer.count <= lineBytes {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            // Whoever may not ask is hung up on.
            guard count > 0 else { throw Failure(code: count < 0 && errno != ECONNRESET ? errno : EACCES) }
            answer += buffer.prefix(count)
        }
        return Array(answer.dropLast())
    }
}
