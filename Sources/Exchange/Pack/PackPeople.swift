// Knows the people of a pack over all its meetings.

import Analytics
import Meetings

struct PackPeople {
    private struct Known {
        var row: PackPersonRow
        /// The moments of the first meeting that they attended, and of the last that tells of them.
        var first: Instant?
        var last: Instant
    }

    private var known: [String: Known] = [:]

    /// In whatever order meetings come: what somebody said last of themselves counts.
    mutating func add(_ meeting: PackMeetingRows) {
        let at = meeting.meeting.record.began ?? 0
        let attended = Set(meeting.measures.record.attended(leads: true).map(\.id))
        for person in meeting.people {
            let pseudonym = meeting.pseudonyms.person(person.id)
            var one =
                known[pseudonym] ?? Known(row: PackPersonRow(person: pseudonym, tier: person.tier.number), last: at)
            let isNewer = at >= one.last
            if let school = person.school.map(meeting.pseudonyms.school), isNewer || one.row.school == nil {
                one.row.school = school
            }
            if let phase = person.phase?.rawValue, isNewer || one.row.phase == nil { one.row.phase = phase }
            if isNewer { (one.row.tier, one.last) = (person.tier.number, at) }
            if attended.contains(person.id), at < one.first ?? .max {
                (one.row.firstMeeting, one.first) = (meeting.meeting.id, at)
            }
            known[pseudonym] = one
        }
    }

    var rows: [PackPersonRow] { known.values.map(\.row).sorted { $0.person < $1.person } }
}
