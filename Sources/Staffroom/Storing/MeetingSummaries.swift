// Knows how figures over several meetings are answered: from what is kept of each, and from its log only where nothing is
// kept that is still so.

import Analytics
import Foundation
import Log
import Meetings
import Storage
import Wire

/// Summaries of meetings, kept beside their logs.
struct MeetingSummaries: Sendable {
    let store: Store
    /// Whether what is made is kept; beside a server only it writes.
    var keeps = true

    /// What is kept of one; made from its log and kept where there is nothing. Nil once the log has gone by age.
    func summary(of row: MeetingRow) async throws -> MeetingSummary? {
        let definitions = Thresholds.standard.definitionsVersion
        if let kept = try await store.summary(of: row.id, definitions: definitions),
            let summary = try? JSONDecoder().decode(MeetingSummary.self, from: Data(kept.json.utf8))
        {
            return summary
        }
        let reading = try await MeetingReports(store: store).reading(of: row.id)
        guard let summary = MeetingSummary(reading, meeting: row.id) else { return nil }
        // A meeting that goes on would be out of date with its next entry.
        if keeps, row.phase == .ended {
            let json = String(decoding: try JSONEncoder().encode(summary), as: UTF8.self)
            try await store.keep(
                Store.Summary(sequence: summary.sequence, definitions: definitions, json: json), of: row.id)
        }
        return summary
    }
}
