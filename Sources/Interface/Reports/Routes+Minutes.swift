// Knows how the minutes of a meeting that is over are handed out: to those who ran it, in the form they choose.

import Exchange
import Hosting
import Meetings

/// What is asked for.
struct MinutesWanted: Decodable, Sendable {
    enum Language: String, Decodable, Sendable {
        case en, cy
    }

    var form: MinutesForm
    var readers: MinutesReaders
    var language: Language
    /// Said by coordinators only, whose session was looked at already.
    var csrf: Secret?
}

extension Routes {
    /// The room of a meeting, for whoever ran it: its leads, and the coordinators of its network, who have proved it by
    /// their session.
    func ran(_ member: Member, isCoordinator: Bool) async throws -> Room {
        if !isCoordinator { try await checkSeat(member, else: .notAllowed(needs: .lead)) }
        guard let room = try await parts.reception.room(of: member.meeting) else { throw Refusal.notFound }
        guard isCoordinator || room.people[room.identity(of: member.person)]?.role.isLeading == true else {
            throw Rejection.notAllowed(needs: .lead)
        }
        return room
    }

    func minutes(_ call: Call<Member, MinutesWanted>) async throws -> Response {
        let (member, wanted) = (call.caller, call.body)
        guard let texts = parts.minutes[wanted.language.rawValue] else { throw Refusal.badRequest("language") }
        let room = try await ran(member, isCoordinator: wanted.csrf != nil)
        guard room.details.phase == .ended else { throw Refusal(409, "meetingIsNotOver") }
        try await note(.minutes, by: member)
        let minutes = Minutes(room, for: wanted.readers, texts: texts)
        let name = "minutes-\(member.meeting).\(wanted.form.ending)"
        return Response(
            status: 200, contentType: wanted.form.contentType, body: Array(minutes.written(as: wanted.form).utf8),
            headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")])
    }
}
