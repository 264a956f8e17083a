// Knows what can be seen of a meeting from its door. Whoever has a code stands there without showing who they are, so a
// meeting that is over is not read from its log for them: its row in the list says enough.

import Hosting
import Meetings

/// A meeting from outside.
struct DoorSight: Sendable {
    var title: String
    var phase: Phase
    var plannedStart: Instant?
    var zone: String
    var isLocked = false
    var hasLobby = false
    /// Whether whoever stands before the door has a seat inside, and how they sit there.
    var isSeated = false
    var mode: AttendanceMode?

    /// As its room says.
    init(_ room: Room, for person: PersonID?) {
        (title, phase) = (room.details.title ?? "", room.details.phase)
        (plannedStart, zone) = (room.details.plannedStart, room.details.zone)
        (isLocked, hasLobby) = (room.details.isLocked, room.details.options.lobby)
        let seat = person.flatMap { room.people[room.identity(of: $0)] }
        (isSeated, mode) = (seat != nil, seat?.mode)
    }

    /// As its row in the list says; nobody new comes in there, and how they sat is not said any more.
    init(over meeting: MeetingRecord, _ standing: Standing?) {
        (title, phase) = (meeting.title, meeting.phase)
        (plannedStart, zone) = (meeting.plannedStart, meeting.zone)
        isSeated = standing?.seats.contains(meeting.id) ?? false
    }
}

extension Routes {
    /// Nil when there is no such meeting.
    func look(through door: Door) async throws -> DoorSight? {
        guard door.meeting.phase == .ended else {
            return try await parts.reception.room(of: door.meeting.id).map { DoorSight($0, for: door.person?.id) }
        }
        var standing: Standing?
        if let person = door.person {
            standing = try await parts.catalogue.standing(of: person.id, network: person.network)
        }
        return DoorSight(over: door.meeting, standing)
    }
}
