// Knows how the store answers what pages show of meetings that are over.

import Analytics
import Interface
import Meetings
import Storage

extension StoreCatalogue {
    func debrief(of meeting: MeetingRecord) async throws -> Debrief? {
        guard try await store.retired(meeting.id) == nil else { return nil }
        return Debrief(try await MeetingReports(store: store).reading(of: meeting.id))
    }

    func summary(of meeting: MeetingRecord) async throws -> MeetingSummary? {
        guard let row = try await store.meeting(meeting.id, network: meeting.network),
            try await store.retired(row.id) == nil
        else { return nil }
        return try await MeetingSummaries(store: store).summary(of: row)
    }
}
