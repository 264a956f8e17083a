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
    static func staffroom(_ program: String, in folder: Folder) throws -> Peer {
        // One machine plays everybody here, so what is meant for one person or address is raised.
        let settings = [
            "commandsPerSecond": 100_000, "commandBurst": 100_000, "newConnectionsPerAddress": 20_000,
            "maxConnections": 20_000,
        ]
        let config = folder.path("settings.json")
        try JSONSerialization.data(withJSONObject: settings).write(to: URL(fileURLWithPath: config))
        let child = try Child(
            program, ["serve", "--port", "0", "--data", folder.path("data"), "--sample", "--config", config],
            log: folder.path("server.log"), wantsLines: true)
        guard let line = child.line(seconds: startSeconds),
            let said = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
            let port = (said["url"] as? String)?.split(separator: ":").last.flatMap({ Int($0) })
        else { throw BenchFailure("\(program) did not start: see \(folder.keep().path("server.log"))") }
        return Peer(child, port: port, said)
    }

    /// Bare libwebsockets: this program once more.
    static func floor(answering bytes: Int, in folder: Folder) throws -> Peer {
        let child = try Child(
            "/proc/self/exe", ["floor", "--bytes", "\(bytes)"], log: folder.path("floor.log"), wantsLines: true)
        guard let line = child.line(seconds: startSeconds), let port = Int(line) else {
            throw BenchFailure("bare libwebsockets did not start: is libwebsockets-evlib-uv installed?")
        }
        return Peer(child, port: port, [:])
    }

    /// Processor so far, when it rests.
    var processor: Double { ProcessorTime.settled(child.process) }

    /// At once: its data goes anyway.
    func stop() { _ = child.end(SIGKILL) }
}
