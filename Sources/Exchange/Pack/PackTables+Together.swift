// Knows the tables of who sat and worked with whom, of outcomes, of what is missing, and of words that may be quoted.

import Analytics
import Meetings

extension PackTables {
    private static let who = "Pseudonym of the person."
    private static let meeting = "The meeting."

    static let groups = PackTable<PackGroupRow>(
        "groups", "One row is one group of a round.", key: ["meeting", "group"],
        references: [PackReference("meeting", "meetings")],
        [
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("group", .text, required: true, by: .server, "Identifier within the meeting.") {
                .text($0.group)
            },
            PackColumn("set", .text, required: true, by: .server, "The round: groups that were formed together.") {
                .text($0.set)
            },
            PackColumn("minutes", .number, unit: "minutes", by: .server, "From the first who sat in it to the last.") {
                .number($0.minutes)
            },
            PackColumn(
                "co_school", .count, unit: "schools", by: .computed, "How many schools were in it.",
                faults: "Missing where nobody of it named a school."
            ) { PackCell($0.schools) },
        ])

    static let members = PackTable<PackMemberRow>(
        "group_members", "One row is one stretch in which a person had a seat in a group.",
        key: ["meeting", "group", "person", "n"],
        references: [
            PackReference(["meeting", "group"], "groups", ["meeting", "group"]), PackReference("person", "people"),
        ],
        [
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("group", .text, required: true, by: .server, "The group.") { .text($0.group) },
            PackColumn("person", .pseudonym, required: true, by: .computed, who) { .text($0.person) },
            PackColumn("n", .count, required: true, by: .computed, "Which stretch, from 1.") { .integer($0.n) },
            PackColumn(
                "from_utc", .instant, required: true, unit: "UTC", by: .server, "When they got the seat.",
                faults: "A seat is no proof that somebody sat there."
            ) { .instant($0.from) },
            PackColumn("to_utc", .instant, required: true, unit: "UTC", by: .server, "When they lost it.") {
                .instant($0.to)
            },
        ])

    static let ties = PackTable<PackTieRow>(
        "ties", "One row is two people who had to do with each other in one term.", key: ["u", "v", "term"],
        references: [PackReference("u", "people", "person"), PackReference("v", "people", "person")],
        [
            PackColumn("u", .pseudonym, required: true, by: .computed, "One of the two, the lesser pseudonym.") {
                .text($0.u)
            },
            PackColumn("v", .pseudonym, required: true, by: .computed, "The other.") { .text($0.v) },
            PackColumn(
                "term", .text, required: true, by: .computed,
                "From September, January or April on; `unknown` where no day is."
            ) { .text($0.term) },
            PackColumn("co_min", .number, required: true, unit: "minutes", by: .computed, "In one group, both there.") {
                .number($0.coMinutes)
            },
            PackColumn(
                "exchanges", .count, required: true, by: .computed,
                "Exchange candidates; a chair's to and fro of turns is none."
            ) { .integer($0.exchanges) },
            PackColumn(
                "cross_school", .boolean, by: .computed, "Whether their schools differ; missing where one is not known."
            ) { PackCell($0.isCrossSchool) },
        ])

    static let survey = PackTable<PackSurveyRow>(
        "survey", "One row is one answer to one item of an instrument: an outcome, never participation.",
        key: ["person", "meeting", "instrument", "item", "wave"],
        references: [PackReference("person", "people"), PackReference("meeting", "meetings")],
        [
            PackColumn("person", .pseudonym, required: true, by: .computed, who) { .text($0.person) },
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn(
                "instrument", .text, required: true, by: .coordinator, "Under which name the same is asked again."
            ) { .text($0.instrument) },
            PackColumn("item", .count, required: true, by: .server, "Which sentence of it, from 1.") {
                .integer($0.item)
            },
            PackColumn(
                "wave", .count, required: true, by: .server,
                "Which asking of it at this meeting, from 1 in order of time."
            ) { .integer($0.wave) },
            PackColumn("waves_n", .count, required: true, by: .server, "How often it was asked at this meeting.") {
                .integer($0.waves)
            },
            PackColumn("value", .integer, required: true, unit: "1 to 5", by: .person, "The answer.") {
                .integer($0.value)
            },
            PackColumn("answered_utc_date", .day, required: true, unit: "UTC", by: .server, "On which day.") {
                .text($0.day)
            },
        ])

    static let missing = PackTable<PackMissingRow>(
        "missing", "One row is how many people of a meeting are, or are not, in something, and why.",
        key: ["meeting", "what", "reason"], references: [PackReference("meeting", "meetings")],
        [
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("what", .text, required: true, by: .computed, "In what.") { .text($0.what) },
            PackColumn("reason", .text, required: true, by: .computed, "Which of them, or why not.") {
                .text($0.reason)
            },
            PackColumn(
                "n", .count, unit: "people", by: .computed, "How many.",
                faults: "Missing where it would tell of few who are counted only."
            ) { PackCell($0.n) },
        ])

    static let content = PackTable<PackContentRow>(
        "content", "One row is what somebody wrote who lets their words be quoted (consent_tier 2 and up).",
        key: ["meeting", "seq"],
        references: [PackReference("meeting", "meetings"), PackReference("person", "people")],
        [
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("seq", .count, required: true, by: .server, "Number of its entry in the meeting's log.") {
                .integer(Int($0.sequence))
            },
            PackColumn("person", .pseudonym, required: true, by: .computed, who) { .text($0.person) },
            PackColumn("kind", .text, required: true, by: .server, "What it is.") { .text($0.kind) },
            PackColumn(
                "text", .text, required: true, by: .person, "The words, redacted.",
                faults: "Names of this meeting and addresses are replaced; a help, and no promise."
            ) { .text($0.text) },
            PackColumn("words", .count, required: true, unit: "words", by: .server, "How many, before that.") {
                .integer($0.words)
            },
        ])
}
