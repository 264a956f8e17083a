// Knows how a lead is shown groups before they are formed. Nothing is stored: forming is a command like others.

import Hosting
import Matching
import Meetings
import Sockets
import Storage

extension Routes {
    private struct Wanted: Decodable {
        var meeting: String
        /// Of a coordinator's session; a ticket needs none, because another site cannot send this content type.
        var csrf: String?
    }

    func proposeGroups(_ request: HTTPRequest) async throws -> HTTPResponse {
        let wanted = try Self.body(request, as: Wanted.self)
        let wish = try Self.body(request, as: ProposalWish.self)
        guard let network = try await parts.store.network(ofMeeting: wanted.meeting) else {
            throw Refusal(404, "notFound")
        }
        let person = try await host(request, network: network, hasToken: wanted.csrf != nil)
        guard let (room, known) = await parts.reception.roomAndHistory(of: wanted.meeting) else {
            throw Refusal(404, "notFound")
        }
        guard room.people[person]?.role.isLeading == true else { throw Rejection.notAllowed(needs: .lead) }
        guard room.details.phase != .ended else { throw Rejection.meetingOver }
        let work = try Proposing(wish, room: room, known: known, draw: Int64.random(in: 0...Int64(UInt32.max)))
        switch await parts.matchmaker.find(work, polish: wish.polish == true) {
        case .success(let groups)?: return Self.json(groups)
        case .failure(let refusal)?:
            // The page says what clashes in its own language; who it is about has no language.
            throw Refusal(409, Self.code(refusal), detail: refusal.names.joined(separator: ", "))
        case nil: throw Refusal(429, "slowDown", wait: 1_000)
        }
    }

    /// The name of the refusal: the pages have a sentence for each, the detail names who and what clash.
    private static func code(_ refusal: MatchingRefusal) -> String {
        switch refusal {
        case .nobody: "nobody"
        case .nothingToKeep: "nothingToKeep"
        // The case's own name; all others carry something.
        default: Mirror(reflecting: refusal).children.first?.label ?? "unsatisfied"
        }
    }
}
