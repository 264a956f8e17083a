// Knows what rooms in memory have to learn when the list of meetings changes beside the log: other links, another
// name of the network, or that the meeting is no more.

import Meetings
import Wire

extension Reception {
    /// Gives a room in memory what was read from the store when it was loaded; everybody is welcomed anew.
    public func renew(_ meeting: String, links: JoinLinks?, network: NetworkCard?) {
        guard let host = host(inMemory: meeting) else { return }
        host.assumeIsolated { $0.renew(links: links, network: network) }
    }

    /// The meeting was deleted: whoever is connected to it is told so. What the room still wishes to store is
    /// refused by the log, whose stream is gone.
    public func dismiss(_ meeting: String) {
        guard let host = host(inMemory: meeting) else { return }
        forget(meeting)
        host.assumeIsolated { $0.dismiss() }
    }
}

extension RoomHost {
    func renew(links: JoinLinks?, network: NetworkCard?) {
        (setting.links, setting.card) = (links, network)
        inTurn(members.keys.sorted()) { host, connection in host.welcome(connection, nil) }
    }

    func dismiss() {
        for connection in members.keys.sorted() { refuse(connection, "gone", .noMeeting) }
    }
}
