// Knows how those who lead a meeting that is planned are told who is new: coordinators by their session, leads by the
// ticket they came with. That they looked is written down before anybody is named.

import Hosting
import Meetings
import Wire

/// Before which meeting.
struct AheadWanted: Decodable, Sendable {
    /// Said by coordinators only, whose session was looked at already.
    var csrf: Secret?
}

extension Routes {
    func ahead(_ call: Call<Member, AheadWanted>) async throws -> Response {
        let member = call.caller
        let isCoordinator = call.body.csrf != nil
        let room = try await ran(member, isCoordinator: isCoordinator)
        // Those who come to a rehearsal are nobody.
        let record = try await parts.catalogue.meeting(member.meeting, network: member.network)
        guard room.details.phase == .planned, record?.isRehearsal == false else { return .json(PrebriefView()) }
        let view = Prebrief(try await foreknowledge(of: room, member, isCoordinator: isCoordinator)).view
        // Where nobody is named there was nothing to look at.
        if !view.newcomers.isEmpty { try await note(.ahead, by: member) }
        return .json(view)
    }

    private func foreknowledge(
        of room: Room, _ member: Member, isCoordinator: Bool
    ) async throws -> Foreknowledge {
        let (catalogue, id) = (parts.catalogue, member.network)
        // Rehearsals and samples count nowhere.
        let over = try await catalogue.meetings(network: id).filter {
            $0.phase == .ended && !$0.isRehearsal && !$0.isSample && $0.id != member.meeting
        }
        let last = over.max { ($0.plannedStart ?? 0, $0.id) < ($1.plannedStart ?? 0, $1.id) }
        var before: (meeting: String, room: Room)?
        if let last, let room = try await parts.reception.room(of: last.id) { before = (last.id, room) }
        return Foreknowledge(
            room: room, last: before, over: Set(over.map(\.id)), people: try await catalogue.people(network: id),
            standings: try await catalogue.standings(network: id),
            early: await parts.reception.earlyCallers(at: member.meeting).map {
                EarlyGuest(name: $0.name, school: $0.school, isInRoom: $0.mode.place)
            },
            breakouts: try await catalogue.acquaintance(network: id),
            network: isCoordinator ? try await parts.networks.host(of: id).network() : Network(),
            topics: parts.topics.topics(of: try await catalogue.network(id)), asker: member.person)
    }
}
