// Knows the figures of leaving, of who worked with whom, of talk, of outcomes and of kits.

import Meetings

extension MeetingMeasures {
    var leaving: [Measure] {
        let n = staying.survival.n
        var rows = [
            Measure(
                "left_early", of: "no_lead", share: staying.early, of: n, n: n, thresholds),
            Measure("left_early_lost", of: "no_lead", Double(staying.lost), n: n, thresholds),
        ]
        if let last = staying.survival.steps.last {
            rows.append(
                Measure(
                    "survival", of: "no_lead", last.survival, n: n, low: last.low, high: last.high, thresholds))
        }
        for drop in staying.dropOff {
            rows.append(
                Measure(
                    "drop_off", .segment, drop.segment.rawValue, of: "no_lead", share: drop.left, of: drop.atRisk,
                    n: drop.atRisk, thresholds))
        }
        return rows
    }

    var ties: [Measure] {
        let people = participants.map(\.id)
        let own = record.sums.filter { pair, sum in
            sum.isTie(thresholds) && people.contains(pair.u) && people.contains(pair.v)
        }
        let schools = Dictionary(
            uniqueKeysWithValues: participants.compactMap { person in
                person.school.map { (person.id, Text.key($0)) }
            })
        let mixing = ExternalInternal(own.keys, schools: schools)
        let possible = people.count * (people.count - 1) / 2
        let (peers, withLead) = (
            record.exchanges.count { !$0.includesLead }, record.exchanges.count(where: \.includesLead)
        )
        return [
            Measure("ties", of: "no_lead", Double(own.count), n: people.count, thresholds),
            Measure(
                "density", of: "no_lead", possible > 0 ? Double(own.count) / Double(possible) : nil,
                numerator: Double(own.count), denominator: Double(possible), n: people.count, thresholds),
            Measure("exchange_candidates", of: "no_lead", Double(peers), n: people.count, thresholds),
            Measure("exchange_candidates", of: "lead", Double(withLead), n: everybody.count, thresholds),
            Measure(
                "ei", of: "no_lead", mixing.index, numerator: Double(mixing.external),
                denominator: Double(mixing.external + mixing.internal), n: schools.count, chance: mixing.expected,
                note: mixing.index == nil ? .undefined : nil, thresholds),
            Measure(
                "ei_beyond_chance", of: "no_lead",
                mixing.index.flatMap { index in mixing.expected.map { index - $0 } }, n: schools.count,
                note: mixing.index == nil ? .undefined : nil, thresholds),
        ]
    }

    /// Time that was spoken by few who are counted only is in none: it would be left of all turns without those of everybody
    /// else.
    func talk(_ fewest: Int) -> [Measure] {
        let n = everybody.count
        var budget = budget
        if record.isCountedOfFew(fewest) {
            let own = record.acts.filter { $0.person == .counted && $0.kind == .talkTurn }
            budget.turnSeconds -= own.reduce(0) { $0 + Double($1.milliseconds ?? 0) / 1000 }
        }
        func share(_ name: String, _ part: Double, _ whole: Double) -> Measure {
            Measure(
                name, of: "all", whole > 0 ? part / whole : nil, numerator: part, denominator: whole, n: n, thresholds)
        }
        return [
            share("talk_planned", budget.plannedTalk, budget.planned),
            share("talk_actual", budget.actualTalk, budget.actual),
            Measure(
                "lead_turn_share", of: "lead", budget.leadShare, numerator: budget.leadSeconds,
                denominator: budget.turnSeconds, n: n, note: budget.leadShare == nil ? .notNoted : nil, thresholds),
        ]
    }

    /// Of fewer pairs than may be shown nothing: a mean of few tells of each.
    func outcomes(_ fewest: Int) -> [Measure] {
        record.confidence.flatMap { asked in
            let own = asked.change
            let id = "\(asked.key).\(asked.sentence + 1)"
            func row(_ name: String, _ value: Double?, low: Double? = nil, high: Double? = nil) -> Measure {
                let row = Measure(
                    name, .item, id, of: "answered_both", value, n: own.n, low: low, high: high,
                    note: value == nil ? .undefined : nil, thresholds)
                return own.n < fewest ? row.withheld : row
            }
            return [
                Measure(
                    "confidence_first_only", .item, id, of: "no_lead", Double(own.firstOnly), n: own.firstOnly,
                    thresholds),
                Measure(
                    "confidence_last_only", .item, id, of: "no_lead", Double(own.secondOnly), n: own.secondOnly,
                    thresholds),
                row("confidence_change", own.mean, low: own.low, high: own.high),
                row("confidence_first", own.meanFirst), row("confidence_last", own.meanSecond),
                row("confidence_deviation", own.deviation), row("confidence_dz", own.dz),
                row("confidence_dav", own.dav), row("confidence_dav_corrected", own.corrected),
                row("confidence_wilcoxon_p", own.wilcoxon),
            ]
        }
    }

    /// Where people came with their kits: how many reached each state, and how often somebody was helped. Of fewer than
    /// `fewest` nothing.
    func kits(_ fewest: Int) -> [Measure] {
        let people = Set(participants.map(\.id))
        let own = Dictionary(grouping: record.kits.filter { people.contains($0.person) }) { $0.segment }
        return record.segments.filter { own[$0.id] != nil }.flatMap { segment in
            // Whoever joined with two entries used both, and is one.
            let states = Dictionary(grouping: own[segment.id] ?? [], by: \.person).values.map { tracks in
                tracks.reduce(into: Set<KitState>()) { $0.formUnion($1.states) }
            }
            let n = states.count
            let id = segment.id.rawValue
            let helped = record.acts.count { $0.kind == .helpDone && $0.object == id }
            let rows =
                KitState.allCases.map { state in
                    Measure(
                        "kit_reached_\(state.rawValue)", .kit, id, of: "no_lead",
                        share: states.count { $0.contains(state) }, of: n, n: n, thresholds)
                } + [Measure("kit_helped", .kit, id, of: "all", Double(helped), n: n, thresholds)]
            return n < fewest ? rows.map(\.withheld) : rows
        }
    }

    /// What is said of one person, for their own record and for tables of pseudonyms: never shown beside others'.
    public var ofPeople: [Measure] {
        everybody.flatMap { person in
            let id = person.id.rawValue
            let subset = person.isLead ? "lead" : "no_lead"
            let own = opportunities.filter { $0.person == person.id && $0.isOffered }
            let bins = minutes[person.id] ?? ActiveMinutes()
            func row(_ name: String, _ value: Int) -> Measure {
                Measure(name, .person, id, of: subset, Double(value), thresholds)
            }
            return [
                row("presence_seconds", Int(person.presence / 1000)),
                Measure(
                    "uptake", .person, id, of: subset, share: own.count(where: \.isTaken), of: own.count, n: 1,
                    thresholds),
                Measure(
                    "active_minutes", .person, id, of: subset, Double(bins.active), numerator: Double(bins.active),
                    denominator: Double(bins.present), thresholds),
                row("made", Counted.made.count(acts[person.id] ?? [])),
                row("acts", Counted.acts.count(acts[person.id] ?? [])),
            ]
        }
    }
}

extension ActiveMinutes {
    init() {}
}
