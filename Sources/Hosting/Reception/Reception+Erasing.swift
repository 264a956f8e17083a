// Knows how rooms forget somebody who was erased: the fact is stored, and what is in memory is read again from what is
// left of the log.

import Log
import Meetings

extension Reception {
    /// Stores in one room that somebody was erased: their texts in its log go with it, they are put out, and nothing
    /// can be done for them any more. Doing it twice is no error, and neither is a meeting that goes meanwhile, by age or
    /// because it is deleted: their texts have gone with it.
    public func erase(_ person: PersonID, from meeting: String) async throws(Rejection) {
        do {
            _ = try await submit(Erase(person: person).command, by: .system, to: meeting)
        } catch Rejection.alreadySo {
        } catch Rejection.notFound {
        } catch {
            guard error == .storageFailed, await isGone(meeting) else { throw error }
        }
    }

    /// Puts what is left of the log in the place of what a room has in memory; everybody is welcomed anew. To be called
    /// when something was erased beside it.
    public func reread(_ meeting: String) async throws {
        guard let host = await hostIfLoaded(meeting) else { return }
        defer { sweep(host) }
        do {
            guard try await host.reread({ await self.settled() }) else { return dismiss(meeting) }
        } catch {
            // What cannot be read again may hold what was erased: it leaves memory, and everybody comes back.
            forget(meeting)
            await host.sendAway()
            throw error
        }
    }
}

extension RoomHost {
    /// `settled` returns when what was decided is stored and told. What is sent meanwhile waits. Returns false when there
    /// is no log any more.
    func reread(_ settled: @Sendable () async -> Void) async throws -> Bool {
        rereadings += 1
        underWay += 1
        defer {
            rereadings -= 1
            underWay -= 1
            if rereadings == 0 { submitHeld() }
        }
        var loaded: LoadedRoom
        repeat {
            await settled()
            if recovery == .due || recovery == .unknown { throw Rejection.storageFailed }
            loaded = try await log.room(meeting, setting, newest: limits.resumeWindow)
            if loaded.room.sequence == 0, published.sequence > 0 { return false }
        } while loaded.room.sequence != room.sequence || published.sequence != room.sequence || recovery != .none
        take(loaded)
        inTurn(members.keys.sorted()) { host, connection in host.reseat(connection) }
        return true
    }

    func sendAway() {
        for connection in members.keys.sorted() { refuse(connection, "restarting", .restarting) }
    }
}
