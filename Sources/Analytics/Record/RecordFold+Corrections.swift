// Knows how what people say of their own record changes it: acts that were not theirs are nobody's, and who was in the room
// without a device was there. What the log holds stays; this is what is read from it.

import Meetings

extension RecordFold {
    mutating func note(_ fact: RecordCorrected) {
        let id = identity(fact.person)
        guard id != .counted else { return }
        corrections[id] = (corrections[id] ?? []).with(RecordCorrection(claim: fact.claim, segment: fact.segment))
    }

    /// To be called once everything else is known.
    mutating func correct() {
        for (former, said) in corrections.sorted(by: { $0.key < $1.key }) {
            let id = identity(former)
            for one in said { correct(one, of: id) }
        }
    }

    private mutating func correct(_ one: RecordCorrection, of id: PersonID) {
        switch one.claim {
        case .wasHere:
            let spans = one.segment.map { id in record.segments.first { $0.id == id }?.spans ?? [] }
            let told = (spans ?? record.sittings).map {
                Stay(
                    from: $0.from, to: $0.to, mode: .roomNoDevice, source: .selfReport, reason: nil, hasDevice: false)
            }
            let stays = (record.people[id]?.stays ?? []) + told
            let gap = record.thresholds.gapSeconds.milliseconds
            record.people[id]?.stays = stays.united(gap: gap).within(record.sittings)
            record.people[id]?.isSeen = true
        case .notMe:
            disown(id, in: one.segment)
            guard one.segment == nil else { break }
            record.people[id]?.stays = []
            record.people[id]?.isSeen = false
        case .takenBack: break
        }
    }

    /// Nothing that was done in that item, or in any, is theirs: neither acts nor answers, with or without a name.
    private mutating func disown(_ id: PersonID, in segment: SegmentID?) {
        func isIn(_ place: SegmentID?) -> Bool { segment == nil || place == segment }
        record.acts.removeAll { $0.person == id && isIn($0.segment) }
        record.kits.removeAll { $0.person == id && isIn($0.segment) }
        for index in record.items.indices where isIn(record.items[index].segment) {
            record.items[index].sealed.remove(id)
        }
        let asked = Set(record.items.filter { isIn($0.segment) }.map(\.id))
        record.outcomes.removeAll { $0.person == id && (segment == nil || asked.contains($0.prompt)) }
    }
}
