// Knows the page of a series: its meetings that are over, with their figures. Nobody is named in it, whoever reads it.

import Analytics
import Hosting
import Meetings

struct SeriesWanted: Decodable, Sendable {
    /// All meetings of the network where it is missing.
    var series: Key?
}

/// The page of a series.
private struct SeriesView: Encodable {
    /// A meeting: without figures where its log has gone.
    struct Meeting: Encodable {
        var id: String
        var title: String
        var start: Instant?
        var zone: String
        var figures: SeriesPage.Row?
    }
    var meetings: [Meeting]
    var people: Int
    var coming: SeriesPage.Coming?
    var isComingHeldBack: Bool
    var staying: [SeriesPage.Stay]
}

extension Routes {
    func seriesFigures(_ call: Call<SignedIn, SeriesWanted>) async throws -> Response {
        let network = call.caller.network
        try await note(.review, by: call.caller.account)
        // The same as a pack of it would hold.
        let meetings = try await packs.meetings(
            of: call.body.series.map { SeriesID(rawValue: $0.text) }, network: network)
        var summaries: [MeetingSummary] = []
        for meeting in meetings {
            if let own = try await parts.catalogue.summary(of: meeting) { summaries.append(own) }
        }
        return try await Self.answer(meetings, summaries)
    }

    /// Not on the loop: everybody of all meetings is gone through.
    private nonisolated static func answer(
        _ meetings: [MeetingRecord], _ summaries: [MeetingSummary]
    ) async throws -> Response {
        let page = SeriesPage(summaries)
        let rows = Dictionary(page.meetings.map { ($0.meeting, $0) }) { one, _ in one }
        let views = meetings.map { meeting in
            let row = rows[meeting.id]
            return SeriesView.Meeting(
                id: meeting.id, title: meeting.title, start: row?.start ?? meeting.plannedStart, zone: meeting.zone,
                figures: row)
        }
        return .json(
            SeriesView(
                meetings: views.sorted { ($0.start ?? 0, $0.id) < ($1.start ?? 0, $1.id) }, people: page.people,
                coming: page.coming, isComingHeldBack: page.isComingHeldBack, staying: page.staying))
    }
}
