// Knows what the interface asks about what was: folds over the log of past meetings.

import Analytics
import Hosting
import Meetings

public protocol PastCatalogue: Sendable {
    /// The figures of a meeting, in which no person is named.
    func report(of meeting: MeetingRecord) async throws -> ReportValue
    /// What the meetings of a network say of its people.
    func acquaintance(network: String) async throws -> Acquaintance
}
