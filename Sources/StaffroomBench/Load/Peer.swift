// Knows the two servers that are measured in the same way: ours, as it is built, and the floor of bare libwebsockets.

import Foundation

/// A server in a process of its own.
final class Peer {
    let port: Int
    let child: Child
    /// What our server says of itself at its start; empty for a floor.
    let announcement: [String: Any]

    private static let startSeconds = 30.0

    private init(_ child: Child, port: Int, _ announcement: [String: Any]) {
        (self.child, self.port, self.announcement) = (child, port, announcement)
    }

    /// Our server, with the sample and a data folder in `folder`.
    static func staffroom(_ program: String, in folder: Folder, isPinned: Bool = false) throws -> Peer {
        // One machine plays everybody here, so what is meant for one person or address is raised.
        let settings = [
            "commandsPerSecond": 100_000, "commandBurst": 100_000, "newConnectionsPerAddress": 20_000,
            "maxConnections": 20_000,
        ]
        let config = folder.path("settings.json")
        try JSONSerialization.data(withJSONObject: settings).write(to: URL(fileURLWithPath: config))
        return try served(program, ["--data", folder.path("data"), "--sample", "--config", config], folder, isPinned)
    }

    /// Our server, with a store that is there.
    static func staffroom(_ program: String, opening data: String, in folder: Folder) throws -> Peer {
        try served(program, ["--data", data], folder, false)
    }

    private static func served(
        _ program: String, _ words: [String], _ folder: Folder, _ isPinned: Bool
    ) throws -> Peer {
        let child = try onCore(isPinned) {
            try Child(
                program, ["serve", "--port", "0"] + words, log: folder.path("server.log"), wantsLines: true)
        }
        guard let line = child.line(seconds: startSeconds),
            let said = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
            let port = (said["url"] as? String)?.split(separator: ":").last.flatMap({ Int($0) })
        else { throw BenchFailure("\(program) did not start: see \(folder.keep().path("server.log"))") }
        return Peer(child, port: port, said)
    }

    /// Bare libwebsockets: this program once more.
    static func floor(answering bytes: Int, in folder: Folder) throws -> Peer {
        try floor(.answers, answering: bytes, in: folder, isPinned: false)
    }

    /// A floor of some kind, on the server's core.
    static func floor(
        _ kind: BareKind, answering bytes: Int = 64, in folder: Folder, isPinned: Bool = true
    ) throws -> Peer {
        let child = try onCore(isPinned) {
            try Child(
                "/proc/self/exe", ["floor", "--kind", kind.rawValue, "--bytes", "\(bytes)"],
                log: folder.path("floor.log"), wantsLines: true)
        }
        guard let line = child.line(seconds: startSeconds), let port = Int(line) else {
            throw BenchFailure("the floor \(kind) did not start: is libwebsockets-evlib-uv installed?")
        }
        return Peer(child, port: port, [:])
    }

    /// Its threads begin where the one that starts it is.
    private static func onCore<Value>(_ isPinned: Bool, _ work: () throws -> Value) rethrows -> Value {
        isPinned ? try Cores.asServer(work) : try work()
    }

    /// Processor so far, when it rests.
    var processor: Double { ProcessorTime.settled(child.process) }

    /// It ends as it would on any day; how long that took.
    func end() -> Spent { child.end(SIGTERM) }

    /// At once: its data goes anyway.
    func stop() { _ = child.end(SIGKILL) }
}
