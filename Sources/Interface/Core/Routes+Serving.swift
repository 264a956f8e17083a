// Knows how a request finds its row, and how whatever goes wrong becomes an answer.

import Hosting
import Logging
import Matching
import Meetings
import Wire

/// The HTTP interface, an actor on the loop: it answers there, and waits for the catalogue elsewhere.
public actor Routes {
    /// What every route needs.
    public struct Parts: Sendable {
        public var catalogue: any Catalogue
        public var passwords: any Passwords
        public var reception: Reception
        public var networks: NetworkHosts
        public var lines: Lines
        public var links: Links
        public var cookies: Cookies
        public var now: @Sendable () -> Instant
        /// The body of `GET /api/agendas`.
        public var agendas: [UInt8]
        public var topics: TopicList
        /// From where browsers may come.
        public var origins: [String]
        /// Said by `GET /health`.
        public var version: String
        /// Close code and words of a reason, the same on sockets and lines.
        public var farewell: @Sendable (CloseReason) -> (code: UInt16, words: String)
        public var logger: Logger

        public init(
            catalogue: any Catalogue, passwords: any Passwords, reception: Reception, networks: NetworkHosts,
            lines: Lines, links: Links, cookies: Cookies, now: @escaping @Sendable () -> Instant, agendas: [UInt8],
            topics: TopicList, origins: [String], version: String,
            farewell: @escaping @Sendable (CloseReason) -> (code: UInt16, words: String), logger: Logger
        ) {
            (self.catalogue, self.passwords, self.reception) = (catalogue, passwords, reception)
            (self.networks, self.lines, self.links, self.cookies) = (networks, lines, links, cookies)
            (self.now, self.agendas, self.topics, self.origins) = (now, agendas, topics, origins)
            (self.version, self.farewell, self.logger) = (version, farewell, logger)
        }
    }

    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    let parts: Parts
    let callers: Callers
    let matchmaker = Matchmaker()
    var entrance: Entrance
    /// Networks for which buddies are being found just now.
    var finding: Set<String> = []
    private(set) var isDraining = false

    public init(executor: any SerialExecutor, parts: Parts) {
        self.executor = executor
        self.parts = parts
        callers = Callers(
            people: parts.catalogue, accounts: parts.catalogue, cookies: parts.cookies, now: parts.now)
        entrance = Entrance(at: parts.now())
    }

    public func drain() { isDraining = true }

    /// Answers one request.
    public func serve(_ request: Request) async -> Response {
        do {
            return try await answer(request)
        } catch let refusal as Refusal {
            return refusal.response
        } catch let rejection as Rejection {
            return Refusal(rejection).response
        } catch let refusal as LineRefusal {
            return Refusal(refusal).response
        } catch is PasswordsBusy {
            return Refusal.slowDown(2_000).response
        } catch {
            // What went wrong inside is for the operator, never for the client; ids only, no text of people.
            parts.logger.error("request failed", metadata: ["path": "\(request.path)", "error": "\(error)"])
            return Refusal(.storageFailed).response
        }
    }

    /// By default nobody may do anything: only a row of the table answers.
    private func answer(_ request: Request) async throws -> Response {
        if request.method == Method.post.rawValue { try checkPost(request) }
        let (route, keys) = try Self.table.find(request.method, request.path)
        try entrance.enter(route.cost, from: request.device.address, at: parts.now())
        return try await route.answer(self, Visit(request: request, keys: keys, csrf: route.csrf))
    }

    /// Another site cannot drive a session: the origin must be ours, and a form cannot send this content type.
    private func checkPost(_ request: Request) throws {
        if let origin = request.origin, !parts.origins.contains(origin) { throw Refusal(403, "foreignOrigin") }
        guard let type = request.contentType?.lowercased(), type.split(separator: ";").first == "application/json"
        else { throw Refusal(415, "jsonOnly") }
    }

    func health(_ call: Call<Anybody, Nothing>) -> Response {
        isDraining
            ? .json(["status": "draining"], status: 503) : .json(["status": "ok", "version": parts.version])
    }
}
