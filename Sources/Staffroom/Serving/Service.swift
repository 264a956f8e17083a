// Knows how the parts become one server, and how it starts and stops.

import Exchange
import Foundation
import Hosting
import Interface
import Journal
import Log
import Meetings
import Metrics
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

    /// The same where others may read along.
    struct ShortAnnouncement: Encodable, Sendable {
        var url: String
        /// The path of a private file with the whole announcement.
        var secrets: String?
    }

    let announcement: Announcement
    let port: Int
    let folder: DataFolder
    let store: Store
    let reception: Reception
    let routes: Routes
    let lines: Lines
    let server: WebSocketServer
    let journal: Journal
    let storageWatch: StorageWatch
    let local: LocalServer
    let background: [Task<Void, Never>]
    let ager: Ager
    let metrics: MetricsServer?
    let servesSources: Bool

    /// Opens the store, then the port.
    static func start(
        _ settings: Settings, wantsSample: Bool, journal: Journal, clockOffsetSeconds: Int = 0
    ) async throws -> Service {
        ignoreSignals()
        let registry = settings[string: "metricsAddress"].isEmpty ? nil : PrometheusRegistry()
        if let registry { MetricsSystem.bootstrap(registry) }
        let resources = try Resources(named: settings[string: "resources"])
        let listen = settings[string: "listen"]
        let port = settings[int: "port"] == 0 ? try Addresses.freePort(listen) : settings[int: "port"]
        let addresses = try Addresses(listen: listen, port: port, publicURL: settings[string: "publicURL"])
        let path = settings[string: "data"]
        let folder = DataFolder(URL(fileURLWithPath: path))
        let isUnclosed = folder.logBytes > 0
        let storageWatch = StorageWatch(journal: journal)
        let store = try StoreOpening.open(path, beside: false) { storageWatch.hear($0) }
        if isUnclosed { journal.note(.recovered(.unclosedStore)) }
        let loop = EventLoop()
        let clock = ServerClock(offsetSeconds: clockOffsetSeconds)
        let watch = Watch(
            folder: folder, journal: journal, clock: clock,
            backupWithinDays: settings[int: "backupWithinDays"])
        watch.look()
        let links = Links(store: store, base: addresses.base)
        let catalogue = StoreCatalogue(store: store)
        let cookies = Cookies(isSecure: addresses.isSecure)
        let switchboard = Switchboard(loop: loop)
        let server = WebSocketServer(
            loop: loop, settings: try serverSettings(settings, addresses, resources, port), handler: switchboard,
            journal: journal)
        var limits = HostingLimits()
        limits.commandsPerSecond = Double(settings[int: "commandsPerSecond"])
        limits.commandBurst = Double(settings[int: "commandBurst"])
        var lineLimits = LineLimits()
        // A take that is held must be answered before the sockets answer in its place.
        lineLimits.holdMilliseconds = min(
            lineLimits.holdMilliseconds, (ServerLimits().answerDeadlineSeconds - 5) * 1_000)
        let lines = Lines(limits: lineLimits, executor: loop, now: { clock.steady }) {
            loop.after(milliseconds: $0, $1)
        }
        let reception = Reception(
            log: store, settings: MeetingSettings(store: store, base: addresses.base),
            doorkeeper: CatalogueDoorkeeper(
                catalogue: catalogue, links: links, cookies: cookies, now: { clock.now }),
            outlet: SharedOutlet(sockets: SocketOutlet(server: server), lines: lines), limits: limits, executor: loop,
            now: { clock.now }, steady: { clock.steady },
            onUnreadable: { storageWatch.unreadable($0, $1) })
        let topics = try topicList(resources)
        let decks = try PromptDeck.all(in: resources)
        let networks = NetworkHosts(log: store, limits: limits, executor: loop, now: { clock.now })
        let routes = Routes(
            executor: loop,
            parts: Routes.Parts(
                catalogue: catalogue, passwords: HashedPasswords(), reception: reception,
                networks: networks, lines: lines, links: links,
                players: RehearsalPlayers(address: Addresses.here(listen, port)), cookies: cookies, now: { clock.now },
                steady: { clock.steady }, pause: { await loop.pause(milliseconds: $0) },
                agendas: AgendaTemplate.body(try AgendaTemplate.all(in: resources, asking: decks)),
                prompts: PromptDeck.body(decks),
                topics: topics, minutes: try resources.minutesTexts(),
                packDocuments: try resources.packDocuments(), origins: addresses.origins,
                version: Version.text,
                health: {
                    Health(
                        failing: storageWatch.trouble == nil ? nil : .storing,
                        reason: storageWatch.trouble?.kind.rawValue, warnings: watch.warnings)
                }, probeSecret: probeSecret(folder),
                farewell: { reason in
                    let (code, words) = reason.onTheWire
                    return (code.rawValue, words)
                }, journal: journal))
        // Before any room is loaded: what is stored from now on was stored in this life.
        try? await store.noteLife(at: clock.now)
        giveSigns(of: store, clock)
        await switchboard.connect(reception, routes)
        await lines.connect(reception)
        let planner = Planner(catalogue: catalogue, reception: reception, topics: topics)
        let (first, meetings) = try await StoreOpening.saying(path, storageWatch) {
            let first = try await firstLink(settings, resources, store, planner, clock.now, wantsSample)
            return (first, try await openMeetings(store, links))
        }
        let opened: Int
        do {
            opened = try await server.open()
        } catch {
            throw Failure("cannot listen on \(listen):\(port): \(error)", Ending.unavailable)
        }
        var metrics: MetricsServer?
        var background = [
            Task.detached(priority: .utility) { await watch.run() }, lookAtDoors(of: reception, every: limits),
            lookAtRounds(of: reception, every: limits),
        ]
        if let registry {
            let figures = ServerFigures(factory: registry, reception: reception, server: server, watch: watch)
            metrics = MetricsServer(registry: registry) { await figures.gather() }
            try await metrics?.open(settings[string: "metricsAddress"], journal: journal)
            background.append(Task.detached(priority: .medium) { await figures.watchLag() })
        }
        try? folder.leave(Array(Addresses.here(listen, opened).utf8), as: .address)
        let steward = Steward(
            eraser: Eraser(people: catalogue, reception: reception, networks: networks, now: { clock.now }),
            ager: Ager(
                store: store, reception: reception, networks: networks, periods: Periods(settings),
                now: { clock.now }, journal: journal),
            packs: PackOffice(
                catalogue: catalogue, networks: networks, documents: .none, software: Version.text),
            networks: networks,
            importer: Importer(people: catalogue, reception: reception, now: { clock.now }), reception: reception)
        let local = LocalServer(loop: loop) { await steward.answer($0) }
        do {
            try await local.open(in: path)
        } catch {
            throw Failure("cannot listen in \(path): \(String(cString: strerror(error.code)))", Ending.later)
        }
        return Service(
            announcement: Announcement(
                url: addresses.base, coordinator: first.map(links.oneTime), meetings: meetings),
            port: opened, folder: folder, store: store, reception: reception, routes: routes, lines: lines,
            server: server, journal: journal, storageWatch: storageWatch, local: local, background: background,
            ager: steward.ager,
            metrics: metrics, servesSources: !resources.isBundle)
    }

    /// A new one for whoever can read the data folder; nil when it could not be put there.
    private static func probeSecret(_ folder: DataFolder) -> String? {
        var chance = SystemRandomNumberGenerator()
        let secret = (0..<4).map { _ in String(chance.next(), radix: 36) }.joined()
        return (try? folder.leave(Array(secret.utf8), as: .probe)).map { secret }
    }

    /// Says every few seconds that this server lives, as long as its store is open.
    private static func giveSigns(of store: Store, _ clock: ServerClock) {
        Task.detached { [weak store] in
            while true {
                try? await Task.sleep(for: .milliseconds(LogLimits.lifeMilliseconds))
                guard let store, await !store.isClosed else { return }
                // A sign that could not be given is given with the next.
                try? await store.noteLife(at: clock.now)
            }
        }
    }

    /// Lets those go, now and then, who wait for a meeting without being there.
    private static func lookAtDoors(of reception: Reception, every limits: HostingLimits) -> Task<Void, Never> {
        Task.detached {
            while (try? await Task.sleep(for: .milliseconds(limits.doorLookMilliseconds))) != nil {
                await reception.lookAtDoors()
            }
        }
    }

    /// Brings groups back, as soon as their time is over.
    private static func lookAtRounds(of reception: Reception, every limits: HostingLimits) -> Task<Void, Never> {
        Task.detached {
            while (try? await Task.sleep(for: .milliseconds(limits.roundLookMilliseconds))) != nil {
                await reception.lookAtRounds()
            }
        }
    }

    private static func topicList(_ resources: Resources) throws -> TopicList {
        do {
            return try TopicList(resources.config("topics.json"))
        } catch {
            throw Failure("Config/topics.json does not have the expected form: \(error)", Ending.settings)
        }
    }

    private static func serverSettings(
        _ settings: Settings, _ addresses: Addresses, _ resources: Resources, _ port: Int
    ) throws -> ServerSettings {
        var server = ServerSettings()
        server.listenAddress = settings[string: "listen"]
        server.port = port
        server.allowedOrigins = addresses.origins
        do {
            server.trustedProxies = try TrustedProxies(settings[list: "trustedProxies"])
        } catch {
            throw Failure("trustedProxies: \(error.text) is no address and no network", Ending.settings)
        }
        server.staticFiles = try resources.served()
        server.strictTransportSecurity = addresses.isSecure
        server.contentSecurityPolicy = """
            default-src 'none'; script-src 'self'; style-src 'self'; \
            connect-src 'self' \(addresses.socketSources); img-src 'self' data: blob:; manifest-src 'self'; \
            frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'
            """
        server.limits.maxMessageBytes = Limits.messageBytes
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
                try resources.config("sample.json"),
                isWelsh: Sample.isWelsh(ProcessInfo.processInfo.environment), store: store, planner: planner, now: now)
        }
        let accounts = try await store.accounts(network: nil)
        let expires = now + AccountCommand.linkMilliseconds
        guard let account = accounts.first(where: { !$0.isDisabled }) ?? accounts.first else {
            let network = try await store.createNetwork(
                name: settings[string: "networkName"], contact: "", notice: "", now: now)
            let person = try await store.createPerson(network: network.id, name: "Coordinator", now: now)
            return try await store.addAccount(
                network: network.id, role: .coordinator, login: "coordinator", displayName: "Coordinator",
                person: person.id, setupExpires: expires, now: now
            ).token
        }
        // Whoever was erased has no password either.
        guard !account.isDisabled, accounts.allSatisfy({ $0.password == nil }) else { return nil }
        return try await store.makeOneTimeLink(
            account: account.id, network: account.network, purpose: .setup, expires: expires)
    }

    private static func openMeetings(_ store: Store, _ links: Links) async throws -> [Announcement.Meeting] {
        var meetings: [Announcement.Meeting] = []
        for network in try await store.networks() {
            for meeting in try await store.meetings(network: network.id) where meeting.phase != .ended {
                let join = try await links.joining(MeetingRecord(meeting)).join
                meetings.append(Announcement.Meeting(id: meeting.id, code: meeting.code, join: join))
            }
        }
        return meetings
    }
}
