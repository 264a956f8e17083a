// Knows when somebody was there, when the log would have seen an act of theirs, and what was offered to them.

import Meetings

extension ParticipationRecord {
    /// Milliseconds somebody was there within those stretches.
    func presence(of person: Attender, in spans: [Stretch]) -> Instant { person.stays.stretches.common(spans) }

    /// Whether the log would have seen an act: for half of the time at least they had a connected device of their own.
    /// Nobody is assigned to a scribe by name, so a scribe in the room makes nobody observable. A recording shows
    /// whoever speaks.
    func isObservable(_ person: Attender, in spans: [Stretch]) -> Bool {
        if recording != nil { return true }
        let present = presence(of: person, in: spans)
        guard present > 0 else { return false }
        return Double(observed(person, in: spans)) >= thresholds.observableShare * Double(present)
    }

    /// Milliseconds of them in which a device of theirs was connected.
    func observed(_ person: Attender, in spans: [Stretch]) -> Instant {
        recording != nil
            ? presence(of: person, in: spans)
            : person.stays.filter(\.hasDevice).map(\.stretch).common(spans)
    }

    /// Over the whole meeting.
    public func isObservable(_ person: Attender) -> Bool { isObservable(person, in: sittings) }
}

/// One person before one item: whether it was offered to them, and whether they took it.
public struct Opportunity: Equatable, Sendable {
    public var person: PersonID
    public var isLead: Bool
    public var item: String
    public var kind: OfferedItem.Kind
    public var segment: SegmentID?
    /// Whole seconds it was open.
    public var openSeconds: Int
    /// Whole seconds they were there meanwhile.
    public var presentSeconds: Int
    public var isObservable: Bool
    /// They were there for long enough (`Thresholds.presentSeconds`).
    public var isOffered: Bool
    /// At least one act of theirs answered it; of an anonymous item that they answered, and nothing more.
    public var isTaken: Bool
    /// How they took part for most of the meeting.
    public var attendance: AttendanceMode
}

extension ParticipationRecord {
    /// Everybody whom figures are about before every item that was open, but for outcomes, which are no participation.
    /// Items address everybody in the meeting.
    var opportunities: [Opportunity] {
        let answered = Set(
            acts.filter { $0.mode.map { $0 >= .acted } == true }.compactMap { act in
                act.object.map { "\($0) \(act.person.rawValue)" }
            })
        let people = attended(leads: true)
        return items.filter { !$0.isOutcome && !$0.spans.isEmpty }.flatMap { item in
            people.map { person in
                let present = presence(of: person, in: item.spans)
                return Opportunity(
                    person: person.id, isLead: person.isLead, item: item.id, kind: item.kind, segment: item.segment,
                    openSeconds: Int(item.spans.length / 1000), presentSeconds: Int(present / 1000),
                    isObservable: isObservable(person, in: item.spans),
                    isOffered: present >= thresholds.presentSeconds.milliseconds,
                    isTaken: item.sealed.contains(person.id)
                        || answered.contains("\(item.id) \(person.id.rawValue)"),
                    attendance: person.attendance)
            }
        }
    }
}
