// Knows all figures of one meeting, each as a row that says of whom it is, out of how many and with which definitions.

import Meetings

/// The figures of a meeting, worked out once from its record.
public struct MeetingMeasures: Sendable {
    public let record: ParticipationRecord
    public let opportunities: [Opportunity]
    public let modes: SegmentModes
    /// Of participants; of leads their own.
    public let staying: Staying
    public let budget: TalkMinutes
    /// By person, leads too: bins with an act.
    public let minutes: [PersonID: ActiveMinutes]
    /// Acts that count as participation, by person, leads too.
    let acts: [PersonID: [Act]]
    let observable: Set<PersonID>
    let everybody: [Attender]

    /// The figures of a record.
    public init(_ record: ParticipationRecord) {
        self.record = record
        everybody = record.attended(leads: true)
        opportunities = record.opportunities
        modes = SegmentModes(record, opportunities)
        staying = Staying(record)
        budget = TalkMinutes(record)
        let acts = record.participation(leads: true)
        self.acts = acts
        minutes = Dictionary(
            uniqueKeysWithValues: everybody.map { ($0.id, ActiveMinutes(record, $0, acts[$0.id] ?? [])) })
        observable = Set(everybody.filter(record.isObservable).map(\.id))
    }

    var thresholds: Thresholds { record.thresholds }
    var participants: [Attender] { everybody.filter { !$0.isLead } }

    /// Everything that is said of the meeting as a whole, of its items and of what was offered in it; of nobody alone.
    ///
    /// - Parameters:
    ///   - fewest: of fewer people no subgroup is shown, nor what would be left without it.
    ///   - returning: who was at an earlier meeting of the series; nil where that is not known.
    public func all(fewest: Int? = nil, returning: Set<PersonID>? = nil) -> [Measure] {
        let fewest = fewest ?? thresholds.fewestShown
        let said = heads + sums(fewest) + spreads + subgroups(fewest, returning) + ties
        // A recording says neither when somebody went nor what was offered to them.
        guard record.recording == nil else { return said }
        return said + times + uptake(fewest) + modeMinutes + leaving + talk(fewest) + outcomes(fewest) + kits(fewest)
    }

    // MARK: Who

    private var heads: [Measure] {
        let (people, leads) = (participants, everybody.count - participants.count)
        let seen = people.count { observable.contains($0.id) }
        let all = people.count + record.countedPeople
        let isKnown = Double(seen) >= thresholds.fewestObservableShare * Double(people.count)
        let note: Measure.Note? = isKnown ? nil : .tooLittleToJudge
        return [
            Measure("attended", of: "no_lead", Double(all), n: all, thresholds),
            Measure("leads", of: "lead", Double(leads), n: leads, thresholds),
            Measure("counted_only", of: "no_lead", Double(record.countedPeople), n: record.countedPeople, thresholds),
            Measure(
                "observable", of: "no_lead", share: seen, of: people.count, n: people.count, note: note, thresholds),
            Measure(
                "removed", of: "all", Double(record.people.values.count { $0.isRemoved }), n: everybody.count,
                thresholds),
            Measure(
                "erased", of: "all", Double(record.people.values.count { $0.isErased }), n: everybody.count,
                thresholds),
        ]
    }

    private var times: [Measure] {
        let people = participants
        var rows = [
            Measure(
                "person_minutes", of: "no_lead", people.reduce(0) { $0 + Double($1.presence) / 60_000 },
                n: people.count, thresholds),
            Measure("minutes_open", of: "all", Double(record.length) / 60_000, n: everybody.count, thresholds),
        ]
        if let scheduled = record.scheduledSeconds, scheduled > 0, !people.isEmpty {
            let stay = people.reduce(0) { $0 + min(1, Double($1.presence) / 1000 / Double(scheduled)) }
            rows.append(Measure("stay", of: "no_lead", stay / Double(people.count), n: people.count, thresholds))
        }
        return rows
    }

    // MARK: Offered and taken

    /// Who was offered something and took it, in a set of opportunities. Who could not be seen is not among them even if they
    /// took it: of such people nobody is known who did not.
    private func share(
        _ name: String, _ scope: Measure.Scope = .meeting, _ id: String? = nil, of subset: String,
        _ those: [Opportunity]
    ) -> Measure {
        let offered = those.filter { $0.isOffered && $0.isObservable }
        return Measure(
            name, scope, id, of: subset, share: offered.count(where: \.isTaken), of: offered.count,
            n: Set(offered.map(\.person)).count, thresholds)
    }

    private func uptake(_ fewest: Int) -> [Measure] {
        let own = opportunities.filter { !$0.isLead }
        var rows = [
            share("uptake", of: "observable_no_lead", own),
            share("uptake", of: "observable_with_leads", opportunities),
        ]
        for item in record.items where !item.isOutcome {
            rows.append(share("uptake", .item, item.id, of: "observable_no_lead", own.filter { $0.item == item.id }))
            let unseen = own.count { $0.item == item.id && $0.isOffered && !$0.isObservable }
            rows.append(
                Measure("not_observable", .item, item.id, of: "no_lead", Double(unseen), n: unseen, thresholds))
        }
        for segment in record.held where own.contains(where: { $0.segment == segment.id }) {
            rows.append(
                share(
                    "uptake", .segment, segment.id.rawValue, of: "observable_no_lead",
                    own.filter { $0.segment == segment.id }))
        }
        let places = Dictionary(grouping: own) { Figures.Place($0.attendance) }
        let shares = Figures.Place.allCases.compactMap { place in
            places[place].map { share("uptake", of: place.rawValue, $0) }
        }
        let isOfFew = Self.isOfFew(shares.compactMap(\.n), fewest)
        return rows + shares.map { isOfFew ? $0.withheld : $0 }
    }

    /// Whether one of several parts is of fewer people than may be shown. Then none is: it could be computed from the others
    /// and their sum.
    static func isOfFew(_ parts: [Int], _ fewest: Int) -> Bool { parts.contains { $0 > 0 && $0 < fewest } }

    // MARK: Modes

    private var modeMinutes: [Measure] {
        [("no_lead", false), ("with_leads", true)].flatMap { subset, leads in
            rows(modes.minutes(leads: leads), .meeting, nil, subset, everybody.count { leads || !$0.isLead })
        }
            + record.held.flatMap { segment in
                rows(
                    modes.minutes(in: segment.id), .segment, segment.id.rawValue, "no_lead",
                    modes.people(in: segment.id).filter { $0.key != .absent }.values.reduce(0, +))
            }
    }

    private func rows(
        _ minutes: [SegmentMode: Double], _ scope: Measure.Scope, _ id: String?, _ subset: String, _ n: Int
    ) -> [Measure] {
        let seen = minutes.filter { $0.key.isSeen }.values.reduce(0, +)
        return SegmentMode.allCases.filter { $0 != .absent }.map { mode in
            let own = minutes[mode] ?? 0
            return Measure(
                "minutes_\(mode.word)", scope, id, of: subset, own, numerator: own,
                denominator: mode.isSeen && seen > 0 ? seen : nil, n: n, thresholds)
        }
    }
}
