// Knows the figures of a series of meetings, worked out from what is kept of each.

import Meetings

/// The figures of a series, from its meetings in the order of time.
public struct SeriesMeasures: Sendable {
    public let meetings: [MeetingSummary]
    public let attendance: Attendance
    /// The ties of each meeting, without leads.
    public let ties: [Set<Pair>]
    /// Of those who attended.
    private let schools: [PersonID: String]
    private let met: Set<Pair>
    private let buddies: BuddyFigures?
    private let thresholds: Thresholds

    /// - Parameters:
    ///   - schools: of everybody who said one; only what is told apart counts.
    ///   - buddies: what became of the buddies of the network, where that is asked.
    public init(
        _ meetings: [MeetingSummary], schools: [PersonID: String], buddies: BuddyFigures? = nil,
        _ thresholds: Thresholds = .standard
    ) {
        let ordered = meetings.sorted { ($0.openedAt, $0.meeting) < ($1.openedAt, $1.meeting) }
        let attendance = Attendance(ordered.map(\.attended))
        let everybody = attendance.everybody
        ties = ordered.map { meeting in
            meeting.ties(thresholds).filter { everybody.contains($0.u) && everybody.contains($0.v) }
        }
        met = (buddies?.pairs ?? []).filter { everybody.contains($0.u) && everybody.contains($0.v) }
        self.buddies = buddies
        self.schools = schools.filter { everybody.contains($0.key) }.mapValues(Text.key)
        (self.meetings, self.attendance, self.thresholds) = (ordered, attendance, thresholds)
    }

    /// Which pairs were tied at each meeting and never before.
    public var newTies: [Set<Pair>] {
        var seen: Set<Pair> = []
        return ties.map { own in
            defer { seen.formUnion(own) }
            return own.subtracting(seen)
        }
    }

    /// Everybody who was ever tied, buddies who met too.
    public var everTied: Set<Pair> { ties.reduce(into: met) { $0.formUnion($1) } }

    /// The term of each meeting.
    private var terms: [SchoolTerm] { meetings.map { SchoolTerm(of: $0.openedAt) } }

    /// Cohorts by term, with the cells that are held back, by their places.
    public func cohorts(fewest: Int) -> [(cohort: Attendance.Cohort, hidden: Set<Int>)] {
        let (cohorts, order) = (attendance.cohorts(terms), Attendance.once(terms))
        let few = termsOfFew(fewest)
        let hidden = Withholding.cells(
            cohorts.map(\.attending), starts: cohorts.map { order.firstIndex(of: $0.term) ?? 0 },
            beside: Set(cohorts.indices.filter { few.contains(cohorts[$0].term) }), fewest)
        return Array(zip(cohorts, hidden))
    }

    /// Terms with a meeting to which few came for the first time, or few again: how many came first in such a term would
    /// give it away.
    private func termsOfFew(_ fewest: Int) -> Set<SchoolTerm> {
        let few = zip(terms, zip(attendance.firstTimers, attendance.meetings)).dropFirst().filter {
            Withholding.isOfFew($1.0.count, of: $1.1.count, fewest)
        }
        return Set(few.map(\.0))
    }

    /// How many people are core, occasional, came once or are new; nil for fewer than three meetings.
    public var regularity: [Regularity: Int]? {
        guard meetings.count >= thresholds.fewestMeetings else { return nil }
        return attendance.everybody.reduce(into: [:]) { counts, person in
            if let kind = attendance.regularity(of: person, fewest: thresholds.fewestMeetings) {
                counts[kind, default: 0] += 1
            }
        }
    }

    /// What people answered first and last, over all meetings: meetings are pooled, because one alone cannot show an
    /// effect. Each person is in it once.
    public var confidence: [(sentence: String, change: PairedChange)] {
        var (first, last): ([String: [PersonID: Double]], [String: [PersonID: Double]]) = ([:], [:])
        for meeting in meetings {
            for answer in meeting.confidence where meeting.people[answer.person]?.isLead != true {
                if let value = answer.first, first[answer.sentence]?[answer.person] == nil {
                    first[answer.sentence, default: [:]][answer.person] = value
                }
                if let value = answer.last { last[answer.sentence, default: [:]][answer.person] = value }
            }
        }
        return Set(first.keys).union(last.keys).sorted().map { sentence in
            (
                sentence,
                PairedChange(
                    first: first[sentence] ?? [:], second: last[sentence] ?? [:],
                    intervalFrom: thresholds.fewestForInterval)
            )
        }
    }

    // MARK: Rows

    /// All of it, of nobody alone.
    ///
    /// - Parameter fewest: a count of fewer people is withheld.
    public func all(fewest: Int? = nil) -> [Measure] {
        let fewest = fewest ?? thresholds.fewestShown
        return heads(fewest) + comers(fewest) + retained(fewest) + stayed + cohortRows(fewest) + tieShares
            + network(fewest) + outcomes(fewest) + changes(fewest) + talk
    }

    private func row(
        _ name: String, _ id: String? = nil, of subset: String = "no_lead", _ value: Double?,
        numerator: Double? = nil, denominator: Double? = nil, n: Int? = nil, low: Double? = nil, high: Double? = nil,
        chance: Double? = nil, note: Measure.Note? = nil
    ) -> Measure {
        Measure(
            name, .series, id, of: subset, value, numerator: numerator, denominator: denominator, n: n, low: low,
            high: high, chance: chance, note: note, thresholds)
    }

    private func heads(_ fewest: Int) -> [Measure] {
        let n = attendance.everybody.count
        let regularity = regularity
        // One that is withheld could be computed from the others and their sum.
        let isOfFew = regularity?.values.contains { Withholding.isOfFew($0, fewest) } == true
        return [
            row("meetings", nil, of: "all", Double(meetings.count), n: meetings.count),
            row("people", nil, Double(n), n: n),
        ]
            + Regularity.allCases.map { kind in
                let count = regularity.map { $0[kind] ?? 0 }
                let own = row(
                    kind.rawValue, nil, count.map(Double.init), numerator: count.map(Double.init),
                    denominator: Double(n),
                    n: n, note: count == nil ? .tooFewMeetings : nil)
                return isOfFew ? own.withheld : own
            }
    }

    /// Who came to each meeting, who of them for the first time, and who took what was offered at all of them together.
    private func comers(_ fewest: Int) -> [Measure] {
        let counts = Array(attendance.firstTimers.map(\.count).dropFirst())
        // Together they are how many came first in a term: they are told where that is.
        let closed = termsOfFew(fewest).union(
            cohorts(fewest: fewest).filter { $0.hidden.contains(0) }.map(\.cohort.term))
        let terms = terms
        let seen = meetings.flatMap { $0.people }.filter { !$0.value.isLead && $0.value.isObservable }
        return zip(meetings, attendance.meetings).map { meeting, people in
            row("attended", meeting.meeting, Double(people.count), n: people.count)
        }
            + counts.indices.map { index in
                let new = Measure(
                    "first_timers", .series, meetings[index + 1].meeting, of: "no_lead", share: counts[index],
                    of: attendance.meetings[index + 1].count, n: attendance.meetings[index + 1].count, thresholds)
                return closed.contains(terms[index + 1]) ? new.withheld : new
            } + [
                Measure(
                    "uptake", .series, of: "observable_no_lead", share: seen.reduce(0) { $0 + $1.value.taken },
                    of: seen.reduce(0) { $0 + $1.value.offered }, n: Set(seen.map(\.key)).count, thresholds)
            ]
    }

    private func retained(_ fewest: Int) -> [Measure] {
        attendance.retention.enumerated().map { index, own in
            let row = Measure(
                "retention", .series, meetings[index].meeting, of: "no_lead", share: own.kept, of: own.of, n: own.of,
                thresholds)
            return Withholding.isOfFew(own.kept, of: own.of, fewest) ? row.withheld : row
        }
    }

    /// Over how many meetings people stay, once there are enough of them.
    private var stayed: [Measure] {
        guard meetings.count >= thresholds.fewestMeetings else { return [] }
        let survival = attendance.survival(intervalFrom: thresholds.fewestForInterval)
        return survival.steps.map { step in
            row(
                "survival_after", "\(Int(step.time))", step.survival, n: step.atRisk, low: step.low,
                high: step.high)
        } + [
            row("survival_median", nil, survival.median, n: survival.n, note: survival.median == nil ? .undefined : nil)
        ]
    }

    private func cohortRows(_ fewest: Int) -> [Measure] {
        let order = Attendance.once(terms)
        return cohorts(fewest: fewest).flatMap { cohort, hidden in
            let start = order.firstIndex(of: cohort.term) ?? 0
            return cohort.attending.enumerated().map { place, count in
                let own =
                    place == 0
                    ? row("cohort", cohort.term.text, Double(count), n: count)
                    : Measure(
                        "cohort_attending", .series, "\(cohort.term.text)/\(order[start + place].text)", of: "no_lead",
                        share: count, of: cohort.people, n: cohort.people, thresholds)
                return hidden.contains(place) ? own.withheld : own
            }
        }
    }

    private var tieShares: [Measure] {
        zip(meetings, zip(ties, newTies)).map { meeting, own in
            let (all, new) = (Double(own.0.count), Double(own.1.count))
            return row(
                "new_tie_share", meeting.meeting, all > 0 ? new / all : nil, numerator: new, denominator: all,
                n: meeting.attended.count, note: all > 0 ? nil : .undefined)
        }
    }

    private func network(_ fewest: Int) -> [Measure] {
        let people = attendance.everybody.count
        let tied = Double(everTied.count)
        let mixing = ExternalInternal(everTied, schools: schools)
        let possible = Double(people * (people - 1) / 2)
        let (cross, external, n) = (Double(mixing.cross), Double(mixing.external), schools.count)
        return [
            row("ties", nil, tied, n: people),
            row(
                "density", nil, possible > 0 ? tied / possible : nil, numerator: tied, denominator: possible,
                n: people),
            row(
                "mixing_coverage", nil, cross > 0 ? external / cross : nil, numerator: external, denominator: cross,
                n: n, note: cross > 0 ? nil : .undefined),
            row(
                "ei", nil, mixing.index, numerator: external, denominator: external + Double(mixing.internal), n: n,
                chance: mixing.expected, note: mixing.index == nil ? .undefined : nil),
            row(
                "ei_beyond_chance", nil, mixing.index.flatMap { index in mixing.expected.map { index - $0 } }, n: n,
                note: mixing.index == nil ? .undefined : nil),
        ]
    }

    /// What became of buddies: of all pairs of the network, and who of the series met. Of few pairs nothing but how many
    /// were proposed and made.
    private func outcomes(_ fewest: Int) -> [Measure] {
        guard let buddies else { return [] }
        let kinds = [
            ("met", buddies.met), ("tried", buddies.tried), ("no", buddies.no), ("unanswered", buddies.unanswered),
        ]
        let isOfFew = kinds.contains { Withholding.isOfFew($1, fewest) }
        let own = row("buddies_met", nil, Double(met.count), n: attendance.everybody.count)
        return [
            row("buddies_proposed", nil, of: "network", Double(buddies.proposed), n: buddies.proposed),
            row("buddies_made", nil, of: "network", Double(buddies.made), n: buddies.made),
        ]
            + kinds.map { kind, count in
                let row = Measure(
                    "buddies_\(kind)", .series, of: "network", share: count, of: buddies.made, n: buddies.made,
                    thresholds)
                return isOfFew ? row.withheld : row
            } + [isOfFew || Withholding.isOfFew(met.count, fewest) ? own.withheld : own]
    }

    /// The budget of talk over all meetings whose clock is known.
    private var talk: [Measure] {
        let items = meetings.filter(\.hasClock).flatMap(\.items)
        return [
            ("talk_planned", items.map { ($0.kind, $0.plannedSeconds) }),
            ("talk_actual", items.map { ($0.kind, $0.seconds) }),
        ].map { name, times in
            let talk = Double(times.filter { $0.0 == .talk }.reduce(0) { $0 + $1.1 }) / 60
            let all = Double(times.reduce(0) { $0 + $1.1 }) / 60
            return row(
                name, nil, of: "all", all > 0 ? talk / all : nil, numerator: talk, denominator: all,
                n: meetings.count(where: \.hasClock), note: all > 0 ? nil : .undefined)
        }
    }

    private func changes(_ fewest: Int) -> [Measure] {
        confidence.flatMap { sentence, own in
            [
                row(
                    "confidence_change", sentence, of: "answered_both", own.mean, n: own.n, low: own.low, high: own.high
                ),
                row("confidence_dz", sentence, of: "answered_both", own.dz, n: own.n),
                row("confidence_dav_corrected", sentence, of: "answered_both", own.corrected, n: own.n),
                row("confidence_deviation", sentence, of: "answered_both", own.deviation, n: own.n),
                row("confidence_wilcoxon_p", sentence, of: "answered_both", own.wilcoxon, n: own.n),
            ].map { own.n < fewest ? $0.withheld : $0 }
        }
    }
}
