// Knows who stays over the meetings of a series, who is new, who comes once: visible rules, and no word about anybody
// whom the end of the series may only have cut off.

import Meetings

/// How often somebody came to a series.
public enum Regularity: String, Codable, Sendable, CaseIterable {
    /// At half of the meetings at least, and at three.
    case core
    case occasional
    /// At one, and there was another to come to.
    case oneOff = "one_off"
    /// For the first time at the last one: nobody knows yet.
    case new
}

/// Who came to which meetings of a series; leads are left out.
public struct Attendance: Equatable, Sendable {
    /// Of each meeting, in order.
    public let meetings: [Set<PersonID>]

    public init(_ meetings: [Set<PersonID>]) { self.meetings = meetings }

    /// Everybody who came at all.
    public var everybody: Set<PersonID> { meetings.reduce(into: []) { $0.formUnion($1) } }

    /// At which meetings somebody was, by their places from 0.
    public func places(of person: PersonID) -> [Int] { meetings.indices.filter { meetings[$0].contains(person) } }

    /// core = attended >= max(3, N/2); new = first at the last one; one_off = 1; else occasional. Nil for fewer than
    /// three meetings.
    public func regularity(of person: PersonID, fewest: Int = Thresholds.standard.fewestMeetings) -> Regularity? {
        let places = places(of: person)
        guard meetings.count >= fewest, let first = places.first else { return nil }
        if first == meetings.count - 1 { return .new }
        if places.count >= 3, 2 * places.count >= meetings.count { return .core }
        return places.count == 1 ? .oneOff : .occasional
    }

    /// Who is at each meeting for the first time.
    public var firstTimers: [Set<PersonID>] {
        var seen: Set<PersonID> = []
        return meetings.map { meeting in
            defer { seen.formUnion(meeting) }
            return meeting.subtracting(seen)
        }
    }

    /// One meeting and the next.
    public struct Retention: Equatable, Sendable {
        /// How many of the one came to the next.
        public var kept: Int
        public var of: Int
    }

    /// r_k = |A_k & A_(k+1)| / |A_k|.
    public var retention: [Retention] {
        zip(meetings, meetings.dropFirst()).map { Retention(kept: $0.intersection($1).count, of: $0.count) }
    }

    /// Those who came first in one term.
    public struct Cohort: Equatable, Sendable {
        public var term: SchoolTerm
        public var people: Int
        /// How many of them came in that term and in each after it.
        public var attending: [Int]
    }

    /// Rows by the term of the first meeting, columns the terms since.
    ///
    /// - Parameter terms: the term of each meeting; those of one term stand together.
    public func cohorts(_ terms: [SchoolTerm]) -> [Cohort] {
        let order = Self.once(terms)
        let came = order.map { term in
            zip(terms, meetings).filter { $0.0 == term }.reduce(into: Set<PersonID>()) { $0.formUnion($1.1) }
        }
        var seen: Set<PersonID> = []
        return order.indices.compactMap { index in
            let first = came[index].subtracting(seen)
            seen.formUnion(first)
            guard !first.isEmpty else { return nil }
            return Cohort(
                term: order[index], people: first.count,
                attending: order.indices.filter { $0 >= index }.map { came[$0].intersection(first).count })
        }
    }

    /// Terms in their order, each once.
    static func once(_ terms: [SchoolTerm]) -> [SchoolTerm] {
        terms.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// Over how many meetings people stay, from their first; who came to the last one is seen no longer.
    public func survival(intervalFrom fewest: Int) -> KaplanMeier {
        KaplanMeier(
            everybody.compactMap { person in
                let places = places(of: person)
                guard let first = places.first, let last = places.last else { return nil }
                return KaplanMeier.Watch(exit: Double(last - first + 1), isEvent: last < meetings.count - 1)
            }, intervalFrom: fewest)
    }
}
