// Knows what a connection is told when it comes in or comes back: the whole room, or what was missed; never a part.

import Meetings
import Wire

extension RoomHost {
    /// The answer to a hello; without one, the room anew. Only what stands around the room is encoded for it.
    func welcome(_ connection: ConnectionNumber, _ hello: Hello?) {
        guard let member = members[connection] else { return }
        let viewer = member.viewer
        let gap = hello.flatMap { missed(by: viewer, $0) }
        let whole = gap == nil ? shared.whole(for: viewer, in: published, &window) : nil
        let head = Welcome(
            meeting: meeting, epoch: epoch, sequence: published.sequence, now: now(), resumed: gap != nil,
            you: Welcome.You(viewer, in: published, link: member.link), links: links(for: viewer.kind),
            network: setting.card, isRehearsal: setting.isRehearsal)
        outlet.send(ServerMessage.welcome(head, room: whole?.room, events: gap ?? whole?.events), to: connection)
        if viewer.kind == .waiting { tellPosition(connection, viewer) }
    }

    private func links(for kind: ViewerKind) -> JoinLinks? {
        switch kind {
        case .lead: return setting.links
        case .wall:
            var shown = setting.links
            shown?.guest = nil
            shown?.wall = nil
            return shown
        case .participant, .guest, .waiting: return nil
        }
    }

    func tellPosition(_ connection: ConnectionNumber, _ viewer: Viewer) {
        guard let person = viewer.person, let since = published.waiting[person]?.since else { return }
        let before = published.waiting.filter { ($0.value.since, $0.key) < (since, person) }.count
        outlet.send(ServerMessage.waiting(position: before + 1), to: connection)
    }

    /// What was told after what the client has, if that can be said with certainty and costs less than the room.
    private func missed(by viewer: Viewer, _ hello: Hello) -> [[UInt8]]? {
        guard hello.epoch == epoch, let last = hello.sequence, last >= 0, last <= published.sequence,
            viewer.kind != .waiting
        else { return nil }
        // Whoever sees the room as somebody else now, and whoever was forgotten, needs the room anew.
        let isOther = window.contains(after: last) { event in
            switch event {
            case .meetingEnded: true
            case .leadAppointed(let person), .leadDismissed(let person), .personReturnedToLobby(let person),
                .personRemoved(let person), .personJoined(let person, _, _, _, _, _):
                person == viewer.person
            default: event.reseats(viewer)
            }
        }
        guard isOther == false, let gap = window.elements(after: last, for: viewer.audience) else { return nil }
        let bytes = gap.reduce(0) { $0 + $1.count }
        guard bytes > limits.roomBytesWorthKeeping else { return gap }
        return bytes <= shared.whole(for: viewer, in: published, &window).count ? gap : nil
    }
}
