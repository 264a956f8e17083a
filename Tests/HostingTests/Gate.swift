// A door that a test shuts and opens.

import Hosting
import Wire

@testable import Meetings

/// A door at which everybody is kept until it opens.
actor Gate {
    private var isOpen = true
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var hopes: [(Int, CheckedContinuation<Void, Never>)] = []

    func shut() { isOpen = false }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    func pass() async {
        guard !isOpen else { return }
        await withCheckedContinuation { continuation in
            waiting.append(continuation)
            for hope in hopes where waiting.count >= hope.0 { hope.1.resume() }
            hopes.removeAll { waiting.count >= $0.0 }
        }
    }

    /// Returns once so many stand before it.
    func crowd(of count: Int) async {
        if waiting.count < count { await withCheckedContinuation { hopes.append((count, $0)) } }
    }
}

struct GatedDesk: Doorkeeper {
    let gate: Gate

    func identify(_ hello: Hello, cookies: String) async -> Result<Admission, CloseReason> {
        await gate.pass()
        return await FakeDesk().identify(hello, cookies: cookies)
    }
}
