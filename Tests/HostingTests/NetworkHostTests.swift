// A network is answered only when what was wished for is on the disk, one wish after the other.

import Meetings
import Sockets
import Testing
import Wire

@testable import Hosting

/// The log of one network in memory, whose disk can be broken.
private actor MemoryNetworkLog: NetworkLog {
    private(set) var stored: [Submission] = []
    private var failures = 0
    private(set) var loads = 0

    func failNext() { failures += 1 }

    func load(network: String) async throws -> LoadedNetwork {
        loads += 1
        let entries = try stored.flatMap(\.entries).enumerated().map { index, sealed in
            NetworkEntry(sequence: Int64(index + 1), at: sealed.at, event: try Sealing.unsealNetwork(sealed.event))
        }
        var sequence: Int64 = 0
        var commands: [(stamp: CommandStamp, sequence: Int64)] = []
        for submission in stored {
            sequence += Int64(submission.entries.count)
            if let stamp = submission.command { commands.append((stamp, sequence)) }
        }
        return LoadedNetwork(entries: entries, commands: commands)
    }

    func append(_ batch: [Submission]) async -> [AppendOutcome] {
        // Whoever else is on the loop has its turn meanwhile.
        await Task.yield()
        guard failures == 0 else {
            failures -= 1
            return batch.map { _ in .failed }
        }
        return batch.map { submission in
            guard submission.expectedSequence == Int64(stored.reduce(0) { $0 + $1.entries.count }) else {
                return .refused
            }
            stored.append(submission)
            return .stored
        }
    }
}

@Suite struct NetworkHostTests {
    private let loop = EventLoop()
    private let log = MemoryNetworkLog()

    private func host(limits: HostingLimits = HostingLimits()) -> NetworkHost {
        NetworkHost(id: "n1", log: log, limits: limits, executor: loop, now: { 1_000 })
    }

    private static func wish(_ contact: String = "me") -> NetworkCommand {
        .optInBuddy(wish: BuddyWish(contact: contact, phase: .primary, band: .more))
    }

    private static func teacher(_ id: String) -> NetworkActor { .person(PersonID(rawValue: id), .teacher) }

    @Test("many at once are stored one after the other, and none is lost")
    func manyAtOnce() async throws {
        let host = host()
        let sequences = try await withThrowingTaskGroup(of: Int64.self) { group in
            for number in 0..<50 {
                group.addTask { try await host.submit(Self.wish(), by: Self.teacher("p\(number)")) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sequences.sorted() == Array(1...50))
        #expect(try await host.network().members.count == 50)
        let again = self.host()
        #expect(try await again.network() == host.network())
    }

    @Test("what the disk refused did not happen, and the next wish goes on from what is there")
    func brokenDisk() async throws {
        let host = host()
        _ = try await host.submit(Self.wish(), by: Self.teacher("p1"))
        await log.failNext()
        await #expect(throws: Rejection.storageFailed) { try await host.submit(.optOutBuddy, by: Self.teacher("p1")) }
        #expect(try await host.network().members.count == 1)
        #expect(try await host.submit(.optOutBuddy, by: Self.teacher("p1")) == 2)
        #expect(try await host.network().members.isEmpty)
        #expect(await log.loads == 2)
    }

    @Test("the same id is answered again and stored once, also after a restart")
    func repeated() async throws {
        let first = host()
        #expect(try await first.submit(Self.wish(), by: Self.teacher("p1"), commandID: "c1") == 1)
        for host in [first, host()] {
            #expect(try await host.submit(Self.wish(), by: Self.teacher("p1"), commandID: "c1") == 1)
            await #expect(throws: Rejection.conflict) {
                try await host.submit(Self.wish("other"), by: Self.teacher("p1"), commandID: "c1")
            }
        }
        #expect(await log.stored.count == 1)
    }

    @Test("whoever is too fast waits, and others do not")
    func tooFast() async throws {
        var limits = HostingLimits()
        (limits.commandsPerSecond, limits.commandBurst) = (1, 2)
        let host = host(limits: limits)
        _ = try await host.submit(Self.wish("1"), by: Self.teacher("p1"))
        _ = try await host.submit(Self.wish("2"), by: Self.teacher("p1"))
        await #expect(throws: Rejection.slowDown(waitMilliseconds: 1_000)) {
            try await host.submit(Self.wish("3"), by: Self.teacher("p1"))
        }
        _ = try await host.submit(Self.wish(), by: Self.teacher("p2"))
    }

    @Test("what is replaced is erased with what replaces it")
    func replaced() async throws {
        let host = host()
        _ = try await host.submit(Self.wish("old"), by: Self.teacher("p1"))
        _ = try await host.submit(Self.wish("new"), by: Self.teacher("p1"))
        #expect(await log.stored.map(\.erasures) == [[.object("member-p1")], [.object("member-p1")]])
    }
}
