// Knows kits in minutes: how many were where in the end, whoever reads; what was said of a kit by whom, for leads.

import Meetings

enum KitMinutes: MinutesSection {
    static func part(_ meeting: MinutesSource) -> MinutesPart? {
        let tables = meeting.room.benches.flatMap { bench in
            let segment = meeting.room.agenda.first { $0.id == bench.segment }
            return [counts(bench, segment, meeting), reviews(bench, segment, meeting)].compactMap { $0 }
        }
        return tables.isEmpty ? nil : MinutesPart(title: meeting.text("kits"), tables: tables)
    }

    private static func counts(_ bench: Bench, _ segment: Segment?, _ meeting: MinutesSource) -> MinutesTable? {
        guard !bench.counts.isEmpty, let steps = segment?.bench?.steps else { return nil }
        return MinutesTable(
            title: segment?.title,
            head: meeting.heads("step") + KitState.allCases.map { meeting.text("kit.\($0.rawValue)") },
            rows: steps.enumerated().map { index, step in
                ["\(index + 1). \(step.text)"]
                    + KitState.allCases.map { String(bench.counts[Bench.spot(index, $0)] ?? 0) }
            })
    }

    private static func reviews(_ bench: Bench, _ segment: Segment?, _ meeting: MinutesSource) -> MinutesTable? {
        guard meeting.isForLeads, !bench.reviews.isEmpty else { return nil }
        return MinutesTable(
            title: meeting.text("kitReviews", ["kit": segment?.bench?.kit ?? segment?.title ?? ""]),
            head: meeting.heads("name", "hat", "fiddly", "frustrating", "adaption"),
            rows: bench.reviews.map { review in
                [
                    meeting.name(review.person), meeting.text(review.isStudent ? "hat.student" : "hat.teacher"),
                    String(review.fiddly), String(review.frustrating), review.adaption ?? "",
                ]
            })
    }
}
