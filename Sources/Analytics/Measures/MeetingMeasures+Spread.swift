// Knows how what was counted is spread over people, and over subgroups of them.

import Meetings

extension MeetingMeasures {
    /// What can be counted of a person.
    enum Counted: String, CaseIterable {
        /// Acts of mode C or I?.
        case made
        /// Every act.
        case acts
        case turns
        case turnSeconds = "turn_seconds"
        case spokenWords = "spoken_words"
        case writtenWords = "written_words"

        /// Whether it counts single acts, which chance could deal out one by one.
        var isOfActs: Bool {
            switch self {
            case .made, .acts, .turns: true
            case .turnSeconds, .spokenWords, .writtenWords: false
            }
        }

        /// Whether a lead or a transcript notes it, of people without a device too.
        var isOfSpeech: Bool {
            switch self {
            case .turns, .turnSeconds, .spokenWords: true
            case .made, .acts, .writtenWords: false
            }
        }

        func count(_ acts: [Act]) -> Int {
            switch self {
            case .made: acts.count { $0.mode.map { $0 >= .made } == true }
            case .acts: acts.count
            case .turns: acts.count { $0.kind == .talkTurn }
            case .turnSeconds: acts.reduce(0) { $0 + Int(($1.milliseconds ?? 0) / 1000) }
            case .spokenWords: acts.reduce(0) { $0 + ($1.kind == .talkTurn ? $1.words ?? 0 : 0) }
            case .writtenWords: acts.reduce(0) { $0 + ($1.kind == .talkTurn ? 0 : $1.words ?? 0) }
            }
        }
    }

    func counts(_ counted: Counted, leads: Bool = false) -> [PersonID: Int] {
        Dictionary(
            uniqueKeysWithValues: everybody.filter { leads || !$0.isLead }.map {
                ($0.id, counted.count(acts[$0.id] ?? []))
            })
    }

    /// Sums of whom no spread tells: who chose to be counted only, what a table did together; and of everybody. Where those
    /// who are counted only are few, neither theirs nor that of everybody, of which theirs would be left.
    func sums(_ fewest: Int) -> [Measure] {
        let own = record.acts.filter { $0.mode.map { $0 >= .acted } == true }
        let people = Set(everybody.map(\.id))
        let counted = own.filter { $0.person == .counted }
        let tables = own.filter { $0.scope == .table }
        let all = counted + tables + own.filter { people.contains($0.person) }
        let isWithheld = record.isCountedOfFew(fewest)
        let parts: [(String, [Act], Int, Bool)] = [
            ("counted_only", counted, record.countedPeople, isWithheld),
            ("table", tables, Set(tables.map(\.person)).count, false),
            ("everybody", all, everybody.count + record.countedPeople, isWithheld),
        ]
        return Counted.allCases.flatMap { kind in
            parts.map { subset, acts, n, isWithheld in
                let row = Measure("sum_\(kind.rawValue)", of: subset, Double(kind.count(acts)), n: n, thresholds)
                return isWithheld ? row.withheld : row
            }
        }
    }

    /// With and without leads, over all who could be seen and over those above nought.
    var spreads: [Measure] {
        Counted.allCases.flatMap { counted in
            [("no_lead", false), ("with_leads", true)].flatMap { suffix, leads in
                let all = counts(counted, leads: leads).filter { observable.contains($0.key) || $0.value > 0 }
                return spread(counted, "observable_\(suffix)", all) + activeSpread(counted, "active_\(suffix)", all)
            }
        }
    }

    private func distribution(_ counts: [PersonID: Int], _ counted: Counted) -> Distribution {
        Distribution(
            Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) }), isOfActs: counted.isOfActs)
    }

    private func spread(_ counted: Counted, _ subset: String, _ counts: [PersonID: Int]) -> [Measure] {
        let own = distribution(counts, counted)
        let name = counted.rawValue
        func row(_ figure: String, _ value: Double?, chance: Double? = nil) -> Measure {
            Measure(
                "\(figure)_\(name)", of: subset, value, n: own.n, chance: chance,
                note: value == nil ? .undefined : nil, thresholds)
        }
        return [
            row("sum", Double(own.sum)), row("gini", own.gini, chance: own.giniChance),
            row("gini_corrected", own.giniCorrected), row("evenness", own.evennessAll),
            row("evenness_active", own.evennessActive), row("top_share", own.topShare),
            row("n_half", own.nHalf.map(Double.init)),
            row("dominance", own.topShare.map { $0 * Double(own.n) }),
        ]
    }

    private func activeSpread(_ counted: Counted, _ subset: String, _ counts: [PersonID: Int]) -> [Measure] {
        let own = distribution(counts.filter { $0.value > 0 }, counted)
        return [
            Measure(
                "gini_\(counted.rawValue)", of: subset, own.gini, n: own.n, chance: own.giniChance,
                note: own.gini == nil ? .undefined : nil, thresholds)
        ]
    }

    // MARK: Subgroups

    /// By how people took part, by phase, and new or returning; none of a kind where one is
    /// of fewer than `fewest`.
    func subgroups(_ fewest: Int, _ returning: Set<PersonID>?) -> [Measure] {
        var kinds: [(Attender) -> String?] = [
            { Figures.Place($0.attendance).rawValue }, { $0.phase.map { "phase_\($0.rawValue)" } },
        ]
        if let returning { kinds.append { returning.contains($0.id) ? "returning" : "new" } }
        return [Counted.made, .turns, .turnSeconds, .spokenWords].flatMap { counted in
            kinds.flatMap { kind in
                let parts = record.representation(
                    of: counts(counted), isOfSeen: !counted.isOfSpeech, by: kind)
                // Those who are in no subgroup are a part as well.
                let rest = (parts.first?.n ?? 0) - parts.reduce(0) { $0 + $1.people }
                let isOfFew = Self.isOfFew(parts.map(\.people) + [rest], fewest)
                return parts.map { own in
                    let row = Measure(
                        own.minutes == nil ? "represent_heads_\(counted.rawValue)" : "represent_\(counted.rawValue)",
                        of: own.subgroup, own.value, numerator: Double(own.count), denominator: Double(own.sum),
                        n: own.people,
                        note: own.value == nil ? .undefined : own.minutes == nil ? .byHeads : nil, thresholds)
                    return isOfFew ? row.withheld : row
                }
            }
        }
    }
}
