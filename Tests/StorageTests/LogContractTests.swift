// The contract of `LogStore`, said once and tried on every store that keeps it: given a log, when something is handed
// in, then so much of it is there.

import Log
import Meetings
import Testing

@testable import Storage

@Suite struct LogContractTests {
    @Test("given nothing, when entries are stored, then they come back as they were", arguments: Kept.allCases)
    func comesBack(_ kept: Kept) async throws {
        let bench = try kept.open()
        let entries = [
            event(kind: "roomOpened", actor: nil, at: 5),
            event("{\"n\":1}", at: 6, personal: personal("Croeso ü", person: "p1")), event(actor: "", at: 4),
        ]
        #expect(await bench.append("s", after: 0, entries) == .success(3))
        let found = try await bench.log.entries("s", after: 0, limit: 10)
        let epoch = await bench.log.epoch
        #expect(found.map(\.sequence) == [1, 2, 3])
        for (one, other) in zip(found, entries) {
            #expect(one.stream == "s" && one.epoch == epoch && one.at == other.at && one.actor == other.actor)
            #expect(one.kind == other.event.kind && one.version == other.event.version)
            #expect(one.body == other.event.body && one.parts == other.event.parts.map(\.json))
        }
        #expect(try await bench.log.entries("s", after: 1, limit: 1).map(\.sequence) == [2])
        #expect(try await bench.log.entries("s", after: 3, limit: 10).isEmpty)
        #expect(try await bench.log.entries("s", after: 0, limit: -1).isEmpty)
        #expect(try await bench.log.entries("t").isEmpty)
        #expect(try await bench.log.entries("s") == found)
    }

    @Test(
        "given two pasts, when the same is stored at the same place, then it has another mark", arguments: Kept.allCases
    )
    func marks(_ kept: Kept) async throws {
        let bench = try kept.open()
        func commit(_ stream: String, _ last: Int64, _ bodies: [String]) async throws -> Appended {
            let submission = Submission(stream: stream, expectedSequence: last, entries: bodies.map { event($0) })
            return try await bench.log.commit([submission])[0].get()
        }
        let first = try await commit("s", 0, ["{\"n\":1}", "{\"n\":2}"])
        let second = try await commit("s", 2, ["{\"n\":3}"])
        #expect(first.sequence == 2 && first.marks.count == 2 && second.sequence == 3)
        #expect(try await bench.log.marks("s", after: 0) == first.marks + second.marks)
        #expect(try await bench.log.marks("s", after: 2) == second.marks)
        #expect(try await bench.log.marks("t", after: 0).isEmpty)
        let other = try await commit("t", 0, ["{\"n\":1}", "{\"n\":9}", "{\"n\":3}"])
        #expect(other.marks.last != second.marks.last)
        #expect(Set(first.marks + second.marks + other.marks).count == 6)
        #expect(other.marks.allSatisfy { $0.text.utf8.count == EntryMark.bits / 4 })
    }

    /// What is expected, and what comes of two entries.
    static let sequences: [(Int64, Result<Int64, AppendError>)] = [
        (1, .failure(.unexpectedSequence(last: 0))), (0, .success(2)), (0, .failure(.unexpectedSequence(last: 2))),
        (3, .failure(.unexpectedSequence(last: 2))), (-1, .failure(.unexpectedSequence(last: 2))), (2, .success(4)),
    ]

    @Test("given a stream, when another end is expected, then nothing is stored", arguments: Kept.allCases)
    func expected(_ kept: Kept) async throws {
        let bench = try kept.open()
        for (expected, result) in Self.sequences {
            #expect(await bench.append("s", after: expected, [event(), event()]) == result, "expecting \(expected)")
        }
    }

    @Test("given a command, when it comes again, then it is known by actor, id and hash", arguments: Kept.allCases)
    func commands(_ kept: Kept) async throws {
        let bench = try kept.open()
        func send(
            _ actor: String, _ id: String, _ hash: UInt64, after last: Int64, to stream: String = "s"
        ) async -> Result<Int64, AppendError> {
            await bench.log.append([
                Submission(
                    stream: stream, expectedSequence: last, entries: [event()],
                    command: CommandStamp(actor: actor, id: id, bodyHash: hash))
            ])[0]
        }
        #expect(await send("ann", "1", .max - 7, after: 0) == .success(1))
        #expect(await send("ann", "1", .max - 7, after: 0) == .failure(.alreadyStored(sequence: 1)))
        #expect(await send("ann", "1", .max - 7, after: 1) == .failure(.alreadyStored(sequence: 1)))
        #expect(await send("ann", "1", 8, after: 1) == .failure(.conflict(sequence: 1)))
        #expect(await send("bob", "1", 7, after: 1) == .success(2))
        #expect(await send("ann", "1", 7, after: 0, to: "t") == .success(1))
        // What was refused leaves its stamp free.
        #expect(await send("ann", "2", 7, after: 9) == .failure(.unexpectedSequence(last: 2)))
        #expect(await send("ann", "2", 7, after: 2) == .success(3))
        let known = try await bench.log.commands("s")
        let stamps = [
            CommandStamp(actor: "ann", id: "1", bodyHash: .max - 7), CommandStamp(actor: "bob", id: "1", bodyHash: 7),
            CommandStamp(actor: "ann", id: "2", bodyHash: 7),
        ]
        #expect(known == zip(stamps, 1...).map { StoredCommand(stamp: $0, sequence: $1) })
    }

    @Test("given a batch, when one element is bad, then it fails alone", arguments: Kept.allCases)
    func alone(_ kept: Kept) async throws {
        let bench = try kept.open()
        let stamp = CommandStamp(actor: "ann", id: "1", bodyHash: 1)
        let many = Array(repeating: event(), count: LogLimits.entriesPerSubmission + 1)
        let results = await bench.log.append([
            Submission(stream: "a", expectedSequence: 0, entries: [event()], command: stamp),
            Submission(stream: "a", expectedSequence: 0, entries: [event()]),
            Submission(stream: "a", expectedSequence: 1, entries: [event(), event()]),
            Submission(stream: "a", expectedSequence: 3, entries: [event()], command: stamp),
            Submission(
                stream: "b", expectedSequence: 0, entries: [event(personal: personal("lost"))],
                catalogue: CatalogueChange(phase: .open)),
            Submission(stream: "b", expectedSequence: 0, entries: many),
            Submission(stream: "b", expectedSequence: 0, entries: [event()]),
        ])
        let expected: [Result<Int64, AppendError>] = [
            .success(1), .failure(.unexpectedSequence(last: 1)), .success(3), .failure(.alreadyStored(sequence: 1)),
            .failure(.unknownMeeting), .failure(.beyondLimit("entriesPerSubmission")), .success(1),
        ]
        #expect(results == expected)
        #expect(try await bench.log.entries("b").map(\.personal) == [nil])
        #expect(try await bench.log.entries("a").count == 3)
    }

    @Test("given a batch beyond the limit, when it is handed in, then all of it fails", arguments: Kept.allCases)
    func tooMany(_ kept: Kept) async throws {
        let bench = try kept.open()
        let one = Submission(stream: "s", expectedSequence: 0, entries: [event()])
        let results = await bench.log.append(Array(repeating: one, count: LogLimits.submissionsPerBatch + 1))
        #expect(results.count == LogLimits.submissionsPerBatch + 1)
        #expect(results.allSatisfy { $0 == .failure(.beyondLimit("submissionsPerBatch")) })
        #expect(try await bench.log.entries("s").isEmpty)
    }

    @Test("given words, when something is erased, then only that goes, only here", arguments: Kept.allCases)
    func erasures(_ kept: Kept) async throws {
        let bench = try kept.open()
        let rows = [
            personal("one", person: "ann", object: "m1"), personal("two", person: "bob", object: "m2"),
            personal("three", person: "ann", object: "m3", untilEnd: true), personal("four"),
        ]
        for stream in ["a", "b"] { _ = await bench.append(stream, after: 0, rows.map { event(personal: $0) }) }
        for (offset, untilEnd) in [true, false].enumerated() {
            let stamp = CommandStamp(actor: "a", id: "\(offset)", bodyHash: 1, untilEnd: untilEnd)
            let last = 4 + Int64(offset)
            let submission = Submission(stream: "a", expectedSequence: last, entries: [event()], command: stamp)
            #expect(await bench.log.append([submission]) == [.success(last + 1)])
        }
        func left(_ stream: String) async throws -> [Bool] {
            try await bench.log.entries(stream, after: 0, limit: 4).map { $0.personal != nil }
        }
        let steps: [(Erasure, [Bool])] = [
            (.object("m2"), [true, false, true, true]), (.untilEnd, [true, false, false, true]),
            (.person("ann"), [false, false, false, true]),
        ]
        for (offset, (erasure, remaining)) in steps.enumerated() {
            let last = 6 + Int64(offset)
            // What a submission erases is never what it brings.
            let entry = event(personal: personal("new", person: "ann", object: "m2", untilEnd: true))
            let submission = Submission(stream: "a", expectedSequence: last, entries: [entry], erasures: [erasure])
            #expect(await bench.log.append([submission]) == [.success(last + 1)])
            #expect(try await left("a") == remaining)
            #expect(try await bench.log.entries("a", after: last, limit: 1)[0].personal != nil)
        }
        #expect(try await left("b") == [true, true, true, true])
        #expect(try await bench.log.commands("a").map(\.stamp.id) == ["1"])
    }

    @Test("given a meeting, when its list entry changes with the facts, then both or none", arguments: Kept.allCases)
    func catalogue(_ kept: Kept) async throws {
        let bench = try kept.open()
        let network = try await bench.beside.makeNetwork()
        let meeting = try await bench.beside.makeMeeting(network, isRehearsal: false)
        let start = CatalogueChange.Start(at: 77, zone: "UTC")
        let changes: [(CatalogueChange, Phase, String, Instant?)] = [
            (CatalogueChange(phase: .open), .open, "", nil),
            (CatalogueChange(title: "Art", start: start), .open, "Art", 77),
            (CatalogueChange(phase: .ended), .ended, "Art", 77),
        ]
        func change(_ change: CatalogueChange, after last: Int64) async -> Result<Int64, AppendError> {
            await bench.log.append([
                Submission(stream: meeting, expectedSequence: last, entries: [event()], catalogue: change)
            ])[0]
        }
        for (index, (wish, phase, title, start)) in changes.enumerated() {
            #expect(await change(wish, after: Int64(index)) == .success(Int64(index) + 1))
            let row = try #require(try await bench.beside.meeting(meeting, network))
            #expect(row.phase == phase && row.title == title && row.start == start)
        }
        #expect(await change(CatalogueChange(phase: .planned), after: 0) == .failure(.unexpectedSequence(last: 3)))
        #expect(try await bench.beside.meeting(meeting, network)?.phase == .ended)
    }

    @Test("given earlier meetings, when they are asked, then real ones of the network answer", arguments: Kept.allCases)
    func history(_ kept: Kept) async throws {
        let bench = try kept.open()
        let network = try await bench.beside.makeNetwork()
        let other = try await bench.beside.makeNetwork()
        func meet(_ network: String, _ n: Int, isRehearsal: Bool = false, by actor: String = "p1") async throws
            -> String
        {
            let id = try await bench.beside.makeMeeting(network, isRehearsal: isRehearsal)
            let facts = [
                event("{\"n\":\(n),\"person\":\"p1\"}", kind: "offersSet", actor: actor),
                event("{\"n\":\(n)}", kind: "groupsFormed"), event(kind: "messagePosted"),
                event("{\"n\":\(n)}", kind: "turnEnded"),
            ]
            let ending = CatalogueChange(phase: .ended, start: CatalogueChange.Start(at: Int64(n), zone: "UTC"))
            _ = await bench.log.append([
                Submission(stream: id, expectedSequence: 0, entries: facts, catalogue: ending)
            ])
            return id
        }
        let first = try await meet(network, 1)
        let second = try await meet(network, 2)
        _ = try await meet(network, 3, isRehearsal: true)
        _ = try await meet(other, 4)
        _ = try await meet(network, 5, by: "p2")
        let topics = try await bench.log.lastTopics(of: "p1", network: network)
        #expect(topics.map(\.stream) == [second] && topics.map(\.kind) == ["offersSet"])
        let met = try await bench.log.acquaintance(network: network, before: second)
        #expect(met.map { $0.map(\.kind) } == Array(repeating: ["groupsFormed", "turnEnded"], count: 2))
        #expect(met.last?.first?.stream == first)
    }

    @Test("given meetings, when it is asked who came, then each is told how, in order", arguments: Kept.allCases)
    func comings(_ kept: Kept) async throws {
        let bench = try kept.open()
        let network = try await bench.beside.makeNetwork()
        let (real, trial) = (
            try await bench.beside.makeMeeting(network, isRehearsal: false),
            try await bench.beside.makeMeeting(network, isRehearsal: true)
        )
        let elsewhere = try await bench.beside.makeMeeting(try await bench.beside.makeNetwork(), isRehearsal: false)
        func joined(_ person: String, _ role: String) -> SealedEntry {
            var entry = event(
                "{\"person\":\"\(person)\",\"role\":\"\(role)\",\"mode\":\"remote\"}", kind: "personJoined")
            entry.event.parts = [
                ErasablePart(person: person, object: nil, json: Array("{\"name\":\"x\"}".utf8), untilEnd: false)
            ]
            return entry
        }
        func had(_ kind: String, _ person: String) -> SealedEntry { event("{\"person\":\"\(person)\"}", kind: kind) }
        _ = await bench.append(trial, after: 0, [joined("p2", "participant"), joined("p1", "guest")])
        _ = await bench.append(
            real, after: 0,
            [
                had("personWaited", "p1"), joined("p1", "participant"), joined("p3", "nobody"), event(kind: "other"),
                had("personReturnedToLobby", "p1"), had("personRemoved", "p2"), joined("counted", "participant"),
            ])
        _ = await bench.append(elsewhere, after: 0, [joined("p1", "lead")])
        let own = try await bench.log.comings(of: "p1", network: network)
        #expect(own.map(\.how) == [.joined(.guest), .waited, .joined(.participant), .sentBack])
        #expect(
            own.map(\.meeting) == [trial, real, real, real] && own.map(\.isRehearsal) == [true, false, false, false])
        let all = try await bench.log.comings(of: nil, network: network)
        #expect(all.map(\.person.rawValue) == ["p2", "p1", "p1", "p1", "p1", "p2", "counted"])
        #expect(try await bench.log.comings(of: "nobody", network: network).isEmpty)
    }
}
