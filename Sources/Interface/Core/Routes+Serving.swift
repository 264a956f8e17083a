// Knows how a request finds its row, and how whatever goes wrong becomes an answer.

import Exchange
import Hosting
import Journal
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
        public var players: any Players
        public var cookies: Cookies
        /// The machine's clock, for dates.
        public var now: @Sendable () -> Instant
        /// Lets so many milliseconds pass.
        public var pause: @Sendable (Int) async -> Void
        /// A clock that nobody sets, for what somebody may do in how long.
        public var steady: @Sendable () -> Instant
        /// The body of `GET /api/agendas`.
        public var agendas: [UInt8]
        /// The body of `GET /api/prompts`.
        public var prompts: [UInt8]
        public var topics: TopicList
        /// What minutes are written with, by language.
        public var minutes: [String: LocaleTexts]
        /// What every evaluator's pack brings along.
        public var packDocuments: PackDocuments
        /// From where browsers may come.
        public var origins: [String]
        /// Said by `GET /health`.
        public var version: String
        /// How the server is, by the last look; called on the loop, so it must not block.
        public var health: @Sendable () -> Health
        /// What `staffroom doctor` asks with; nil: nobody may.
        public var probeSecret: String?
        /// Close code and words of a reason, the same on sockets and lines.
        public var farewell: @Sendable (CloseReason) -> (code: UInt16, words: String)
        public var journal: Journal

        public init(
            catalogue: any Catalogue, passwords: any Passwords, reception: Reception, networks: NetworkHosts,
            lines: Lines, links: Links, players: any Players, cookies: Cookies, now: @escaping @Sendable () -> Instant,
            steady: @escaping @Sendable () -> Instant, pause: @escaping @Sendable (Int) async -> Void, agendas: [UInt8],
            prompts: [UInt8], topics: TopicList, minutes: [String: LocaleTexts],
            packDocuments: PackDocuments, origins: [String], version: String,
            health: @escaping @Sendable () -> Health, probeSecret: String?,
            farewell: @escaping @Sendable (CloseReason) -> (code: UInt16, words: String), journal: Journal
        ) {
            (self.catalogue, self.passwords, self.reception) = (catalogue, passwords, reception)
            (self.networks, self.lines, self.links, self.cookies) = (networks, lines, links, cookies)
            (self.now, self.steady, self.pause, self.agendas) = (now, steady, pause, agendas)
            (self.topics, self.origins, self.players) = (topics, origins, players)
            (self.minutes, self.prompts, self.packDocuments) = (minutes, prompts, packDocuments)
            self.probeSecret = probeSecret
            (self.version, self.health, self.farewell, self.journal) = (version, health, farewell, journal)
        }
    }

    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    let parts: Parts
    let callers: Callers
    let matchmaker = Matchmaker()
    let lists = ListReader()
    let packDesk = PackDesk()
    var files = FilePieces()
    var entrance: Entrance
    var joins = JoinGuard()
    var efforts = EffortGuard()
    /// Networks for which buddies are being found just now.
    var finding: Set<String> = []
    private(set) var isDraining = false

    public init(executor: any SerialExecutor, parts: Parts) {
        self.executor = executor
        self.parts = parts
        callers = Callers(
            people: parts.catalogue, accounts: parts.catalogue, cookies: parts.cookies, now: parts.now)
        entrance = Entrance(at: parts.steady())
    }

    public func drain() { isDraining = true }

    /// Answers one request.
    public func serve(_ request: Request) async -> Response {
        do {
            return try await answer(request)
        } catch let refusal as Refusal {
            return refused(refusal)
        } catch let rejection as Rejection {
            return refused(Refusal(rejection))
        } catch let refusal as LineRefusal {
            return refused(Refusal(refusal))
        } catch is PasswordsBusy {
            return refused(Refusal.slowDown(2_000))
        } catch {
            // What went wrong inside is for the operator, never for the client. While nothing can be stored the operator
            // knows already: not one line more for each request.
            if parts.health().failing == nil { parts.journal.note(.requestFailed(FaultWord(error))) }
            return refused(Refusal(.storageFailed))
        }
    }

    private func refused(_ refusal: Refusal) -> Response {
        HostingMeters.shared.refused(refusal.code)
        return refusal.response
    }

    /// By default nobody may do anything: only a row of the table answers.
    private func answer(_ request: Request) async throws -> Response {
        if request.method == Method.post.rawValue { try checkPost(request) }
        files.sweep(at: parts.steady())
        let (route, keys) = try Self.table.find(request.method, request.path)
        try entrance.enter(route.cost, from: request.device.address, at: parts.steady())
        return try await route.answer(self, Visit(request: request, keys: keys, csrf: route.csrf))
    }

    /// Another site cannot drive a session: the origin must be ours, and a form cannot send this content type.
    private func checkPost(_ request: Request) throws {
        if let origin = request.origin, !parts.origins.contains(origin) {
            parts.journal.note(
                .originRefused(came: OriginWord(origin), expected: parts.origins.first.flatMap(OriginWord.init)))
            throw Refusal(403, "foreignOrigin")
        }
        guard let type = request.contentType?.lowercased(), type.split(separator: ";").first == "application/json"
        else { throw Refusal(415, "jsonOnly") }
    }
}
