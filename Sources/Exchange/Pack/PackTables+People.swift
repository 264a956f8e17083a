// Knows the tables of people, and of when and how they were there.

import Analytics
import Meetings

extension PackTables {
    private static let who = "Pseudonym of the person, the same in all tables of this pack and in no other pack."
    private static let meeting = "The meeting."
    static let modes = PackKind.word(AttendanceMode.allCases.map(\.rawValue))
    private static let notAsked = "Not asked for by this release of the program: always missing."

    static let people = PackTable<PackPersonRow>(
        "people", "One row is one person; only a pseudonym says who.", key: ["person"],
        [
            PackColumn(
                "person", .pseudonym, required: true, by: .computed, who,
                faults: "Of whoever was erased only this is left, with what was counted."
            ) { .text($0.person) },
            PackColumn(
                "school_pseudonym", .pseudonym, by: .computed, "The school, by the same rule.",
                faults: "Two spellings of one school are two schools; who names none has none."
            ) { PackCell($0.school) },
            PackColumn(
                "phase", .word(SchoolPhase.allCases.map(\.rawValue)), by: .person,
                "Where in school they teach, last said."
            ) { PackCell($0.phase) },
            PackColumn("subject_group", .text, by: .person, "Group of subjects.", faults: notAsked) { _ in .missing },
            PackColumn("nation_region", .text, by: .person, "Nation and region.", faults: notAsked) { _ in .missing },
            PackColumn("career_band", .text, by: .person, "Years in teaching, in bands.", faults: notAsked) { _ in
                .missing
            },
            PackColumn(
                "first_series_meeting", .text, by: .computed, "The first meeting of this pack that they attended.",
                faults: "Earlier meetings may have been before the program was used."
            ) { PackCell($0.firstMeeting) },
            PackColumn(
                "consent_tier", .count, required: true, by: .person,
                "1 pseudonymous, 2 words may be quoted, 3 researchers may make contact; as last chosen."
            ) { .integer($0.tier) },
        ])

    static let participations = PackTable<PackParticipationRow>(
        "participations", "One row is one person at one meeting.", key: ["meeting", "person"],
        references: [PackReference("meeting", "meetings"), PackReference("person", "people")],
        [
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("person", .pseudonym, required: true, by: .computed, who) { .text($0.person) },
            PackColumn(
                "role", .word(PackParticipationRow.Role.allCases.map(\.rawValue)), required: true, by: .coordinator,
                "As what; whoever led at any time is a lead. A table is a device that several people shared."
            ) { .text($0.role.rawValue) },
            PackColumn("mode", modes, required: true, by: .person, "How they took part most of the time.") {
                .text($0.mode)
            },
            PackColumn(
                "attended", .boolean, required: true, by: .computed,
                "Whether figures of people are about them: seen by the log, no guest, no table, not put out."
            ) { .boolean($0.isAttended) },
            PackColumn("removed", .boolean, required: true, by: .coordinator, "Whether a lead put them out.") {
                .boolean($0.isRemoved)
            },
            PackColumn(
                "observable", .boolean, required: true, by: .computed,
                "Whether the log would have seen an act for half of their time or more.",
                faults: "False is no act that was left out: nobody could have seen one. Of a recording always true."
            ) { .boolean($0.isObservable) },
            PackColumn(
                "present_s", .number, required: true, unit: "seconds", by: .computed, "How long they were there."
            ) {
                .number($0.present)
            },
            PackColumn(
                "observable_s", .number, required: true, unit: "seconds", by: .computed,
                "How long with a means to act that the log sees."
            ) { .number($0.observable) },
            PackColumn("school_pseudonym", .pseudonym, by: .computed, "The school they named at this meeting.") {
                PackCell($0.school)
            },
            PackColumn(
                "phase", .word(SchoolPhase.allCases.map(\.rawValue)), by: .person,
                "Where in school they teach, as they said at this meeting."
            ) { PackCell($0.phase) },
        ])

    static let attendance = PackTable<PackAttendanceRow>(
        "attendance",
        "One row is one stretch in which a person was at a meeting in one way; those of one do not overlap.",
        key: ["person", "meeting", "interval"],
        references: [PackReference("person", "people"), PackReference("meeting", "meetings")],
        [
            PackColumn("person", .pseudonym, required: true, by: .computed, who) { .text($0.person) },
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("interval", .count, required: true, by: .computed, "Which stretch, from 1.") {
                .integer($0.interval)
            },
            PackColumn("join_utc", .instant, required: true, unit: "UTC", by: .server, "When it began.") {
                .instant($0.join)
            },
            PackColumn(
                "leave_utc", .instant, required: true, unit: "UTC", by: .server, "When it ended.",
                faults: "A device that falls silent is seen to go up to 35 s late."
            ) { .instant($0.leave) },
            PackColumn(
                "leave_reason", .word(PresenceEnd.allCases.map(\.rawValue)), by: .server,
                "Why it ended; missing where they only went on in another way.",
                faults: "Lost is a connection, not a wish."
            ) { PackCell($0.reason) },
            PackColumn("mode", modes, required: true, by: .person, "How they took part.") { .text($0.mode) },
            PackColumn(
                "has_device", .boolean, required: true, by: .server, "Whether a device of their own was connected."
            ) { .boolean($0.hasDevice) },
            PackColumn(
                "source", .word(StaySource.allCases.map(\.rawValue)), required: true, by: .server,
                "From whom the log knows it.", faults: "Who was checked in by a lead may have gone unseen."
            ) { .text($0.source) },
        ])
}
