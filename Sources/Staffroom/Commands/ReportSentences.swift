// Knows how `staffroom report` says the figures of a meeting in plain sentences: counts before percentages, each with
// out of how many, and nothing where nobody could know.

import Analytics
import Exchange
import Meetings

/// Sentences on one meeting, from its figures. They say what the log holds and never what somebody thought.
struct ReportSentences {
    private let rows: [Measure]
    private let texts: LocaleTexts

    init(_ rows: [Measure], _ texts: LocaleTexts) { (self.rows, self.texts) = (rows, texts) }

    /// In the order in which one would tell them.
    var lines: [String] {
        [attended, observable, uptake, made, turns, modes, leaving, talk, mixing].compactMap(\.self)
    }

    private func row(_ name: String, _ subset: String) -> Measure? {
        rows.first { $0.name == name && $0.subset == subset && $0.scope == .meeting && !$0.isSuppressed }
    }

    private func say(_ key: String, _ values: [String: String] = [:]) -> String { texts.text("report.\(key)", values) }
    private func count(_ value: Double?) -> String { "\(Int((value ?? 0).rounded()))" }
    private func real(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

    private var attended: String? {
        guard let all = row("attended", "no_lead") else { return nil }
        let minutes = row("minutes_open", "all").map { say("open", ["n": count($0.value)]) } ?? ""
        let lead = row("leads", "lead")?.value ?? 0
        let leads = lead > 0 ? say("leads", ["n": count(lead)]) : ""
        return say("attended", ["all": count(all.value), "leads": leads, "minutes": minutes])
    }

    private var observable: String? {
        guard let seen = row("observable", "no_lead"), let all = seen.denominator, all > 0 else { return nil }
        let rest = Int(all) - Int(seen.numerator ?? 0)
        if seen.note == .tooLittleToJudge {
            return say("tooLittle", ["seen": count(seen.numerator), "all": count(all)])
        }
        return rest == 0 ? nil : say("notObservable", ["rest": "\(rest)", "all": count(all)])
    }

    private var uptake: String? {
        guard let own = row("uptake", "observable_no_lead"), let offered = own.denominator else { return nil }
        guard offered > 0, let low = own.low, let high = own.high else { return say("nothingOffered") }
        return say(
            "uptake",
            [
                "all": count(offered), "count": count(own.numerator), "low": real(low), "high": real(high),
                "n": "\(own.n ?? 0)",
            ])
    }

    private var made: String? { spread("made") }
    private var turns: String? { spread("turns") }

    /// Of few people or few acts a Gini says nothing.
    private static let fewest = 5

    private func spread(_ name: String) -> String? {
        guard let sum = row("sum_\(name)", "observable_no_lead"), let total = sum.value, total > 0, let n = sum.n,
            let what = texts.counted("report.\(name)", Int(total.rounded()))
        else { return nil }
        guard n >= Self.fewest, total >= Double(n), let gini = row("gini_\(name)", "observable_no_lead"),
            let value = gini.value
        else { return say("spread", ["what": what, "n": "\(n)"]) }
        let chance = gini.chance.map { say("chance", ["chance": real($0)]) } ?? ""
        return say("unevenness", ["what": what, "n": "\(n)", "gini": real(value), "chance": chance])
    }

    private var modes: String? {
        let kinds = ["received", "acted", "made", "exchange_candidates", "not_offered", "not_observable"]
        let parts = kinds.compactMap { name -> String? in
            guard let own = row("minutes_\(name)", "no_lead"), let value = own.value, value >= 0.5 else { return nil }
            return say("mode.\(name)", ["n": count(value)])
        }
        return parts.isEmpty ? nil : say("modes", ["parts": parts.joined(separator: ", ")])
    }

    private var leaving: String? {
        guard let early = row("left_early", "no_lead"), let left = early.numerator, let all = early.denominator, all > 0
        else { return nil }
        guard left > 0 else { return say("nobodyLeft") }
        let lost = row("left_early_lost", "no_lead")?.value ?? 0
        let why = lost > 0 ? say("lost", ["n": count(lost)]) : ""
        return say("left", ["left": count(left), "all": count(all), "why": why])
    }

    private var talk: String? {
        guard let planned = row("talk_planned", "all"), let actual = row("talk_actual", "all"),
            let whole = actual.denominator, whole >= 1
        else { return nil }
        let share = row("lead_turn_share", "lead")?.value.map { say("leadShare", ["share": real($0)]) }
        return say(
            "talk",
            [
                "actual": count(actual.numerator), "all": count(whole), "planned": count(planned.numerator),
                "allPlanned": count(planned.denominator), "share": share ?? "",
            ])
    }

    private var mixing: String? {
        guard let own = row("ei", "no_lead"), let value = own.value, let chance = own.chance else { return nil }
        return say(
            "mixing",
            [
                "pairs": count(own.denominator), "external": count(own.numerator), "index": real(value),
                "chance": real(chance),
            ])
    }
}
