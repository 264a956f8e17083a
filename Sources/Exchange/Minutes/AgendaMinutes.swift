// Knows the agenda in minutes: what was planned and what became of it. What a lead noted for themselves is in neither.

import Meetings

enum AgendaMinutes: MinutesSection {
    static func part(_ meeting: MinutesSource) -> MinutesPart? {
        guard !meeting.room.agenda.isEmpty else { return nil }
        let heads = meeting.heads("item", "kind", "speaker", "planned", "actual", "itemTask")
        let end = meeting.room.details.endedAt ?? meeting.room.at
        var planned = meeting.room.details.plannedStart
        let rows = meeting.room.agenda.map { segment in
            let seconds = segment.timeboxSeconds
            let start = planned
            planned = start.map { $0 + Int64(seconds) * 1000 }
            return [
                segment.title ?? meeting.text("untitled"), meeting.texts.text("kind.\(segment.kind.rawValue)"),
                segment.speaker ?? "",
                [meeting.time(start), meeting.text("minutes", ["n": meeting.minutes(seconds)])]
                    .filter { !$0.isEmpty }.joined(separator: ", "),
                actual(segment, meeting, end), segment.note ?? "",
            ]
        }
        return MinutesPart(
            title: meeting.text("agenda"), tables: [MinutesTable(head: heads, rows: rows)])
    }

    /// Every stretch of time it was open, and how long that was together; else that it never was.
    private static func actual(_ segment: Segment, _ meeting: MinutesSource, _ end: Instant) -> String {
        guard !segment.runs.isEmpty else {
            if segment.state == .skipped { return meeting.texts.text("state.skipped") }
            return meeting.room.details.phase == .ended ? meeting.text("notHeld") : meeting.texts.text("state.upcoming")
        }
        let runs = segment.runs.map { meeting.span($0.from, $0.to) }
        let seconds = Int(segment.elapsedMilliseconds(at: end) / 1000)
        return (runs + [meeting.text("minutes", ["n": meeting.minutes(seconds)])]).joined(separator: ", ")
    }
}
