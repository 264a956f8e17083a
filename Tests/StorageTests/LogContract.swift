// Knows the stores that keep the contract of `LogStore`, each made empty for one test.

import Log
import Meetings
import MemoryLog

@testable import Storage

/// A conformance.
enum Kept: String, CaseIterable, Sendable {
    case sqlite, memory

    func open() throws -> Bench {
        switch self {
        case .sqlite: try Bench(SQLiteBench())
        case .memory: Bench(MemoryBench())
        }
    }
}

/// How the rows beside the log come into a store: each has its own way.
protocol Beside: Sendable {
    associatedtype Kind: LogStore
    var log: Kind { get }
    func makeNetwork() async throws -> String
    func makeMeeting(_ network: String, isRehearsal: Bool) async throws -> String
    func meeting(_ id: String, _ network: String) async throws -> (phase: Phase, title: String, start: Instant?)?
}

/// One empty store.
struct Bench: Sendable {
    let beside: any Beside
    let log: any LogStore

    init(_ beside: some Beside) { (self.beside, log) = (beside, beside.log) }

    /// Appends to a stream, after so many entries.
    func append(_ stream: String, after last: Int64, _ entries: [SealedEntry]) async -> Result<Int64, AppendError> {
        await log.append([Submission(stream: stream, expectedSequence: last, entries: entries)])[0]
    }
}

private struct SQLiteBench: Beside {
    let directory = TestDirectory()
    let log: Store

    init() throws { log = try directory.open() }

    func makeNetwork() async throws -> String { try await log.makeNetwork().id }

    func makeMeeting(_ network: String, isRehearsal: Bool) async throws -> String {
        try await log.createMeeting(network: network, title: "", zone: "UTC", isRehearsal: isRehearsal, now: 1).id
    }

    func meeting(_ id: String, _ network: String) async throws -> (phase: Phase, title: String, start: Instant?)? {
        try await log.meeting(id, network: network).map { ($0.phase, $0.title, $0.plannedStart) }
    }
}

private struct MemoryBench: Beside {
    let log = MemoryStore()

    func makeNetwork() async throws -> String { Token.identifier() }

    func makeMeeting(_ network: String, isRehearsal: Bool) async throws -> String {
        let id = Token.identifier()
        await log.add(meeting: id, network: network, isRehearsal: isRehearsal)
        return id
    }

    func meeting(_ id: String, _ network: String) async throws -> (phase: Phase, title: String, start: Instant?)? {
        await log.meetings[id].flatMap { $0.network == network ? ($0.phase, $0.title, $0.start?.at) : nil }
    }
}
