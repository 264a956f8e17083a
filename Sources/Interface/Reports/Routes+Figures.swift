// Knows what the page of a past meeting is made of: its figures, what is said of them, and what to change next time. No
// person is named in it, and whoever does not coordinate the network is shown nothing of few people.

import Analytics
import Meetings

/// The page of one meeting.
private struct FiguresView: Encodable {
    var title: String
    var zone: String
    var plannedStart: Instant?
    var figures: Debrief?
    var says: [[Saying]]
    var proposals: [Advice]
    /// The meeting that comes next, for coordinators; missing where none is planned.
    var next: NextView?
}

extension Routes {
    func figures(_ call: Call<At<SignedIn>, Nothing>) async throws -> Response {
        let meeting = call.caller.meeting
        guard meeting.phase == .ended else { throw Refusal.notFound }
        try await note(.report, by: call.caller.caller.account, meeting: meeting.id)
        let whole = try await parts.catalogue.debrief(of: meeting)
        let isCoordinator = call.caller.caller.account.role == .coordinator
        let shown = isCoordinator ? whole : whole?.heldBack()
        let rules = shown.map(DebriefRules.init)
        return .json(
            FiguresView(
                title: meeting.title, zone: meeting.zone, plannedStart: meeting.plannedStart, figures: shown,
                says: rules?.says ?? [], proposals: rules?.proposals ?? [],
                next: isCoordinator ? try await nextView(after: meeting) : nil))
    }
}
