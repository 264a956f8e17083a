// Two networks, their people and meetings, and the routes before them: all in memory, without a socket.

import Exchange
import Foundation
import Hosting
import MemoryLog
import Sockets
import Synchronization
import Wire

@testable import Interface
@testable import Meetings

/// Nobody listens on a socket.
private final class NoChannel: OutletChannel {}

private struct NoOutlet: Outlet {
    func send(_ bytes: [UInt8], to connection: Hosting.ConnectionNumber) {}
    func publish(_ bytes: [UInt8], on channel: any OutletChannel) {}
    func makeChannel() -> any OutletChannel { NoChannel() }
    func join(_ connection: Hosting.ConnectionNumber, _ channel: any OutletChannel) {}
    func leave(_ connection: Hosting.ConnectionNumber) {}
    func markJoined(_ connection: Hosting.ConnectionNumber) {}
    func close(_ connection: Hosting.ConnectionNumber, code: CloseReason) {}
}

/// The list of meetings as hosting sees it.
private struct CatalogueSettings: RoomSettings {
    let catalogue: MemoryCatalogue

    func setting(of meeting: String) async throws -> RoomSetting? {
        try await catalogue.network(ofMeeting: meeting).map { RoomSetting(network: $0, links: nil, card: nil) }
    }
}

/// An answer as a test looks at it.
struct Answer {
    var status: Int
    var text: String
    var cookies: [String]

    /// The code of an error; nil if it is none.
    var code: String? {
        guard let range = text.range(of: "\"code\":\""), text.hasPrefix("{\"error\"") else { return nil }
        return String(text[range.upperBound...].prefix { $0 != "\"" })
    }
}

/// Time that passes only when somebody waits.
final class WorldClock: Sendable {
    private let reading = Mutex(World.start)
    var now: Instant { reading.withLock { $0 } }
    func pass(_ milliseconds: Int) { reading.withLock { $0 += Instant(milliseconds) } }
}

/// One loop for all worlds of the tests.
let loop = EventLoop()

struct World {
    static let start: Instant = 1_773_334_250_000
    static let origin = "https://staffroom.example"
    static let probeSecret = "0123456789abcdef"

    let clock: WorldClock
    let log: MemoryStore
    let catalogue: MemoryCatalogue
    let doorkeeper: CatalogueDoorkeeper
    let lines: Lines
    let players = MemoryPlayers()
    let reception: Reception
    let routes: Routes

    init(
        passwords: any Passwords = MemoryPasswords(), prompts: String = #"{"decks":[]}"#,
        health: @escaping @Sendable () -> Health = { Health() }
    ) async throws {
        let clock = WorldClock()
        self.clock = clock
        let now: @Sendable () -> Instant = { clock.now }
        log = MemoryStore()
        catalogue = MemoryCatalogue(log: log)
        let cookies = Cookies(isSecure: false)
        let links = Links(meetings: catalogue, base: Self.origin) { _ in [] }
        lines = Lines(executor: loop, now: now) { loop.after(milliseconds: $0, $1) }
        doorkeeper = CatalogueDoorkeeper(catalogue: catalogue, links: links, cookies: cookies, now: now)
        reception = Reception(
            log: log, settings: CatalogueSettings(catalogue: catalogue), doorkeeper: doorkeeper,
            outlet: SharedOutlet(sockets: NoOutlet(), lines: lines), limits: HostingLimits(), executor: loop, now: now)
        routes = Routes(
            executor: loop,
            parts: Routes.Parts(
                catalogue: catalogue, passwords: passwords, reception: reception,
                networks: NetworkHosts(log: log, limits: HostingLimits(), executor: loop, now: now), lines: lines,
                links: links, players: players, cookies: cookies, now: now, steady: now, pause: { clock.pass($0) },
                agendas: Array("{\"agendas\":[]}".utf8), prompts: Array(prompts.utf8),
                topics: try TopicList(Data("[]".utf8)), minutes: try Self.minutesTexts(),
                packDocuments: .none, origins: [Self.origin],
                version: "0", health: health,
                probeSecret: Self.probeSecret,
                farewell: { _ in (4400, "fault") }, journal: .silent))
        await lines.connect(reception)
        for network in ["n1", "n2"] {
            await catalogue.add(
                NetworkRecord(id: network, name: "Network \(network)", contact: "", notice: "", topics: nil))
        }
        try await addAccounts()
        try await addMeetings()
    }

    private static func minutesTexts() throws -> [String: LocaleTexts] {
        ["en": try LocaleTexts(language: "en", catalogues: []), "cy": try LocaleTexts(language: "cy", catalogues: [])]
    }

    private func addAccounts() async throws {
        for (id, network, role) in [
            ("carys", "n1", Office.coordinator), ("eve", "n1", .evaluator), ("other", "n2", .coordinator),
        ] {
            let person = PersonID(rawValue: "p-\(id)")
            await catalogue.add(
                PersonRecord(id: person, network: network, name: id, school: nil, tier: .pseudonymous))
            await catalogue.add(
                AccountRecord(
                    id: "a-\(id)", network: network, role: role, login: id, name: id, person: person,
                    password: String("open sesame \(id)".reversed()), isDisabled: false))
        }
        await catalogue.add(link: "one-time", to: "a-eve", .reset)
    }

    /// An open one with people in it, one each that is planned, archived and over.
    private func addMeetings() async throws {
        for (id, isArchived, phase) in [
            ("open", false, Phase.open), ("planned", false, .planned), ("archived", true, .planned),
            ("ended", false, .ended),
        ] {
            await catalogue.add(
                MeetingRecord(
                    id: id, network: "n1", title: id, plannedStart: Self.start, zone: "Europe/London",
                    code: id.uppercased(), phase: phase, isSample: false, isRehearsal: false, isArchived: isArchived))
            _ = try await reception.submit(
                Plan(title: id, plannedStart: Self.start, zone: "Europe/London", options: Options(), segments: [])
                    .command,
                by: .system, to: id)
        }
        let carys = PersonID(rawValue: "p-carys")
        try await join(carys, .coordinator)
        _ = try await reception.submit(OpenMeeting().command, by: .person(carys), to: "open")
        _ = try await reception.submit(BeginPresence(person: carys).command, by: .system, to: "open")
        for (name, role) in [("ann", Role.participant), ("amir", .participant), ("guest", .guest), ("table", .table)] {
            let person = PersonID(rawValue: name)
            await catalogue.add(
                PersonRecord(id: person, network: "n1", name: name, school: nil, tier: .pseudonymous))
            await catalogue.add(ticket: "ticket-\(name)", of: person)
            try await join(person, role)
            _ = try await reception.submit(BeginPresence(person: person).command, by: .system, to: "open")
        }
    }

    private func join(_ person: PersonID, _ role: Role) async throws {
        _ = try await reception.submit(
            Join(
                person: person, role: role, mode: role == .table ? .tableDevice : .remote, tier: .pseudonymous,
                name: person.rawValue, school: nil
            ).command, by: .system, to: "open")
    }

    /// Signs somebody in; returns the cookie and the token of their page.
    func signIn(_ login: String) async throws -> (cookie: String, csrf: String) {
        let session = await catalogue.createSession(account: "a-\(login)", replacing: nil, at: Self.start)
        return ("sid=\(session.token)", session.csrf)
    }

    func ask(
        _ method: String, _ path: String, _ body: String = "", cookies: String = "", origin: String? = nil,
        type: String? = "application/json", address: String = "192.0.2.1",
        connection: UInt64 = 0
    ) async -> Answer {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let response = await routes.serve(
            Request(
                method: method, path: parts[0], query: parts.count > 1 ? parts[1] : "", origin: origin,
                contentType: method == "POST" ? type : nil, body: Array(body.utf8),
                device: Device(cookies: cookies, address: address, connection: connection)))
        return Answer(
            status: response.status, text: String(decoding: response.body, as: UTF8.self),
            cookies: response.headers.filter { $0.0 == "Set-Cookie" }.map(\.1))
    }

    func post(
        _ path: String, _ body: String, cookies: String = "", address: String = "192.0.2.1", connection: UInt64 = 0
    ) async -> Answer {
        await ask("POST", path, body, cookies: cookies, address: address, connection: connection)
    }
}

extension MemoryCatalogue {
    func add(_ meeting: MeetingRecord) async {
        meetings[meeting.id] = meeting
        await log.add(meeting: meeting.id, network: meeting.network, isRehearsal: meeting.isRehearsal)
    }

    func add(ticket: String, of person: PersonID) { tickets[ticket] = person }
}
