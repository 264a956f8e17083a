// Knows the figures of a past meeting as its coordinator reads them: no person is named in them.

import Analytics
import Meetings
import Sockets
import Storage

extension Routes {
    func report(_ request: HTTPRequest, meeting id: String) async throws -> HTTPResponse {
        let session = try await session(request)
        guard let row = try await parts.store.meeting(id, network: session.account.network), row.phase == .ended else {
            throw Refusal(404, "notFound")
        }
        let report = try await MeetingReports(store: parts.store).report(of: row)
        return Self.json(
            Told(title: row.title, zone: row.zone, plannedStart: row.plannedStart, report: report.anonymous))
    }

    private struct Told: Encodable {
        var title: String
        var zone: String
        var plannedStart: Int64?
        var report: ReportValue
    }
}
