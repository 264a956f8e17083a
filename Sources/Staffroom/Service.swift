// Knows how the parts become one server, and how it starts and stops.

import Foundation
import Hosting
import Logging
import Meetings
import Sockets
import Storage
import Wire

/// The running server.
struct Service: Sendable {
    /// What a script needs to know.
    struct Announcement: Encodable, Sendable {
        struct Meeting: Encodable, Sendable {
            var id: String
            var code: String
            var join: String
        }
        var url: String
        var coordinator: String?
        var meetings: [Meeting]
    }

    let announcement: Announcement
    private let store: Store
    private let reception: Reception
    private let routes: Routes
    private let lines: Lines
    private let server: WebSocketServer

    /// How long connections may take to close, in seconds.
    private static let graceSeconds = 2.0

    /// Opens the store, then the port.
    static func start(
        _ settings: Settings, wantsSample: Bool, clockOffsetSeconds: Int = 0
    ) async throws -> Service {
        ignoreSignals()
        let resources = try Resources(named: settings[string: "resources"])
        let listen = settings[string: "listen"]
        let port = settings[int: "port"] == 0 ? try Addresses.freePort(listen) : settings[int: "port"]
        let addresses = try Addresses(listen: listen, port: port, publicURL: settings[string: "publicURL"])
        let store = try StoreOpening.open(settings[string: "data"], beside: false)
        let loop = EventLoop()
        let clock = ServerClock(offsetSeconds: clockOffsetSeconds)
        let logger = Logger(label: "staffroom")
        let links = Links(store: store, base: addresses.base)
        let cookies = Cookies(isSecure: addresses.isSecure)
        let switchboard = Switchboard(loop: loop)
        let server = WebSocketServer(
            loop: loop, settings: try serverSettings(settings, addresses, resources, port), handler: switchboard,
            logger: logger)
        var limits = HostingLimits()
        limits.commandsPerSecond = Double(settings[int: "commandsPerSecond"])
        limits.commandBurst = Double(settings[int: "commandBurst"])
        var lineLimits = LineLimits()
        // A take that is held must be answered before the sockets answer in its place.
        lineLimits.holdMilliseconds = min(
            lineLimits.holdMilliseconds, (ServerLimits().answerDeadlineSeconds - 5) * 1_000)
        let lines = Lines(limits: lineLimits, executor: loop, now: { clock.now }) { loop.after(milliseconds: $0, $1) }
        let reception = Reception(
            log: store, settings: MeetingSettings(store: store, links: links),
            doorkeeper: Desk(store: store, links: links, cookies: cookies, clock: clock),
            outlet: SharedOutlet(sockets: SocketOutlet(server: server), lines: lines), limits: limits, executor: loop,
            now: { clock.now })
        let topics = try TopicList(resources.config("topics.json"))
        let routes = Routes(
            loop: loop,
            parts: Routes.Parts(
                store: store, hasher: PasswordHasher(), reception: reception,
                networks: NetworkHosts(log: store, limits: limits, executor: loop, now: { clock.now }),
                lines: lines, links: links, cookies: cookies, clock: clock,
                agendas: AgendaTemplate.body(try AgendaTemplate.all(in: resources)),
                topics: topics, matchmaker: Matchmaker(), origins: addresses.origins, logger: logger))
        await switchboard.connect(reception, routes)
        await lines.connect(reception)
        let first = try await firstLink(
            settings, resources, store, Planner(store: store, reception: reception, topics: topics), clock.now,
            wantsSample)
        do {
            _ = try await server.open()
        } catch {
            throw Failure("cannot listen on \(listen):\(port): \(error)", Ending.unavailable)
        }
        return Service(
            announcement: try await announcement(addresses.base, first.map(links.oneTime), store, links),
            store: store, reception: reception, routes: routes, lines: lines, server: server)
    }

    /// Says good-bye, stores what is under way, closes the store.
    func stop() async {
        await routes.drain()
        await lines.stop()
        await server.shutDown(code: .restarting, graceSeconds: Self.graceSeconds) {
            // Spread out, so that they do not all come back at once.
            "retry=\(Int.random(in: 500...2_500))"
        }
        await reception.drain()
        do {
            try await store.close()
        } catch {
            Output.note("the store did not close cleanly: \(error)")
        }
    }

    private static func serverSettings(
        _ settings: Settings, _ addresses: Addresses, _ resources: Resources, _ port: Int
    ) throws -> ServerSettings {
        var server = ServerSettings()
        server.listenAddress = settings[string: "listen"]
        server.port = port
        server.allowedOrigins = addresses.origins
        server.trustedProxies = settings[list: "trustedProxies"]
        server.staticFiles = try resources.served()
        server.strictTransportSecurity = addresses.isSecure
        server.contentSecurityPolicy = """
            default-src 'none'; script-src 'self'; style-src 'self'; \
            connect-src 'self' \(addresses.socketSources); img-src 'self' data: blob:; manifest-src 'self'; \
            frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'
            """
        server.limits.maxConnections = settings[int: "maxConnections"]
        server.limits.perAddressUnjoinedConnections = settings[int: "newConnectionsPerAddress"]
        return server
    }

    /// The token of the link that somebody who has just started the server needs; nil once it is set up.
    private static func firstLink(
        _ settings: Settings, _ resources: Resources, _ store: Store, _ planner: Planner, _ now: Instant,
        _ wantsSample: Bool
    ) async throws -> String? {
        if wantsSample {
            return try await Sample.prepare(
                try resources.config("sample.json"), store: store, planner: planner, now: now)
        }
        let accounts = try await store.accounts(network: nil)
        let expires = now + AccountCommand.linkMilliseconds
        guard let account = accounts.first else {
            let network = try await store.createNetwork(
                name: settings[string: "networkName"], contact: "", notice: "", now: now)
            let person = try await store.createPerson(network: network.id, name: "Coordinator", now: now)
            return try await store.addAccount(
                network: network.id, role: .coordinator, login: "coordinator", displayName: "Coordinator",
                person: person.id, setupExpires: expires, now: now
            ).token
        }
        guard accounts.allSatisfy({ $0.password == nil }) else { return nil }
        return try await store.makeOneTimeLink(
            account: account.id, network: account.network, purpose: .setup, expires: expires)
    }

    private static func announcement(
        _ base: String, _ coordinator: String?, _ store: Store, _ links: Links
    ) async throws -> Announcement {
        var meetings: [Announcement.Meeting] = []
        for network in try await store.networks() {
            for meeting in try await store.meetings(network: network.id) where meeting.phase != .ended {
                let join = try await links.joining(meeting).join
                meetings.append(Announcement.Meeting(id: meeting.id, code: meeting.code, join: join))
            }
        }
        return Announcement(url: base, coordinator: coordinator, meetings: meetings)
    }
}
