// Knows what the interface asks about what was: folds over the log of past meetings.

import Analytics
import Exchange
import Hosting
import Meetings

public protocol PastCatalogue: Sendable {
    /// The figures of a meeting, in which no person is named.
    func report(of meeting: MeetingRecord) async throws -> ReportValue
    /// What its page shows of a meeting; nil where its log has gone, or never had a clock.
    func debrief(of meeting: MeetingRecord) async throws -> Debrief?
    /// What pages that tell of several meetings need of one, without reading its log again; nil as above.
    func summary(of meeting: MeetingRecord) async throws -> MeetingSummary?
    /// What the meetings of a network said of kits, by their names.
    func kits(network: String) async throws -> [String: KitHistory]
    /// What the meetings of a network say of its people.
    func acquaintance(network: String) async throws -> Acquaintance
    /// What the logs of meetings hold of somebody, the first first; of one meeting where it is named.
    func ownMeetings(of person: PersonID, network: String, only meeting: String?) async throws -> [OwnMeeting]
    /// What the log of their network holds of them.
    func ownEntries(of person: PersonID, network: String) async throws -> [NetworkEntry]
    /// What somebody said of themselves at them.
    func recollection(of person: PersonID, network: String) async throws -> Recollection
    /// How the meetings of a network know somebody.
    func standing(of person: PersonID, network: String) async throws -> Standing
    /// How they know everybody whom one of them has seen.
    func standings(network: String) async throws -> [PersonID: Standing]
}
