// Whoever can wait on the thread of a store waits for the others, and has a turn all the same.

import Foundation
import Testing

@testable import Storage

/// An actor on a thread of its own, which notes who had a turn.
private actor Clerk {
    private let thread = OwnThread(name: "clerk")
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private(set) var turns: [String] = []

    deinit { thread.stop() }

    func note(_ name: String) { turns.append(name) }

    /// Puts both kinds in line while the thread is busy with this.
    func line() -> [Task<Void, Never>] {
        (1...3).map { number in Task(priority: .utility) { note("crowd \(number)") } }
            + [Task(priority: .high) { note("urgent") }]
    }
}

@Suite struct OwnThreadTests {
    @Test("a crowd that can wait lets others by, and has its turn")
    func patience() async {
        let clerk = Clerk()
        for task in await clerk.line() { await task.value }
        #expect(await clerk.turns == ["urgent", "crowd 1", "crowd 2", "crowd 3"])
    }
}
