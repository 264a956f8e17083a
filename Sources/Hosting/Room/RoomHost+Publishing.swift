// Knows how durable entries reach everybody, and what follows from them for the connections.

import Meetings
import Wire

extension RoomHost {
    /// Sends all of a commit in one message to each audience.
    func publish(_ entries: ArraySlice<Entry>) {
        guard let first = entries.first, let last = entries.last else { return }
        for entry in entries { published.apply(entry) }
        let groups = entries.map { published.group(of: $0.event) }
        for (entry, group) in zip(entries, groups) { window.append(entry, of: group) }
        if entries.contains(where: \.event.isToldAnew) { shared.forget() }
        let isForAll = groups.allSatisfy { $0 == nil }
        var told: [ViewerKind: [UInt8]] = [:]
        for (audience, channel) in channels where audience.kind != .waiting && audiences[audience] != nil {
            // What is told in other groups only is not worth a message: the next one says how far the room is.
            if audience.kind == .participant, groups.allSatisfy({ $0 != nil && $0 != audience.group }) { continue }
            let message = isForAll ? told[audience.kind] : nil
            let bytes = message ?? events(after: first.sequence - 1, through: last.sequence, for: audience)
            told[audience.kind] = bytes
            outlet.publish(bytes, on: channel)
        }
    }

    private func events(after sequence: Int64, through last: Int64, for audience: Audience) -> [UInt8] {
        ServerMessage.events(window.elements(after: sequence, for: audience) ?? [], through: last)
    }

    /// What entries mean for connections: other rights, other views, good-byes, presence.
    func attend(to entries: [Entry]) {
        for entry in entries {
            noteLateComer(entry)
            recall(entry)
            switch entry.event {
            case .meetingOpened, .meetingReopened: beginEverybody()
            case .meetingEnded:
                // Names that were kept only until the end are gone: everybody starts from what is left.
                inTurn(members.keys.sorted()) { host, connection in host.reseat(connection) }
            case .personJoined(let person, _, _, _, _, _), .leadAppointed(let person), .leadDismissed(let person),
                .personReturnedToLobby(let person):
                for connection in (devices[person] ?? []).sorted() { reseat(connection) }
                beginPresence(of: person)
                tellPositions()
            case .personRemoved(let person): sayBye(person, "removed")
            case .personDenied(let person):
                sayBye(person, "denied")
                tellPositions()
            case .pulseAnswered(_, let person?, _, _, _):
                tellOwn(published.people[person]?.table ?? person)
            case .tierSet(let person, _): tellOwn(person)
            case .announcementMade: announce(entry)
            default: break
            }
        }
    }

    /// What nobody else is sent.
    private func tellOwn(_ person: PersonID) {
        let own = ServerMessage.own(Own(of: person, in: published))
        for connection in (devices[person] ?? []).sorted() { outlet.send(own, to: connection) }
    }

    func reseat(_ connection: ConnectionNumber) {
        guard let member = members[connection] else { return }
        guard let person = member.viewer.person else { return welcome(connection, nil) }
        guard let viewer = Viewer(of: person, in: published) else {
            // Whoever chose "count only" is forgotten when the meeting is over.
            return refuse(connection, published.details.phase == .ended ? "ended" : "removed", .shutOut)
        }
        seat(connection, viewer, member.link)
        welcome(connection, nil)
    }

    private func sayBye(_ person: PersonID, _ reason: String) {
        for connection in (devices[person] ?? []).sorted() { refuse(connection, reason, .shutOut) }
    }

    private func tellPositions() {
        guard audiences[Audience(kind: .waiting)] != nil else { return }
        for (connection, member) in members where member.viewer.kind == .waiting {
            tellPosition(connection, member.viewer)
        }
    }
}
