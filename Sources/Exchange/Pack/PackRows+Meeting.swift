// Knows how the record of a meeting becomes rows: who was there, what was on, what was offered and done.

import Analytics
import Meetings

/// The rows that one meeting adds to a pack.
struct PackMeetingRows {
    let meeting: PackMeeting
    let pseudonyms: PackPseudonyms
    let measures: MeetingMeasures
    private var record: ParticipationRecord { meeting.record }

    init(_ meeting: PackMeeting, _ pseudonyms: PackPseudonyms) {
        (self.meeting, self.pseudonyms) = (meeting, pseudonyms)
        measures = MeetingMeasures(meeting.record)
    }

    /// Everybody of whom a pack may tell something, in order: nobody who chose to be counted only. Of whoever was erased
    /// only the pseudonym is left, with what was counted.
    var people: [Attender] {
        record.people.values.filter { $0.id != .counted }.sorted { $0.id < $1.id }
    }

    func pseudonym(_ id: PersonID) -> String? {
        record.people[id] != nil && id != .counted ? pseudonyms.person(id) : nil
    }

    // MARK: The meeting

    var row: PackMeetingRow {
        let attended = record.attended()
        let modes = attended.reduce(into: [String: Int]()) { $0[$1.attendance.rawValue, default: 0] += 1 }
        return PackMeetingRow(
            meeting: meeting.id, series: meeting.series?.rawValue, title: meeting.title,
            isRecorded: record.recording != nil, hasClock: record.hasClock,
            plannedStart: record.hasClock ? record.plannedStart : nil, start: record.began,
            end: record.hasClock ? record.endedAt : nil, zone: meeting.zone,
            plannedMinutes: Double(record.segments.reduce(0) { $0 + $1.plannedSeconds }) / 60,
            actualMinutes: Double(record.length) / 60_000,
            leads: record.attended(leads: true).count - attended.count, attended: attended.count,
            counted: record.countedPeople,
            observable: attended.count(where: record.isObservable), modes: modes,
            definitions: record.thresholds.definitionsVersion)
    }

    var segments: [PackSegmentRow] {
        let asked = record.items.reduce(into: [SegmentID: Int]()) { counts, item in
            if let segment = item.segment { counts[segment, default: 0] += 1 }
        }
        return record.segments.map {
            PackSegmentRow(
                meeting: meeting.id, segment: $0.id.rawValue, n: $0.n, kind: $0.kind.rawValue,
                planned: $0.plannedSeconds, actual: seconds($0.length), prompts: asked[$0.id] ?? 0)
        }
    }

    var spans: [PackSpanRow] {
        spans(.meeting, meeting.id, record.sittings)
            + record.segments.flatMap { spans(.segment, $0.id.rawValue, $0.spans) }
            + record.items.flatMap { spans(.item, $0.id, $0.spans) }
    }

    private func spans(_ what: PackSpanRow.What, _ id: String, _ stretches: [Stretch]) -> [PackSpanRow] {
        stretches.enumerated().map { index, stretch in
            PackSpanRow(meeting: meeting.id, what: what, id: id, n: index + 1, from: stretch.from, to: stretch.to)
        }
    }

    // MARK: People

    var participations: [PackParticipationRow] {
        let attended = Set(record.attended(leads: true).map(\.id))
        return people.map { person in
            PackParticipationRow(
                meeting: meeting.id, person: pseudonyms.person(person.id),
                role: person.isTable ? .table : person.isGuest ? .guest : person.isLead ? .lead : .participant,
                mode: person.attendance.rawValue, isAttended: attended.contains(person.id),
                isRemoved: person.isRemoved, isObservable: record.isObservable(person),
                present: seconds(person.presence),
                observable: seconds(person.stays.filter { $0.hasDevice || record.recording != nil }.stretches.length),
                school: person.school.map(pseudonyms.school), phase: person.phase?.rawValue)
        }
    }

    var attendance: [PackAttendanceRow] {
        people.flatMap { person in
            person.stays.enumerated().map { index, stay in
                PackAttendanceRow(
                    person: pseudonyms.person(person.id), meeting: meeting.id, interval: index + 1, join: stay.from,
                    leave: stay.to, reason: stay.reason?.rawValue, mode: stay.mode.rawValue, hasDevice: stay.hasDevice,
                    source: stay.source.rawValue)
            }
        }
    }

    var opportunities: [PackOpportunityRow] {
        measures.opportunities.compactMap { one in
            pseudonym(one.person).map { person in
                PackOpportunityRow(
                    person: person, meeting: meeting.id, item: one.item, segment: one.segment?.rawValue,
                    kind: one.kind.rawValue, open: one.openSeconds, present: one.presentSeconds,
                    isObservable: one.isObservable, isOffered: one.isOffered, isTaken: one.isTaken)
            }
        }
    }

    // MARK: Acts

    /// Whether people who are counted only are so few that their acts, even without a name, would tell of one of them.
    var isCountedOfFew: Bool { record.isCountedOfFew(record.thresholds.fewestShown) }

    var events: [PackEventRow] {
        let items = Set(record.items.map(\.id))
        let acts = isCountedOfFew ? record.acts.filter { $0.person != .counted } : record.acts
        let makers = Dictionary(acts.map { ($0.sequence, $0.person) }) { first, _ in first }
        return acts.map { act in
            PackEventRow(
                meeting: meeting.id, sequence: act.sequence, at: act.at, person: pseudonym(act.person),
                scope: act.scope.rawValue, mode: act.attendance.rawValue, segment: act.segment?.rawValue,
                place: place(act.group), kind: act.kind.rawValue, icap: act.mode?.rawValue,
                item: act.object.flatMap { items.contains($0) ? $0 : nil }, words: act.words,
                milliseconds: act.milliseconds.map { Int($0) }, re: act.re.flatMap { makers[$0] == nil ? nil : $0 },
                rePerson: act.re.flatMap { makers[$0] }.flatMap(pseudonym), source: act.source.rawValue)
        }
    }

    var exchanges: [PackExchangeRow] {
        record.exchanges.enumerated().compactMap { index, exchange in
            guard let u = pseudonym(exchange.u), let v = pseudonym(exchange.v) else { return nil }
            return PackExchangeRow(
                id: "\(meeting.id)-\(index + 1)", meeting: meeting.id, u: min(u, v), v: max(u, v),
                segment: exchange.segment?.rawValue, place: place(exchange.group), acts: exchange.acts.count,
                includesLead: exchange.includesLead, basis: exchange.basis.rawValue)
        }
    }

    private func place(_ group: GroupID?) -> String { group?.rawValue ?? "plenary" }

    func seconds(_ milliseconds: Instant) -> Double { Double(milliseconds) / 1_000 }
}
