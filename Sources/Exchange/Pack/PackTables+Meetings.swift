// Knows the tables of meetings, their items and when they were on.

import Analytics
import Meetings

/// The tables of the pack, each with all that is said of it.
enum PackTables {
    private static let meeting = "The meeting."

    static let meetings = PackTable<PackMeetingRow>(
        "meetings", "One row is one meeting that is over; rehearsals are in no pack.", key: ["meeting"],
        [
            PackColumn("meeting", .text, required: true, by: .server, "Identifier of the meeting.") {
                .text($0.meeting)
            },
            PackColumn(
                "series", .text, by: .coordinator, "Identifier of the series it belonged to when the pack was released."
            ) { PackCell($0.series) },
            PackColumn(
                "title_public", .text, by: .coordinator, "Its title, as everybody saw who was invited.",
                faults: "Free text of a coordinator; missing once it was erased."
            ) { PackCell($0.title) },
            PackColumn(
                "recorded", .boolean, required: true, by: .server,
                "Whether it was recorded elsewhere and played into the log: then everybody on its list attended."
            ) { .boolean($0.isRecorded) },
            PackColumn(
                "has_clock", .boolean, required: true, by: .server, "Whether its times mean anything.",
                faults: "Of a recording that knows an order only every time in other tables is that of playing it."
            ) { .boolean($0.hasClock) },
            PackColumn("planned_start_utc", .instant, unit: "UTC", by: .coordinator, "When it was to begin.") {
                PackCell($0.plannedStart)
            },
            PackColumn("start_utc", .instant, unit: "UTC", by: .server, "When it was opened first.") {
                PackCell($0.start)
            },
            PackColumn(
                "end_utc", .instant, unit: "UTC", by: .server, "When it ended last.",
                faults: "A meeting can be reopened: the time between is in spans, and counts nowhere."
            ) { PackCell($0.end) },
            PackColumn("tz", .text, required: true, unit: "IANA", by: .coordinator, "The zone of its clock.") {
                .text($0.zone)
            },
            PackColumn("planned_min", .number, unit: "minutes", by: .coordinator, "Sum of its planned items.") {
                .number($0.plannedMinutes)
            },
            PackColumn("actual_min", .number, unit: "minutes", by: .server, "How long it was open.") {
                .number($0.actualMinutes)
            },
            PackColumn("lead_count", .count, unit: "people", by: .computed, "People who led it at any time.") {
                .integer($0.leads)
            },
            PackColumn(
                "attended_n", .count, unit: "people", by: .computed,
                "Participants who attended: no leads, guests, tables, and nobody who was put out."
            ) { .integer($0.attended) },
            PackColumn(
                "counted_n", .count, unit: "people", by: .person,
                "People who chose to be counted only; they are in no other table.",
                faults: "Their acts are events without a person and cannot be told apart."
            ) { .integer($0.counted) },
            PackColumn(
                "observable_n", .count, unit: "people", by: .computed,
                "Participants who had a means to act that the log sees for half of their time or more."
            ) { .integer($0.observable) },
            PackColumn(
                "modes_n", .json, unit: "people", by: .person,
                "Participants by the way they took part most of the time."
            ) { .text(PackJSON.object($0.modes)) },
            PackColumn(
                "definitions_version", .text, required: true, by: .computed,
                "The version of the definitions, as definitions.json has them."
            ) { .text($0.definitions) },
        ])

    static let segments = PackTable<PackSegmentRow>(
        "segments", "One row is one item of a meeting's agenda.", key: ["meeting", "segment"],
        references: [PackReference("meeting", "meetings")],
        [
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("segment", .text, required: true, by: .server, "Identifier within the meeting.") {
                .text($0.segment)
            },
            PackColumn("n", .count, required: true, by: .coordinator, "Its place in the agenda, from 1.") {
                .integer($0.n)
            },
            PackColumn(
                "type", .word(SegmentKind.allCases.map(\.rawValue)), required: true, by: .coordinator,
                "What kind it is."
            ) { .text($0.kind) },
            PackColumn("planned_s", .count, unit: "seconds", by: .coordinator, "How long it was to be.") {
                .integer($0.planned)
            },
            PackColumn(
                "actual_s", .number, unit: "seconds", by: .server, "How long it was on, in all.",
                faults: "A coordinator who forgets to go on makes an item long."
            ) { .number($0.actual) },
            PackColumn("prompts_n", .count, by: .computed, "How many items of it asked people to do something.") {
                .integer($0.prompts)
            },
        ])

    static let spans = PackTable<PackSpanRow>(
        "spans", "One row is one stretch of time in which a meeting, an item of its agenda or a prompt was on.",
        key: ["meeting", "what", "id", "n"], references: [PackReference("meeting", "meetings")],
        [
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn(
                "what", .word(PackSpanRow.What.allCases.map(\.rawValue)), required: true, by: .server, "What was on."
            ) { .text($0.what.rawValue) },
            PackColumn("id", .text, required: true, by: .server, "Which: the meeting, the segment or the item.") {
                .text($0.id)
            },
            PackColumn("n", .count, required: true, by: .computed, "Which stretch of it, from 1.") { .integer($0.n) },
            PackColumn("from_utc", .instant, required: true, unit: "UTC", by: .server, "When it began.") {
                .instant($0.from)
            },
            PackColumn("to_utc", .instant, required: true, unit: "UTC", by: .server, "When it ended.") {
                .instant($0.to)
            },
        ])
}
