// Knows how a lead is offered seats in groups that run. Nothing is stored: moving is a command like others.

import Hosting
import Meetings

/// What a lead asks for.
struct SeatsWanted: Decodable, Sendable {
    var want: Reseating.Want
}

extension Routes {
    func offerSeats(_ call: Call<Member, SeatsWanted>) async throws -> Response {
        let member = call.caller
        try await checkSeat(member, else: .notAllowed(needs: .lead))
        try efforts.charge(.searching, to: member.person, at: parts.steady())
        guard let (room, known) = try await parts.reception.roomAndHistory(of: member.meeting) else {
            throw Refusal.notFound
        }
        guard room.people[member.person]?.role.isLeading == true else { throw Rejection.notAllowed(needs: .lead) }
        guard room.round != nil else { throw Rejection.noGroup }
        guard let offer = await matchmaker.offer(call.body.want, room, known) else { throw Refusal.slowDown(1_000) }
        return .json(offer)
    }
}
