// A network is answered only when what was wished for is on the disk, one wish after the other.

import Log
import Meetings
import MemoryLog
import Sockets
import Testing
import Wire

@testable import Hosting

@Suite struct NetworkHostTests {
    private let loop = EventLoop()
    private let log = MemoryStore()

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
        #expect(await log.loads["n1"] == 2)
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
