// Knows into which meeting goes what is to be different next time, and beside which of its items it is noted.

import Meetings

/// The meeting that comes after one that is over.
enum NextAgenda {
    /// Planned meetings of the same series first, else those of no series; the soonest from now on, one without a time
    /// after them. Nil where none is planned.
    static func meeting(
        after past: MeetingRecord, in meetings: [MeetingRecord], series: [Series], at now: Instant
    ) -> MeetingRecord? {
        func placed(_ id: String) -> SeriesID? { series.first { $0.meetings.contains(id) }?.id }
        let own = placed(past.id)
        let planned = meetings.filter {
            $0.id != past.id && $0.phase == .planned && !$0.isArchived && !$0.isRehearsal
                && (!$0.isSample || past.isSample) && ($0.plannedStart ?? now) >= now - day
        }
        let together = own == nil ? [] : planned.filter { placed($0.id) == own }
        let others = planned.filter { placed($0.id) == nil }
        return (together.isEmpty ? others : together).min {
            ($0.plannedStart ?? .max, $0.id) < ($1.plannedStart ?? .max, $1.id)
        }
    }

    /// On the day itself, and if it begins late, it is still the next one.
    private static let day: Instant = 86_400_000

    /// The item that a note belongs to: the first of the kind that it is about, else the first of all. Nil where nothing
    /// is planned.
    static func item(for kind: SegmentKind?, in room: Room) -> Segment? {
        let ahead = room.agenda.filter { $0.state == .upcoming }
        return ahead.first { $0.kind == kind } ?? ahead.first
    }

    /// What leads noted beside the items.
    static func notes(in room: Room) -> [String] {
        room.agenda.flatMap { ($0.leadNote ?? "").split(separator: "\n").map(String.init) }
    }
}
