// Knows who was there, in minutes: as people saw each other in the meeting. When somebody went is for leads.

import Meetings

enum AttendanceMinutes: MinutesSection {
    static func part(_ meeting: MinutesSource) -> MinutesPart? {
        // A device that several share is nobody.
        let here = meeting.room.people.filter { $0.value.role != .table }.sorted {
            ($0.value.name ?? "", $0.key) < ($1.value.name ?? "", $1.key)
        }
        let counted = meeting.room.countedPeople
        guard !here.isEmpty || counted > 0 else { return nil }
        var heads = meeting.heads("name", "school", "role", "how", "came")
        if meeting.isForLeads { heads += meeting.heads("went") }
        let rows = here.map { _, person in
            [
                person.name ?? meeting.texts.text("common.nameless"), person.school ?? "",
                meeting.texts.text("role.\(person.role.rawValue)"),
                // Of whom nobody said it, nothing is said.
                person.mode == .unknown ? "" : meeting.texts.text("mode.\(person.mode.rawValue)"),
                meeting.time(person.joinedAt),
            ] + (meeting.isForLeads ? [meeting.time(person.leftAt)] : [])
        }
        let more = counted > 0 ? meeting.texts.counted("minutes.counted", counted).map { [$0] } ?? [] : []
        return MinutesPart(
            title: meeting.text("attendance"), tables: [MinutesTable(lines: more, head: heads, rows: rows)])
    }
}
