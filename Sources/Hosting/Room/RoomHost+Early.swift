// Knows how leads see who waits for the opening: told as it changes, but a crowd in a few lists and not in one for each
// who comes; never part of the log.

import Meetings
import Wire

extension Reception {
    /// Whether that is on the list already.
    public func knows(_ word: EarlyWord, at meeting: String) -> Bool {
        host(inMemory: meeting)?.assumeIsolated { $0.early.knows(word) } ?? false
    }

    /// Who waits for the opening of a meeting, the longest first.
    public func earlyCallers(at meeting: String) -> [EarlyCaller] {
        host(inMemory: meeting)?.assumeIsolated { $0.early.callers } ?? []
    }

    /// Somebody waits for a meeting that is not open yet, or still waits. A full list is no reason to turn them away.
    public func note(_ word: EarlyWord, at meeting: String) async throws(Rejection) {
        guard let host = try await host(of: meeting) else { return }
        await host.note(word)
        sweep(host)
    }

    /// Their page is closed, or they are somebody else.
    public func strike(early device: String, at meeting: String) {
        guard let host = host(inMemory: meeting) else { return }
        host.assumeIsolated { $0.strike(device) }
        sweep(host)
    }
}

extension RoomHost {
    func note(_ word: EarlyWord) {
        guard published.details.phase == .planned, early.note(word, at: read(), limits) else { return }
        tellEarly()
    }

    func strike(_ device: String) {
        if early.strike(device) { tellEarly() }
    }

    /// To be called again and again: whose page says nothing any more is gone.
    func lookAtEarly() {
        if early.expire(at: read().steady, limits) { tellEarly() }
    }

    /// The door is open: who waited before it comes in by themselves.
    func forgetEarly() {
        guard !early.isEmpty else { return }
        early.clear()
        tellEarly()
    }

    /// What one lead is told who comes in.
    func tellEarly(_ connection: ConnectionNumber, _ viewer: Viewer) {
        guard viewer.kind == .lead, !early.isEmpty else { return }
        outlet.send(ServerMessage.early(early.callers), to: connection)
    }

    private func tellEarly() {
        isEarlyOld = true
        guard !isTellingEarly else { return }
        isTellingEarly = true
        Task {
            await giveWay(self)
            while isEarlyOld {
                isEarlyOld = false
                let list = ServerMessage.early(early.callers)
                for connection in members.filter({ $0.value.viewer.kind == .lead }).keys.sorted() {
                    outlet.send(list, to: connection)
                }
                try? await Task.sleep(for: .milliseconds(limits.pauseBetweenListsMilliseconds))
            }
            isTellingEarly = false
        }
    }
}
