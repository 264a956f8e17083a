// Knows what a connection is told when it comes in or comes back: the whole room, or what was missed; never a part.

import Log
import Meetings
import Wire

extension RoomHost {
    /// The answer to a hello; without one, the room anew. Only what stands around the room is encoded for it. Returns how
    /// many bytes it is.
    @discardableResult func welcome(_ connection: ConnectionNumber, _ hello: Hello?) -> Int {
        guard let member = members[connection] else { return 0 }
        let viewer = member.viewer
        let isRolledBack = hello.map { knowsWhatIsLost(viewer, $0) } ?? false
        let gap = isRolledBack ? nil : hello.flatMap { missed(by: viewer, $0) }
        let whole = gap == nil ? shared.whole(for: viewer, in: published, &window) : nil
        var head = Welcome(
            meeting: meeting, epoch: epoch, sequence: published.sequence, now: time(), resumed: gap != nil,
            you: Welcome.You(viewer, in: published, link: member.link), links: links(for: viewer.kind),
            network: setting.card, isRehearsal: setting.isRehearsal,
            hash: viewer.kind == .waiting ? nil : window.mark(of: published.sequence)?.text,
            isRolledBack: isRolledBack)
        head.answered = answers.counts(for: viewer.kind, in: published)
        head.you.hasAnswered = viewer.person.flatMap { answers.prompts(answeredBy: $0, in: published) }
        let message = ServerMessage.welcome(head, room: whole?.room, events: gap ?? whole?.events)
        outlet.send(message, to: connection)
        if viewer.kind == .waiting { tellPosition(connection, viewer) }
        tellEarly(connection, viewer)
        tellPanel(connection, viewer)
        return message.reduce(0) { $0 + $1.count }
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

    /// Whether the client has entries that the log has not: its machine lost the end of it. What is too long ago to be
    /// compared is as it always was: the whole room comes, without a word.
    private func knowsWhatIsLost(_ viewer: Viewer, _ hello: Hello) -> Bool {
        guard hello.epoch == epoch, let last = hello.sequence, last > 0, let hash = hello.hash,
            viewer.kind != .waiting
        else { return false }
        guard last <= published.sequence else { return true }
        return window.mark(of: last).map { $0.text != hash } ?? false
    }

    /// What was told after what the client has, if that can be said with certainty and costs less than the room.
    private func missed(by viewer: Viewer, _ hello: Hello) -> [[UInt8]]? {
        guard hello.epoch == epoch, let last = hello.sequence, last >= 0, last <= published.sequence,
            viewer.kind != .waiting
        else { return nil }
        // Whoever sees the room as somebody else now, and whoever was forgotten, needs the room anew.
        let isOther = window.contains(after: last) { $0.isAnew(for: viewer) }
        guard isOther == false, let gap = window.elements(after: last, for: viewer.audience) else { return nil }
        let bytes = gap.reduce(0) { $0 + $1.count }
        guard bytes > limits.roomBytesWorthKeeping else { return gap }
        return bytes <= shared.whole(for: viewer, in: published, &window).count ? gap : nil
    }
}
