import Foundation
import Testing

@testable import Sockets

/// Counts who is accepted, and what was counted when the loop got round to something else.
private actor Porch {
    nonisolated let loop = EventLoop()
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private var listener: Listener?
    private var accepted: [Int32] = []
    private var seen: [Int] = []
    private var finished: CheckedContinuation<[Int], Never>?
    private var expected = 0

    /// How many of `count` who waited had been accepted at the end of each turn in which somebody was.
    func turns(_ count: Int) async throws -> [Int] {
        let listener = Listener(address: "127.0.0.1", port: 0, loop: loop, journal: .silent) {
            [unowned self] socket, peer in
            #expect(peer == "127.0.0.1")
            assumeIsolated { $0.accept(socket) }
        }
        self.listener = listener
        let port = try #require(listener?.port)
        let clients = try (0..<count).map { _ in try RawClient(port: port) }  // the system lets them wait
        defer {
            clients.forEach { $0.close() }
            accepted.forEach { Foundation.close($0) }
            self.listener?.end()
        }
        return await withCheckedContinuation { continuation in
            expected = count
            finished = continuation
        }
    }

    private func accept(_ socket: Int32) {
        accepted.append(socket)
        let isFirstOfTurn = seen.last != -1
        if isFirstOfTurn {
            seen.append(-1)
            loop.core.atEndOfTurn { self.assumeIsolated { $0.turnEnds() } }
        }
    }

    private func turnEnds() {
        seen[seen.count - 1] = accepted.count
        guard accepted.count == expected else { return }
        finished?.resume(returning: seen)
        finished = nil
    }
}

extension SocketsTests {
    struct ListenerTests {
        @Test func aCrowdThatWaitsIsAcceptedAFewATurn() async throws {
            let most = Listener.acceptedPerTurn
            let turns = try await Porch().turns(5 * most + 3)
            #expect(turns == [1, 2, 3, 4, 5].map { $0 * most } + [5 * most + 3])
        }

        /// An address of IPv4 is the same through either kind.
        @Test(arguments: [("::1", "::1"), ("0.0.0.0", "127.0.0.1"), ("::", "127.0.0.1"), ("::", "::1")])
        func listensOnBothKindsOfAddress(_ address: String, _ from: String) async throws {
            try await withServer({ $0.listenAddress = address }) { port, handler, _ in
                let client = try RawClient(port: port, address: from)
                try client.send(SocketsTests.RequestTests.get("/echo"))
                #expect(try client.answer().text.hasSuffix(" \(from)"))
            }
        }

        @Test(arguments: [
            ("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("::1", "::1"), ("::ffff:10.0.0.7", "10.0.0.7"),
            ("FE80:0:0::9", "fe80::9"), ("2001:db8::ffff:0", "2001:db8::ffff:0"),
        ])
        func saysAnAddressInOneWay(_ text: String, _ said: String) throws {
            let address = try #require(SocketAddress(text, port: 65_535))
            #expect(address.text == said)
            #expect(address.port == 65_535)
        }

        @Test(arguments: ["", "localhost", "1.2.3", "[::1]", "1.2.3.4:80", "::1%lo", "256.1.1.1"])
        func takesNoAddressThatIsNone(_ text: String) {
            #expect(SocketAddress(text, port: 80) == nil)
        }

        @Test(arguments: [-1, 65_536]) func takesNoPortThatIsNone(_ port: Int) {
            #expect(SocketAddress("127.0.0.1", port: port) == nil)
        }
    }
}
