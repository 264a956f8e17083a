// Knows the table of figures.

import Analytics
import Meetings

extension PackTables {
    static let metrics = PackTable<PackMetricRow>(
        "metrics", "One row is one figure, with what it was made of; check.py and check.R compute it again.",
        key: ["metric", "scope", "scope_id", "subset"],
        [
            PackColumn("metric", .text, required: true, by: .computed, "Which figure, as method.md has it.") {
                .text($0.metric)
            },
            PackColumn("scope", .text, required: true, by: .computed, "Of what: a meeting, an item of its agenda.") {
                .text($0.scope)
            },
            PackColumn("scope_id", .text, required: true, by: .computed, "Of which.") { .text($0.scopeID) },
            PackColumn("subset", .text, required: true, by: .computed, "Of whom.") { .text($0.subset) },
            PackColumn(
                "value", .number, by: .computed, "The figure; missing where it is not defined or not shown."
            ) { PackCell($0.value) },
            PackColumn("numerator", .number, by: .computed, "What is above the line.") { PackCell($0.numerator) },
            PackColumn("denominator", .number, by: .computed, "What is below it.") { PackCell($0.denominator) },
            PackColumn("n", .count, unit: "people", by: .computed, "Of how many people it is.") { PackCell($0.n) },
            PackColumn("lo", .number, by: .computed, "Lower end of the 95 % interval, where one is defined.") {
                PackCell($0.low)
            },
            PackColumn("hi", .number, by: .computed, "Upper end of it.") { PackCell($0.high) },
            PackColumn("chance", .number, by: .computed, "What chance alone would give, where that is defined.") {
                PackCell($0.chance)
            },
            PackColumn(
                "suppressed", .boolean, required: true, by: .computed,
                "Whether it is not shown because it is of too few people, or would give such a figure away."
            ) { .boolean($0.isSuppressed) },
            PackColumn("note_code", .text, by: .computed, "What to bear in mind.") { PackCell($0.note) },
        ])
}
