// Knows that rights end when they end: what a ticket or a session has opened is closed once it is good no more.

import Meetings
import Wire

/// Somebody who sits in a room, as the connection they sit there by.
public struct Sitter: Sendable {
    public let claim: Hello.Claim
    /// The `Cookie` header of its handshake.
    public let cookies: String
    public let meeting: String
    /// Nil for a wall.
    public let person: PersonID?
}

extension Reception {
    /// Asks the door again who these are, after something has ended by which they came in; whom it does not know any
    /// more is told so, and the connection closed. Returns when all are looked at. A wall came by a link, which ends
    /// with its meeting's place in the list.
    public func recheck(_ isConcerned: @Sendable (Sitter) -> Bool) async {
        for (connection, sitter) in sitters() where isConcerned(sitter) {
            let found = await doorkeeper.identify(
                Hello(sitter.claim, to: sitter.meeting), cookies: sitter.cookies)
            // They may have gone meanwhile, and the number is never used again.
            guard case .failure(let reason) = found, places[connection]?.seat != nil else { continue }
            outlet.send(ServerMessage.bye("unknown"), to: connection)
            dismiss(connection, reason)
        }
    }

    /// Who sits where. Of whom nobody knows yet who they are, the door is asked once more.
    private func sitters() -> [(ConnectionNumber, Sitter)] {
        places.sorted { $0.key < $1.key }.compactMap { connection, place in
            if place.queued != nil { doubted.insert(connection) }
            guard let seat = place.seat, seat.claim != .wall else { return nil }
            let person = seat.host.assumeIsolated { $0.members[connection]?.viewer.person }
            return (
                connection,
                Sitter(claim: seat.claim, cookies: place.cookies, meeting: seat.host.meeting, person: person)
            )
        }
    }
}
