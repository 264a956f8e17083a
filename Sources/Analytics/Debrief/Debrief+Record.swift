// Knows how the figures of a meeting's page come from its participation record; what each figure is stands with its
// measure.

import Meetings

extension Debrief {
    /// The figures of a meeting; nil of a recording that only knows an order.
    ///
    /// - Parameter reading: the whole log, read once.
    public init?(_ reading: MeetingReading) {
        let record = reading.record
        guard record.hasClock, record.openedAt != nil else { return nil }
        let view = DebriefView(MeetingMeasures(record))
        people = view.people
        items = view.items
        seconds = Int(record.length / 1000)
        sittings = record.sittings.map { [$0.from, $0.to] }
        presence = view.presence
        leaving = view.leaving
        bands = view.bands
        comparisons = view.comparisons
        pairs = view.pairs
        let figures = Figures(reading.participation)
        isTalkNoted = figures.areTurnsNoted
        if let gini = figures.turns.gini, let chance = figures.turns.giniChance, let half = figures.turns.nHalf {
            talk = Talk(turns: figures.turns.sum, half: half, people: figures.turns.n, gini: gini, chance: chance)
        }
    }
}

/// The measures of one meeting, looked at for what a page shows of it.
struct DebriefView {
    private let measures: MeetingMeasures
    private var record: ParticipationRecord { measures.record }
    /// Whom figures are about, without those who led.
    private let attenders: [Attender]
    /// Of them those of whom anything was seen, anonymous answers too.
    private let actors: Set<PersonID>
    /// Where each item stands in the agenda.
    private let places: [SegmentID: Int]

    init(_ measures: MeetingMeasures) {
        self.measures = measures
        let record = measures.record
        attenders = measures.participants
        let sealed = record.items.reduce(into: Set<PersonID>()) { $0.formUnion($1.sealed) }
        actors = Set(measures.acts.keys).union(sealed).intersection(attenders.map(\.id))
        places = Dictionary(record.segments.enumerated().map { ($1.id, $0) }) { one, _ in one }
    }

    private func place(_ person: Attender) -> Figures.Place { Figures.Place(person.attendance) }
    private func seconds(_ at: Instant) -> Int { Int(record.elapsed(at) / 1000) }

    // MARK: People and items

    var people: Debrief.People {
        let offered = Set(measures.opportunities.filter { $0.isOffered && !$0.isLead }.map(\.person))
        let idle = attenders.filter { !actors.contains($0.id) }
        var people = Debrief.People()
        people.attended = attenders.count + record.countedPeople
        people.leads = measures.everybody.count - attenders.count
        people.guests = record.people.values.count { $0.isGuest && $0.isSeen && !$0.isRemoved }
        people.counted = record.countedPeople
        people.room = attenders.count { place($0) == .room }
        people.call = attenders.count { place($0) == .remote }
        people.offered = offered.count
        people.acted = actors.count
        people.notOffered = idle.count { !offered.contains($0.id) && measures.observable.contains($0.id) }
        people.notObservable = idle.count { !measures.observable.contains($0.id) }
        people.leftEarly = measures.staying.early
        return people
    }

    var items: [Debrief.Item] {
        record.segments.map { segment in
            Debrief.Item(
                kind: segment.kind, title: segment.title, planned: segment.plannedSeconds,
                spans: segment.spans.map { [seconds($0.from), seconds($0.to)] })
        }
    }

    var leaving: [Debrief.Leaving] {
        measures.staying.dropOff.compactMap { drop in
            places[drop.segment].map { Debrief.Leaving(item: $0, atRisk: drop.atRisk, left: drop.left) }
        }
    }

    /// Nothing is done in a break, and nobody is told of who does nothing in it.
    var bands: [Debrief.Band] {
        record.held.filter { $0.kind != .pause }.compactMap { segment in
            let counts = measures.modes.people(in: segment.id)
            func count(_ kinds: SegmentMode...) -> Int { kinds.reduce(0) { $0 + (counts[$1] ?? 0) } }
            let band = places[segment.id].map {
                Debrief.Band(
                    item: $0, made: count(.made, .exchanged), acted: count(.acted), received: count(.received),
                    notOffered: count(.notOffered), notObservable: count(.notObservable))
            }
            return band.flatMap { $0.all > 0 ? $0 : nil }
        }
    }

    // MARK: Presence

    var presence: [Debrief.Line] {
        let lines = Debrief.Line.Place.allCases.compactMap { place -> Debrief.Line? in
            let stays = attenders.flatMap(\.stays).filter { Self.line($0.mode) == place }
            return stays.isEmpty ? nil : Debrief.Line(place: place, steps: steps(stays))
        }
        return lines
    }

    private static func line(_ mode: AttendanceMode) -> Debrief.Line.Place {
        switch Figures.Place(mode) {
        case .room: .room
        case .remote: .call
        case .unknown: .unknown
        }
    }

    /// How many were there, whenever that changed; that all go at the end is no step.
    private func steps(_ stays: [Stay]) -> [[Int]] {
        let end = Int(record.length / 1000)
        var changes: [Int: Int] = [0: 0]
        for stay in stays {
            changes[seconds(stay.from), default: 0] += 1
            changes[seconds(stay.to), default: 0] -= 1
        }
        var now = 0
        var steps: [[Int]] = []
        for (at, change) in changes.sorted(by: { $0.key < $1.key }) where at < end {
            now += change
            if steps.isEmpty || change != 0 { steps.append([at, now]) }
        }
        return steps
    }

    // MARK: Room and call

    var comparisons: [Debrief.Comparison] {
        let seen = attenders.filter { measures.observable.contains($0.id) }
        let made = measures.counts(.made)
        var comparisons = [
            compare(.acted, seen) { actors.contains($0.id) }, compare(.made, seen) { made[$0.id] ?? 0 > 0 },
        ]
        if !record.groups.isEmpty {
            let grouped = grouped
            comparisons.append(compare(.group, attenders) { grouped.contains($0.id) })
        }
        let kits = Dictionary(grouping: record.kits, by: \.person)
        let offered = Set(
            measures.opportunities.filter { $0.kind == .kit && $0.isOffered && $0.isObservable }.map(\.person))
        let users = attenders.filter { offered.contains($0.id) }
        if !users.isEmpty {
            comparisons.append(compare(.kit, users) { kits[$0.id]?.contains { $0.states.contains(.working) } == true })
        }
        comparisons.append(
            compare(.stayed, attenders.filter { !$0.stays.isEmpty }) { !Staying.isEarly($0, in: record) })
        return comparisons.filter { $0.room.all > 0 && $0.call.all > 0 }
    }

    private func compare(
        _ deed: Debrief.Comparison.Deed, _ people: [Attender], _ did: (Attender) -> Bool
    ) -> Debrief.Comparison {
        func part(_ place: Figures.Place) -> Debrief.Part {
            let own = people.filter { self.place($0) == place }
            return Debrief.Part(own.count(where: did), of: own.count)
        }
        return Debrief.Comparison(deed, room: part(.room), call: part(.remote))
    }

    // MARK: Groups

    /// Pairs who were in one group for long enough, of those who did not lead.
    private var together: [Pair] {
        let own = Set(attenders.map(\.id))
        let least = record.thresholds.tieGroupSeconds.milliseconds
        return record.sums.filter { $1.together >= least && own.isSuperset(of: [$0.u, $0.v]) }.keys.sorted()
    }

    private var grouped: Set<PersonID> { Set(together.flatMap { [$0.u, $0.v] }) }

    var pairs: Debrief.Pairs? {
        guard !record.groups.isEmpty else { return nil }
        let together = together
        let known = Dictionary(uniqueKeysWithValues: attenders.map { ($0.id, $0) })
        var pairs = Debrief.Pairs()
        pairs.all = together.count
        let schools = known.compactMapValues(\.school)
        let mixing = ExternalInternal(together, schools: schools)
        let said = mixing.external + mixing.internal
        if said > 0, mixing.cross > 0 {
            pairs.schools = Debrief.Part(mixing.external, of: said)
            let chance = Double(mixing.cross) / Double(mixing.cross + mixing.within)
            pairs.schoolsByChance = Int((Double(said) * chance).rounded())
        }
        let sides = together.compactMap { pair -> Bool? in
            guard let one = known[pair.u].map(place), let other = known[pair.v].map(place), one != .unknown,
                other != .unknown
            else { return nil }
            return one != other
        }
        if !sides.isEmpty { pairs.places = Debrief.Part(sides.count { $0 }, of: sides.count) }
        return pairs
    }
}
