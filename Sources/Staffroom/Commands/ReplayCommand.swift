// Knows `staffroom replay`: recorded meetings are played through a room host into the log.

import ArgumentParser
import Configuration
import Exchange
import Foundation
import Hosting
import Interface
import Meetings
import Sockets
import Storage
import Wire

/// Plays recorded meetings.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play recorded meetings through the room host, in virtual time, into the log.",
        discussion: """
            A file has one JSON object a line, the first with "type":"meeting". The same recording is played once \
            only. Nothing of a file is stored unless all of it can be read.
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "Times as fast as it was; left out: as fast as the disk takes it.")
    var speed: Double?
    @Option(name: .long, help: "Name of the network; needed if there is more than one. Made if new.")
    var network: String?
    @Argument(help: "Recordings, one meeting a file.", completion: .file(extensions: ["jsonl"]))
    var files: [String]

    /// The network of recordings in an empty data folder.
    private static let standardNetwork = "Recordings"

    func validate() throws {
        guard let speed else { return }
        guard speed > 0, speed.isFinite else { throw ValidationError("--speed is a number above 0, such as 60") }
    }

    func run() async throws {
        let settings = try await Settings.load(
            file: common.config, arguments: common.data.map { ["data": .string($0)] } ?? [:])
        // All are read before the first is played: a wrong one stops nothing halfway.
        let recorded = try files.map(Self.read)
        if let twice = Dictionary(grouping: recorded, by: \.recording.id).first(where: { $0.value.count > 1 }) {
            throw Failure("recordingTwice: \(twice.key) is named twice; a recording is played once", Ending.data)
        }
        let store = try StoreOpening.open(settings[string: "data"], beside: false)
        do {
            for recording in recorded {
                try Self.check(recording)
                Output.line(try await HeadwayLine.showing { try await play(recording, into: store, headway: $0) })
            }
            try await store.close()
        } catch {
            try? await store.close()
            throw error
        }
    }

    private static func read(_ file: String) throws -> RecordedMeeting {
        do {
            return try RecordedMeeting(file: URL(fileURLWithPath: file))
        } catch {
            throw Failure("\(error.code): \(file): \(error)", Ending.data)
        }
    }

    /// - Returns: what was played.
    private func play(_ recorded: RecordedMeeting, into store: Store, headway: Headway) async throws -> String {
        let name = recorded.recording.id
        if let known = try await store.meeting(recording: name) {
            let how = known.phase == .ended ? "before" : "in part: use a new data folder"
            throw Failure("recordingTwice: \(name) was played \(how), as meeting \(known.id)", Ending.data)
        }
        let wall = ServerClock().now
        let owner = try await StoreOpening.network(named: network, in: store, orNew: Self.standardNetwork, now: wall)
        let ids = try await people(of: recorded, network: owner, in: store, now: wall)
        let begin = recorded.start ?? wall
        let row = try await store.createMeeting(
            network: owner, title: name, plannedStart: recorded.start, zone: "Etc/UTC", recording: name, now: wall)
        let clock = VirtualClock(begin)
        let loop = EventLoop()
        let reception = Reception(
            log: store, settings: MeetingSettings(store: store, base: ""),
            doorkeeper: NobodyComes(), outlet: NobodyListens(), limits: HostingLimits(), executor: loop,
            now: { clock.now })
        do {
            let steps = recorded.steps(ids, begin: begin).map(Self.act)
            headway.begin(.playing, total: steps.count)
            let told = steps.map { (at: $0.at, act: Self.telling(headway, $0.act)) }
            try await reception.replay(told, in: row.id, clock: clock, pace: pace(from: begin))
        } catch {
            throw Failure("\(name) was played in part: \(error); use a new data folder", Ending.later)
        }
        try await join(recorded.recording.series, row.id, of: owner, in: store, on: loop)
        return "\(name)\tmeeting \(row.id)\t\(ids.count) people\t\(recorded.records.count) records"
    }

    /// Puts a meeting into the series that its recording names, which is made if it is new.
    private func join(
        _ series: String?, _ meeting: String, of network: String, in store: Store, on loop: EventLoop
    ) async throws {
        guard let series else { return }
        let wall = ServerClock()
        let hosts = NetworkHosts(log: store, limits: HostingLimits(), executor: loop, now: { wall.now })
        let host = await hosts.host(of: network)
        do {
            if let known = try await host.network().series(named: series) {
                _ = try await host.submit(PlaceMeeting(meeting: meeting, series: known.id).command, by: .system)
            } else {
                _ = try await host.submit(MakeSeries(name: series, meeting: meeting).command, by: .system)
            }
        } catch {
            throw Failure("\(meeting) was played, and is in no series: \(error)", Ending.later)
        }
    }

    /// Plays a recording into a room that nobody keeps, so that one that breaks a rule leaves nothing behind.
    private static func check(_ recorded: RecordedMeeting) throws {
        let ids = Dictionary(uniqueKeysWithValues: recorded.people.map { ($0.name, PersonID(rawValue: $0.name)) })
        var room = Room()
        for (at, act) in recorded.steps(ids, begin: recorded.start ?? 0).map(Self.act) {
            do {
                for event in try room.decide(try act(room), Context(actor: .system, at: at)) {
                    room.apply(Entry(sequence: room.sequence + 1, at: at, event: event))
                }
            } catch {
                throw Failure(
                    "refusedRecording: \(recorded.recording.id) breaks a rule of the room: \(error)", Ending.data)
            }
        }
    }

    private static func act(_ step: ReplayStep) -> (at: Instant, act: ReplayAct) {
        let act = step.act
        return (
            step.at,
            { room throws(Rejection) in
                switch act {
                case .command(let command): return command
                case .openSegment(let index):
                    guard room.agenda.indices.contains(index) else { throw .notFound }
                    return OpenSegment(segment: room.agenda[index].id).command
                }
            }
        )
    }

    private static func telling(_ headway: Headway, _ act: @escaping ReplayAct) -> ReplayAct {
        return { room throws(Rejection) in
            headway.advance()
            return try act(room)
        }
    }

    /// Real time, so many times as fast; nil when nobody wants to watch.
    private func pace(from begin: Instant) -> (@Sendable (Instant) async -> Void)? {
        guard let speed else { return nil }
        let started = ContinuousClock.now
        return { at in
            let due = started.advanced(by: .milliseconds(Double(at - begin) / speed))
            try? await Task.sleep(until: due, clock: .continuous)
        }
    }

    /// People keep their identifier from recording to recording of one network: they are known by their name there.
    private func people(
        of recorded: RecordedMeeting, network: String, in store: Store, now: Instant
    ) async throws -> [String: PersonID] {
        var ids: [String: PersonID] = [:]
        for known in try await store.people(network: network) { ids[known.name] = PersonID(rawValue: known.id) }
        var own: [String: PersonID] = [:]
        for (name, school) in recorded.people {
            if let id = ids[name] {
                own[name] = id
            } else {
                let row = try await store.createPerson(network: network, name: name, school: school, now: now)
                own[name] = PersonID(rawValue: row.id)
            }
        }
        return own
    }
}
