// Knows the quick checks in minutes: counts only, whoever reads.

import Meetings

enum PulseMinutes: MinutesSection {
    static func part(_ meeting: MinutesSource) -> MinutesPart? {
        guard !meeting.room.pulses.isEmpty else { return nil }
        let answers = PulseAnswer.allCases
        return MinutesPart(
            title: meeting.text("pulses"),
            tables: [
                MinutesTable(
                    head: meeting.heads("time", "item")
                        + answers.map { meeting.texts.text("pulse.\($0.rawValue)") },
                    rows: meeting.room.pulses.map { pulse in
                        let item = meeting.room.agenda.first { $0.id == pulse.segment }?.title
                        return [meeting.time(pulse.openedAt), item ?? ""]
                            + answers.map { String(pulse.counts[$0.rawValue] ?? 0) }
                    })
            ])
    }
}
