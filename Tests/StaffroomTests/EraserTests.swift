// Whose meeting goes while they are erased: its texts are gone with it, so nothing is left undone.

import Foundation
import Hosting
import Interface
import Log
import Meetings
import Sockets
import Storage
import Testing
import Wire

@testable import Staffroom

/// Something happens once what is kept of somebody has been looked up, and before anything is erased.
private actor Meanwhile: PeopleCatalogue {
    private let people: StoreCatalogue
    private var happening: (@Sendable () async throws -> Void)?

    init(_ people: StoreCatalogue, _ happening: @escaping @Sendable () async throws -> Void) {
        (self.people, self.happening) = (people, happening)
    }

    func erasePeople(_ ids: [PersonID], network: String, at now: Instant) async throws {
        let once = happening
        happening = nil
        try await once?()
        try await people.erasePeople(ids, network: network, at: now)
    }

    func person(_ id: PersonID, network: String) async throws -> PersonRecord? {
        try await people.person(id, network: network)
    }
    func people(network: String) async throws -> [PersonRecord] { try await people.people(network: network) }
    func addPerson(
        network: String, name: String, school: String?, tier: Tier, at now: Instant
    ) async throws -> PersonRecord {
        try await people.addPerson(network: network, name: name, school: school, tier: tier, at: now)
    }
    func changePerson(_ id: PersonID, network: String, name: String?, school: String?, tier: Tier?) async throws {
        try await people.changePerson(id, network: network, name: name, school: school, tier: tier)
    }
    func erasePersonAside(_ id: PersonID, network: String, at now: Instant) async throws -> [String] {
        try await people.erasePersonAside(id, network: network, at: now)
    }
    func traces(of id: PersonID, network: String) async throws -> PersonTraces? {
        try await people.traces(of: id, network: network)
    }
    func person(ticket: String, network: String) async throws -> PersonRecord? {
        try await people.person(ticket: ticket, network: network)
    }
    func issueTicket(person: PersonID, network: String, at now: Instant) async throws -> String {
        try await people.issueTicket(person: person, network: network, at: now)
    }
    func revokeTicket(_ ticket: String, at now: Instant) async throws {
        try await people.revokeTicket(ticket, at: now)
    }
}

@Suite(.timeLimit(.minutes(10))) struct EraserTests {
    /// A store with two meetings that somebody has been at, and the rooms over it.
    private final class Scene: Sendable {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("eraser-\(UUID().uuidString)")
        let store: Store
        let reception: Reception
        let networks: NetworkHosts
        let network: String
        let going: String
        let staying: String
        let person: PersonID

        init() async throws {
            store = try Store.open(directory: directory)
            let loop = EventLoop()
            reception = Reception(
                log: store, settings: MeetingSettings(store: store, base: ""), doorkeeper: NobodyComes(),
                outlet: NobodyListens(), limits: HostingLimits(), executor: loop, now: { 1_000 })
            networks = NetworkHosts(log: store, limits: HostingLimits(), executor: loop, now: { 1_000 })
            network = try await store.createNetwork(name: "North", contact: "", notice: "", now: 1).id
            person = PersonID(rawValue: try await store.createPerson(network: network, name: "Siân", now: 1).id)
            var made: [String] = []
            for title in ["goes", "stays"] {
                made.append(
                    try await store.createMeeting(
                        network: network, title: title, plannedStart: nil, zone: "Etc/UTC", now: 1
                    ).id)
            }
            (going, staying) = (made[0], made[1])
            for meeting in made { try await meet(at: meeting) }
        }

        /// A whole meeting of which something is kept of the person.
        private func meet(at meeting: String) async throws {
            let plan = Plan(title: "T", plannedStart: nil, zone: "Etc/UTC", options: Options(), segments: [])
            let join = Join(
                person: person, role: .coordinator, mode: .remote, tier: .quotable, name: "Siân", school: "Ysgol")
            for command in [plan.command, join.command] {
                _ = try await reception.submit(command, by: .system, to: meeting)
            }
        }

        func run(_ commands: [Command], at meeting: String) async throws {
            for command in commands { _ = try await reception.submit(command, by: .person(person), to: meeting) }
        }

        /// Erases the person, while something happens.
        func erase(while happening: @escaping @Sendable (Scene) async throws -> Void) async throws -> Erased? {
            let people = Meanwhile(StoreCatalogue(store: store)) { try await happening(self) }
            return try await Eraser(people: people, reception: reception, networks: networks, now: { 2_000 })
                .erase(person, network: network)
        }

        /// Nothing of the person is left in what stays, and nothing was written into what went.
        func isDone() async throws -> Bool {
            let left = try await store.entries(going, after: 0, limit: 10)
            let kept = try await store.entries(staying).flatMap(\.parts).map { String(decoding: $0, as: UTF8.self) }
            return left.isEmpty && !kept.contains { $0.contains("Siân") }
        }

        func end() async throws {
            try await store.close()
            try? FileManager.default.removeItem(at: directory)
        }
    }

    @Test("a meeting whose log goes by age while a person is erased is no failure")
    func retired() async throws {
        let scene = try await Scene()
        try await scene.run([OpenMeeting().command], at: scene.going)
        let here = BeginPresence(person: scene.person).command
        _ = try await scene.reception.submit(here, by: .system, to: scene.going)
        try await scene.run([EndMeeting().command], at: scene.going)
        let erased = try await scene.erase { scene in
            await scene.reception.dismiss(scene.going)
            try await scene.store.retire(scene.going, network: scene.network, figures: "{}", now: 2_000)
        }
        #expect(erased?.meetings == 2)
        #expect(try await scene.isDone())
        try await scene.end()
    }

    @Test("neither is one that is deleted, whether or not its room is in memory", arguments: [false, true])
    func deleted(_ isLoadedAgain: Bool) async throws {
        let scene = try await Scene()
        let erased = try await scene.erase { scene in
            await scene.reception.dismiss(scene.going)
            if isLoadedAgain { _ = try await scene.reception.room(of: scene.going) }
            try await scene.store.deleteMeeting(scene.going, network: scene.network)
        }
        #expect(erased?.meetings == 2)
        #expect(try await scene.isDone())
        try await scene.end()
    }

    @Test("what cannot be stored is still a failure")
    func broken() async throws {
        let scene = try await Scene()
        await #expect(throws: (any Error).self) {
            _ = try await scene.erase { scene in try await scene.store.close() }
        }
        try? FileManager.default.removeItem(at: scene.directory)
    }

    @Test("a restore of what is older than an erasure says in the log that it was done, and doing it again is no more")
    func restored() async throws {
        let scene = try await Scene()
        let backup = scene.directory.appendingPathComponent("backup.db")
        _ = try Backup.make(of: scene.directory, to: backup)
        _ = try await scene.erase { _ in }
        try await scene.store.close()
        let target = scene.directory.appendingPathComponent("restored")
        let list = scene.directory.appendingPathComponent("staffroom.erasures")
        for _ in 1...2 {
            let outcome = try await Restore.run(
                backup, into: target, replaces: true, erasures: list, now: 3_000, erase: RestoreCommand.erase)
            #expect(outcome.erased == 1)
            let store = try Store.open(directory: target)
            for meeting in [scene.going, scene.staying] {
                let entries = try await store.entries(meeting).map { try Entry($0) }
                #expect(entries.count { $0.event.kind == "personErased" } == 1)
                #expect(Room(replaying: entries).people[scene.person] == nil)
            }
            #expect(try await store.verify() == [])
            try await store.close()
        }
        try? FileManager.default.removeItem(at: scene.directory)
    }
}
