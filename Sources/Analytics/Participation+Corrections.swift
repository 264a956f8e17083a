// Knows what acts are left of people once they have said which were not theirs: those are nobody's, as in the record of
// participation (`RecordFold+Corrections`).

import Meetings

extension Participation {
    /// Without what people say was not them.
    var corrected: Participation {
        guard !corrections.isEmpty else { return self }
        var own = self
        for (former, said) in corrections.sorted(by: { $0.key < $1.key }) {
            let id = own.person(former)
            for one in said where one.claim == .notMe && own.people[id] != nil { own.disown(id, in: one.segment) }
        }
        return own
    }

    /// Nothing that was done in that item, or in any, is theirs; who was not there at all did not attend.
    private mutating func disown(_ id: PersonID, in segment: SegmentID?) {
        func isIn(_ place: SegmentID?) -> Bool { segment == nil || place == segment }
        let parts = parts[id] ?? [:]
        for (place, acts) in parts where isIn(place) {
            people[id]?.take(away: acts)
            self.parts[id]?[place] = nil
            if let place { items[place]?.words -= acts.words }
        }
        for run in runs where run.person == id && isIn(run.segment) {
            if let place = run.segment { items[place]?.turns -= 1 }
        }
        for place in items.keys where isIn(place) { items[place]?.speakers.remove(id) }
        runs.removeAll { $0.person == id && isIn($0.segment) }
        for index in runs.indices {
            runs[index].isAdjacent = index > 0 && runs[index - 1].segment == runs[index].segment
        }
        let merged = merged
        kits.disown(id, in: segment) { merged[$0] ?? $0 }
        if segment == nil { people[id] = nil }
    }
}

extension PersonActs {
    /// Acts that were not theirs; what the log saw of their device stays.
    fileprivate mutating func take(away other: PersonActs) {
        acts -= other.acts
        turns -= other.turns
        lines -= other.lines
        words -= other.words
        messages -= other.messages
        messageWords -= other.messageWords
        notes -= other.notes
        questions -= other.questions
        handsRaised -= other.handsRaised
        called -= other.called
    }
}
