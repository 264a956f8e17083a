// Knows the tables of what was offered and what people did.

import Analytics
import Meetings

extension PackTables {
    private static let who = "Pseudonym of the person."
    private static let meeting = "The meeting."
    private static let segment = "The item of the agenda it counts to."
    private static let place = "`plenary`, or the group in which it was seen."

    static let opportunities = PackTable<PackOpportunityRow>(
        "opportunities", "One row is one item that asked people to do something, for one person who attended.",
        key: ["person", "meeting", "item"],
        references: [PackReference(["meeting", "person"], "participations", ["meeting", "person"])],
        [
            PackColumn("person", .pseudonym, required: true, by: .computed, who) { .text($0.person) },
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("item", .text, required: true, by: .server, "Identifier within the meeting.") { .text($0.item) },
            PackColumn("segment", .text, by: .server, segment) { PackCell($0.segment) },
            PackColumn(
                "kind", .word(OfferedItem.Kind.allCases.map(\.rawValue)), required: true, by: .coordinator,
                "How it is answered."
            ) { .text($0.kind) },
            PackColumn("open_s", .count, required: true, unit: "seconds", by: .server, "How long it was open.") {
                .integer($0.open)
            },
            PackColumn(
                "present_s", .count, required: true, unit: "seconds", by: .computed,
                "How long they were there meanwhile."
            ) { .integer($0.present) },
            PackColumn(
                "observable", .boolean, required: true, by: .computed, "Whether the log would have seen them act.",
                faults: "False is no act that was left out: nobody could have seen one."
            ) { .boolean($0.isObservable) },
            PackColumn("offered", .boolean, required: true, by: .computed, "Whether they were there for 20 s of it.") {
                .boolean($0.isOffered)
            },
            PackColumn(
                "taken", .boolean, required: true, by: .person, "Whether they answered, once or more.",
                faults: "Of anonymous items too; their answers are in no table."
            ) { .boolean($0.isTaken) },
        ])

    static let events = PackTable<PackEventRow>(
        "events", "One row is one act that the log saw; words are counted and never here.", key: ["meeting", "seq"],
        references: [PackReference("meeting", "meetings"), PackReference("person", "people")],
        [
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("seq", .count, required: true, by: .server, "Number of its entry in the meeting's log.") {
                .integer(Int($0.sequence))
            },
            PackColumn(
                "t_utc", .instant, required: true, unit: "UTC", by: .server, "When the server took it.",
                faults: "What was written without a connection comes late."
            ) { .instant($0.at) },
            PackColumn(
                "person", .pseudonym, by: .computed, who,
                faults: "Missing for people who chose to be counted only; where these are few their acts are not here."
            ) { PackCell($0.person) },
            PackColumn(
                "scope", .word(ActScope.allCases.map(\.rawValue)), required: true, by: .server, "Whose act it is."
            ) { .text($0.scope) },
            PackColumn("mode", modes, required: true, by: .person, "How they took part at that moment.") {
                .text($0.mode)
            },
            PackColumn("segment", .text, by: .server, segment) { PackCell($0.segment) },
            PackColumn("place", .text, required: true, by: .server, place) { .text($0.place) },
            PackColumn("kind", .word(ActKind.allCases.map(\.rawValue)), required: true, by: .client, "What was done.") {
                .text($0.kind)
            },
            PackColumn(
                "icap", .word(ActMode.allCases.map(\.rawValue)), by: .computed,
                "P received, A acted, C made, I? exchange candidate; missing for what is no participation.",
                faults: "A class of the line in the log by its form, never of a mind."
            ) { PackCell($0.icap) },
            PackColumn("item", .text, by: .server, "The item of opportunities that it answers.") { PackCell($0.item) },
            PackColumn(
                "words", .count, unit: "words", by: .server, "Runs of characters that are not white space.",
                faults: "Not to be compared between languages."
            ) { PackCell($0.words) },
            PackColumn("duration_ms", .count, unit: "milliseconds", by: .server, "How long a turn lasted, where known.")
            {
                PackCell($0.milliseconds)
            },
            PackColumn("re_seq", .count, by: .client, "The act it replies to or builds on.") {
                PackCell($0.re.map { Int($0) })
            },
            PackColumn("re_person", .pseudonym, by: .computed, "Whose that was.") { PackCell($0.rePerson) },
            PackColumn(
                "source", .word(Source.allCases.map(\.rawValue)), required: true, by: .server,
                "By whose tap it is known."
            ) { .text($0.source) },
        ])

    static let exchanges = PackTable<PackExchangeRow>(
        "exchanges", "One row is one exchange candidate: two people whose acts answer each other in turn.", key: ["id"],
        references: [
            PackReference("meeting", "meetings"), PackReference("u", "people", "person"),
            PackReference("v", "people", "person"),
        ],
        [
            PackColumn("id", .text, required: true, by: .computed, "Identifier within the pack.") { .text($0.id) },
            PackColumn("meeting", .text, required: true, by: .server, meeting) { .text($0.meeting) },
            PackColumn("u", .pseudonym, required: true, by: .computed, "One of the two.") { .text($0.u) },
            PackColumn("v", .pseudonym, required: true, by: .computed, "The other.") { .text($0.v) },
            PackColumn("segment", .text, by: .server, segment) { PackCell($0.segment) },
            PackColumn("place", .text, required: true, by: .server, place) { .text($0.place) },
            PackColumn("acts", .count, required: true, by: .computed, "How many acts it is made of.") {
                .integer($0.acts)
            },
            PackColumn(
                "includes_lead", .boolean, required: true, by: .computed, "Whether one of the two led.",
                faults: "A chair who calls on people is no exchange of peers."
            ) { .boolean($0.includesLead) },
            PackColumn(
                "basis", .word(ExchangeCandidate.Basis.allCases.map(\.rawValue)), required: true, by: .computed,
                "What links its acts.", faults: "Turns next to each other are weak evidence."
            ) { .text($0.basis) },
            PackColumn(
                "coded", .word(["I", "no"]), by: .coordinator, "What people who read it said.",
                faults: "Hand coding comes with a later release: always missing."
            ) { _ in .missing },
        ])
}
