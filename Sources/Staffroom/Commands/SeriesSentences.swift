// Knows how `staffroom series` says the figures of a series in plain sentences: counts before shares, each with out of how
// many and how sure, and what is held back said as such.

import Analytics
import Exchange
import Meetings

/// Sentences on one series, from its figures. They say what logs hold and never what somebody thought.
struct SeriesSentences {
    private let report: SeriesReport
    private let texts: LocaleTexts

    init(_ report: SeriesReport, _ texts: LocaleTexts) { (self.report, self.texts) = (report, texts) }

    /// In the order in which one would tell them.
    var lines: [String] {
        [begin, gone].compactMap(\.self) + report.meetings.flatMap(meeting) + [uptake, coming].compactMap(\.self)
            + cohorts + [staying, ties, mixing, coverage].compactMap(\.self) + buddies + changes
            + [talk].compactMap(\.self)
    }

    // MARK: Parts

    private func row(_ name: String, _ id: String? = nil, _ subset: String = "no_lead") -> Measure? {
        report.measures.first { $0.name == name && $0.scopeID == id && $0.subset == subset }
    }

    private func say(_ key: String, _ values: [String: String] = [:]) -> String { texts.text("series.\(key)", values) }

    private func counted(_ key: String, _ count: Int) -> String { texts.counted("series.\(key)", count) ?? "\(count)" }

    private func count(_ value: Double?) -> String { "\(Int((value ?? 0).rounded()))" }

    private func real(_ value: Double?) -> String { value.map { "\(($0 * 100).rounded() / 100)" } ?? "" }

    private var heldBack: String { say("heldBack", ["least": "\(Thresholds.standard.fewestShown)"]) }

    /// Out of how many, and between what it may be.
    private func sure(_ row: Measure) -> String {
        guard let low = row.low, let high = row.high else { return say("n", ["n": "\(row.n ?? 0)"]) }
        return say("sure", ["low": real(low), "high": real(high), "n": "\(row.n ?? 0)"])
    }

    private func share(_ key: String, _ row: Measure, _ values: [String: String] = [:]) -> String {
        let own = ["count": count(row.numerator), "all": count(row.denominator), "sure": sure(row)]
        return say(key, own.merging(values) { one, _ in one })
    }

    private func term(_ text: String) -> String {
        let parts = text.split(separator: "-").map(String.init)
        guard parts.count == 2 else { return text }
        return say("term.\(parts[1])", ["years": parts[0]])
    }

    // MARK: Sentences

    private var begin: String {
        say(
            "begin",
            [
                "meetings": counted("meetings", report.meetings.count),
                "people": counted("people", Int(row("people")?.value ?? 0)),
            ])
    }

    private var gone: String? { report.gone > 0 ? counted("gone", report.gone) : nil }

    private func meeting(_ own: SeriesReport.Meeting) -> [String] {
        let date = ["date": own.date]
        guard let attended = row("attended", own.id) else { return [] }
        var parts = [say("attended", date.merging(["people": counted("people", attended.n ?? 0)]) { $1 })]
        if let first = row("first_timers", own.id) {
            parts.append(first.isSuppressed ? say("firstHeldBack", ["why": heldBack]) : share("first", first))
        }
        if let again = row("retention", own.id), (again.denominator ?? 1) > 0 {
            parts.append(again.isSuppressed ? say("againHeldBack", ["why": heldBack]) : share("again", again))
        }
        if let new = row("new_tie_share", own.id), let all = new.denominator, all > 0 {
            parts.append(say("newPairs", ["count": count(new.numerator), "pairs": counted("pairs", Int(all))]))
        }
        return [parts.joined(separator: " ")]
    }

    private var uptake: String? {
        row("uptake", nil, "observable_no_lead").flatMap { ($0.denominator ?? 0) > 0 ? share("uptake", $0) : nil }
    }

    private var coming: String? {
        let rows = Regularity.allCases.compactMap { row($0.rawValue) }
        guard let first = rows.first else { return nil }
        if first.note == .tooFewMeetings { return say("tooFew", ["least": "\(Thresholds.standard.fewestMeetings)"]) }
        if first.isSuppressed { return say("comingHeldBack", ["why": heldBack]) }
        var values = Dictionary(rows.map { ($0.name, count($0.value)) }) { one, _ in one }
        values["n"] = "\(first.n ?? 0)"
        values["least"] = "\(max(3, (report.meetings.count + 1) / 2))"
        return say("coming", values)
    }

    private var cohorts: [String] {
        report.measures.filter { $0.name == "cohort" }.map { own in
            let name = term(own.scopeID ?? "")
            guard !own.isSuppressed else { return say("cohortHeldBack", ["term": name, "why": heldBack]) }
            let later = report.measures.filter {
                $0.name == "cohort_attending" && ($0.scopeID ?? "").hasPrefix("\(own.scopeID ?? "")/")
            }.map { cell in
                // The years hold a slash of their own.
                let since = ["term": term((cell.scopeID ?? "").split(separator: "/").suffix(2).joined(separator: "/"))]
                return cell.isSuppressed
                    ? say("cohortCellHeldBack", since) : share("cohortCell", cell, since)
            }
            let start = say("cohort", ["term": name, "people": counted("people", own.n ?? 0)])
            return later.isEmpty ? start + "." : start + say("cohortThen", ["cells": later.joined(separator: "; ")])
        }
    }

    private var staying: String? {
        let steps = report.measures.filter { $0.name == "survival_after" }
        guard let median = row("survival_median"), let n = median.n, n > 0 else { return nil }
        guard !steps.isEmpty else { return say("stayedAll", ["n": "\(n)"]) }
        let said = steps.map { step in
            say(
                "stayed",
                [
                    "meetings": counted("meetings", Int(step.scopeID ?? "") ?? 0), "share": real(step.value),
                    "sure": sure(step),
                ])
        }
        let half = median.value.map { counted("half", Int($0)) } ?? say("noHalf")
        return say("staying", ["n": "\(n)", "steps": said.joined(separator: "; ")]) + " " + half
    }

    private var ties: String? {
        guard let own = row("density"), let tied = own.numerator, let all = own.denominator, all > 0 else { return nil }
        return say(
            "ties",
            [
                "pairs": counted("pairs", Int(tied)), "all": count(all), "n": "\(own.n ?? 0)",
                "density": real(own.value),
            ])
    }

    private var mixing: String? {
        guard let own = row("ei") else { return nil }
        guard let value = own.value, let chance = own.chance else { return say("noMixing") }
        return say(
            "mixing",
            [
                "pairs": counted("pairs", Int(own.denominator ?? 0)), "external": count(own.numerator),
                "n": "\(own.n ?? 0)", "index": real(value), "chance": real(chance), "beyond": real(value - chance),
            ])
    }

    private var coverage: String? {
        row("mixing_coverage").flatMap { $0.value == nil ? nil : share("coverage", $0) }
    }

    private var buddies: [String] {
        guard let proposed = row("buddies_proposed", nil, "network")?.n, proposed > 0,
            let made = row("buddies_made", nil, "network")?.n
        else { return [] }
        let start = say("buddies", ["pairs": counted("pairs", proposed), "made": "\(made)"])
        let kinds = ["met", "tried", "no", "unanswered"].compactMap { row("buddies_\($0)", nil, "network") }
        guard made > 0 else { return [start] }
        if kinds.contains(where: \.isSuppressed) {
            return [start + " " + say("outcomesHeldBack", ["least": "\(Thresholds.standard.fewestShown)"])]
        }
        var values = Dictionary(kinds.map { ($0.name.replacing("buddies_", with: ""), count($0.numerator)) }) {
            one, _ in one
        }
        values["sure"] = kinds.first.map(sure)
        let own = row("buddies_met").flatMap { $0.isSuppressed ? nil : $0.value }
        return [start + " " + say("outcomes", values)]
            + (own.map { [say("metHere", ["pairs": counted("pairs", Int($0))])] } ?? [])
    }

    private var changes: [String] {
        report.measures.filter { $0.name == "confidence_change" }.map { own in
            let name = ["sentence": own.scopeID ?? ""]
            guard !own.isSuppressed else {
                return say("changeHeldBack", name.merging(["why": heldBack]) { one, _ in one })
            }
            let effect = row("confidence_dav_corrected", own.scopeID, "answered_both")?.value
            return say(
                "change",
                name.merging([
                    "change": real(own.value), "sure": sure(own), "effect": effect.map { real($0) } ?? "–",
                ]) { one, _ in one })
        }
    }

    private var talk: String? {
        guard let planned = row("talk_planned", nil, "all"), let actual = row("talk_actual", nil, "all"),
            let all = actual.denominator, all >= 1
        else { return nil }
        return say(
            "talk",
            [
                "actual": count(actual.numerator), "all": count(all), "planned": count(planned.numerator),
                "allPlanned": count(planned.denominator),
            ])
    }
}
