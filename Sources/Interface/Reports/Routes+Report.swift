// Knows the figures of a past meeting as its coordinator reads them: no person is named in them.

import Analytics
import Meetings

extension Routes {
    private struct Told: Encodable {
        var title: String
        var zone: String
        var plannedStart: Instant?
        var report: ReportValue
    }

    func report(_ call: Call<At<SignedIn>, Nothing>) async throws -> Response {
        let meeting = call.caller.meeting
        guard meeting.phase == .ended else { throw Refusal.notFound }
        try await note(.report, by: call.caller.caller.account, meeting: meeting.id)
        return .json(
            Told(
                title: meeting.title, zone: meeting.zone, plannedStart: meeting.plannedStart,
                report: try await parts.catalogue.report(of: meeting)))
    }
}
