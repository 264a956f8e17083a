// Knows the whole room as bytes, made once for all who see it alike. What somebody is welcomed with may be of an
// earlier entry, with the facts since: arriving is itself a fact, so in a storm of arrivals the room never stands still.

import Meetings
import Wire

/// The room as each audience sees it.
struct SharedRooms {
    private struct Base {
        let sequence: Int64
        /// Everything but the messages, still open for them.
        let frame: [UInt8]
        /// The groups in which something was said.
        let talking: Set<GroupID>
        /// Messages, and lists of them by the groups of whoever sees them.
        var messages: [MessageID: [UInt8]] = [:]
        var lists: [[GroupID]: [UInt8]] = [:]
    }

    /// A room, and what has happened since it was written down.
    struct Whole {
        var room: ServerMessage.RoomBytes
        var events: [[UInt8]] = []

        /// How much it is to send, about.
        var count: Int { room.count + events.reduce(0) { $0 + $1.count } }
    }

    private let limits: HostingLimits
    private var bases: [Audience: Base] = [:]
    /// How often a room was encoded.
    private(set) var encodings = 0

    init(_ limits: HostingLimits) { self.limits = limits }

    /// What comes next is told to some in another way than by facts.
    mutating func forget() { bases = [:] }

    /// The room as `viewer` sees it.
    mutating func whole(for viewer: Viewer, in room: Room, _ window: inout Window) -> Whole {
        switch viewer.kind {
        case .guest, .waiting:
            // They see next to nothing, and each something else.
            encodings += 1
            return Whole(
                room: ServerMessage.RoomBytes(frame: ServerMessage.RoomBytes.open(RoomView(room, for: viewer))))
        case .lead, .participant, .wall: break
        }
        let audience = viewer.audience
        let groups: Set<GroupID> =
            viewer.kind == .participant ? viewer.person.map(room.groups(of:)) ?? [] : []
        if let events = since(bases[audience], for: audience, room.sequence, &window),
            let words = list(audience, groups, in: room), let base = bases[audience]
        {
            return Whole(room: ServerMessage.RoomBytes(frame: base.frame, messages: words), events: events)
        }
        encodings += 1
        let frame = RoomView(room, for: Viewer(kind: viewer.kind, person: nil, group: viewer.group), hasMessages: false)
        let base = Base(
            sequence: room.sequence, frame: ServerMessage.RoomBytes.open(frame),
            talking: Set(room.messages.compactMap(\.group)))
        bases[audience] = base
        return Whole(
            room: ServerMessage.RoomBytes(frame: base.frame, messages: list(audience, groups, in: room) ?? []))
    }

    /// What was told since a room was written down; nil if to write it down anew is cheaper.
    private func since(
        _ base: Base?, for audience: Audience, _ sequence: Int64, _ window: inout Window
    ) -> [[UInt8]]? {
        guard let base else { return nil }
        if base.sequence == sequence { return [] }
        guard base.frame.count >= limits.roomBytesWorthKeeping,
            let events = window.elements(after: base.sequence, for: audience)
        else { return nil }
        let isShort = events.reduce(0) { $0 + $1.count } * 4 <= base.frame.count
        return isShort ? events : nil
    }

    /// The newest messages that go with a room, for whoever has sat in these groups; nil if the room has moved on.
    private mutating func list(_ audience: Audience, _ groups: Set<GroupID>, in room: Room) -> [UInt8]? {
        guard let base = bases[audience] else { return nil }
        guard audience.kind != .wall else { return [] }
        let own = groups.intersection(base.talking)
        let key = own.sorted()
        if let known = base.lists[key] { return known }
        guard base.sequence == room.sequence else { return nil }
        let isLead = audience.kind == .lead
        var parts: [[UInt8]] = []
        for message in RoomView.messages(of: room, isLead: isLead, groups: own) {
            let bytes = bases[audience]?.messages[message.id] ?? ServerMessage.encode(message)
            bases[audience]?.messages[message.id] = bytes
            parts.append(bytes)
        }
        let bytes = ServerMessage.joined(parts)
        bases[audience]?.lists[key] = bytes
        return bytes
    }
}
