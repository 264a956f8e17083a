// Knows that a meeting which is over is what its log says. Whoever counted without a name for a while and then did not
// is known for the rest of it, and for nothing that they did before: what is in memory cannot tell the one from the
// other, the log can, because names that were kept only until the end have left it.

import Meetings

extension Event {
    /// Whether it says what may be kept of somebody.
    var isChoiceOfTier: Bool {
        guard case .roster(.tierSet) = self else { return false }
        return true
    }
}

extension RoomHost {
    /// Whether a room has to be read anew before anything else happens in it.
    func isToBeReread(_ room: Room) -> Bool {
        room.details.phase == .ended && !room.uncounted.isEmpty && room.details.endedAt != endThatWasRead
    }

    /// Attends to what was stored; after the end of such a meeting once the room was read anew.
    func settle(_ entries: [Entry]) {
        guard isToBeReread(published) else { return attend(to: entries) }
        unattended += entries
        guard underWay + commitsUnderWay == 0 else { return }
        // The room stays in memory for as long as this takes.
        underWay += 1
        Task { await reread() }
    }

    private func reread() async {
        let loaded = try? await log.room(meeting, setting, newest: limits.resumeWindow)
        underWay -= 1
        tellAll()
        if let loaded, loaded.room.sequence == published.sequence {
            take(loaded)
        }
        // If it could not be read, the next load does it: nobody is kept from the meeting by it.
        endThatWasRead = published.details.endedAt
        let entries = unattended
        unattended = []
        attend(to: entries)
        submitHeld()
    }

    /// A question to the store is answered: what has waited for that goes on.
    func answered() {
        underWay -= 1
        settle([])
    }
}
