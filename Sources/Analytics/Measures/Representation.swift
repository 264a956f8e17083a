// Knows whether those in the room and those on the call, the new and the returning, are heard as their number and time
// would give.

import Meetings

/// The share of a subgroup in something, over its share of the time in which it would have been seen.
public struct Representation: Equatable, Sendable {
    /// As in `room`, `phase_primary`, `new`.
    public var subgroup: String
    public var people: Int
    public var n: Int
    public var count: Int
    public var sum: Int
    /// Person-minutes in which it would have been seen; nil where they are not known, and heads count.
    public var minutes: Double?
    public var allMinutes: Double?

    /// R = (x_g/T)/(m_g/M); nil where there is nothing to share.
    public var value: Double? {
        let weight = minutes.flatMap { own in allMinutes.map { own / $0 } } ?? Double(people) / Double(n)
        guard sum > 0, weight > 0, weight.isFinite else { return nil }
        return Double(count) / Double(sum) / weight
    }
}

extension ParticipationRecord {
    /// By the subgroups that `name` gives people; who has none is in none, and counts among all.
    ///
    /// - Parameters:
    ///   - counts: by person; nought where somebody is missing.
    ///   - isOfSeen: whether only a device of their own shows it: then it is of those who could be seen, and of the time in
    ///     which they could. Else somebody notes it of everybody who is there.
    func representation(
        of counts: [PersonID: Int], isOfSeen: Bool, by name: (Attender) -> String?
    ) -> [Representation] {
        let people = attended().filter { !isOfSeen || isObservable($0) }
        let isTimed = recording == nil
        let minutes = Dictionary(
            uniqueKeysWithValues: people.map {
                ($0.id, Double(isOfSeen ? observed($0, in: sittings) : $0.presence) / 60_000)
            })
        let sum = people.reduce(0) { $0 + (counts[$1.id] ?? 0) }
        let all = minutes.values.reduce(0, +)
        let groups = Dictionary(grouping: people.filter { name($0) != nil }) { name($0) ?? "" }
        return groups.sorted { $0.key < $1.key }.map { subgroup, members in
            Representation(
                subgroup: subgroup, people: members.count, n: people.count,
                count: members.reduce(0) { $0 + (counts[$1.id] ?? 0) }, sum: sum,
                minutes: isTimed ? members.reduce(0) { $0 + (minutes[$1.id] ?? 0) } : nil,
                allMinutes: isTimed ? all : nil)
        }
    }
}
