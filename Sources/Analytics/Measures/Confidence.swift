// Knows what people said of their own confidence at the start and at the end of a meeting.

import Meetings

/// One sentence of a confidence that was asked twice.
public struct ConfidenceSentence: Equatable, Sendable {
    /// Under which name it is found at other meetings.
    public var key: String
    /// Its place, from 0.
    public var sentence: Int
    public var change: PairedChange
}

extension ParticipationRecord {
    /// Of each confidence that was asked at least twice: the first time against the last. Leads are left out.
    public var confidence: [ConfidenceSentence] {
        let asked = Dictionary(grouping: items.filter { $0.kind == .confidence && !$0.spans.isEmpty }) { $0.key ?? "" }
        let people = Set(attended().map(\.id))
        return asked.filter { !$0.key.isEmpty && $0.value.count > 1 }.sorted { $0.key < $1.key }.flatMap { key, items in
            let ordered = items.sorted { ($0.spans.first?.from ?? 0) < ($1.spans.first?.from ?? 0) }
            let (first, second) = (numbers(ordered.first, people), numbers(ordered.last, people))
            let sentences = (first.values.map(\.count) + second.values.map(\.count)).max() ?? 0
            return (0..<sentences).map { place in
                ConfidenceSentence(
                    key: key, sentence: place,
                    change: PairedChange(
                        first: first.compactMapValues { $0.indices.contains(place) ? Double($0[place]) : nil },
                        second: second.compactMapValues { $0.indices.contains(place) ? Double($0[place]) : nil },
                        intervalFrom: thresholds.fewestForInterval))
            }
        }
    }

    /// The same, person by person, for figures over several meetings; of what was asked once, too.
    var answersTwice: [MeetingSummary.Answers] {
        let asked = Dictionary(grouping: items.filter { $0.kind == .confidence && !$0.spans.isEmpty }) { $0.key ?? "" }
        let people = Set(attended().map(\.id))
        return asked.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.flatMap { key, items in
            let ordered = items.sorted { ($0.spans.first?.from ?? 0) < ($1.spans.first?.from ?? 0) }
            let first = numbers(ordered.first, people)
            let second = ordered.count > 1 ? numbers(ordered.last, people) : [:]
            return Set(first.keys).union(second.keys).sorted().flatMap { person in
                let (before, after) = (first[person] ?? [], second[person] ?? [])
                return (0..<max(before.count, after.count)).map { place in
                    MeetingSummary.Answers(
                        person: person, sentence: "\(key).\(place + 1)",
                        first: before.indices.contains(place) ? Double(before[place]) : nil,
                        last: after.indices.contains(place) ? Double(after[place]) : nil)
                }
            }
        }
    }

    private func numbers(_ item: OfferedItem?, _ people: Set<PersonID>) -> [PersonID: [Int]] {
        let own = outcomes.filter { $0.prompt == item?.id && people.contains($0.person) }
        return Dictionary(own.map { ($0.person, $0.numbers) }) { $1 }
    }
}
