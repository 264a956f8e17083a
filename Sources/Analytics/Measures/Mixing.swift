// Knows who worked with whom, and whether people of different schools did more than chance alone would have it.

import Meetings

/// Two different people, in the order of their identifiers.
public struct Pair: Hashable, Comparable, Codable, Sendable {
    public let u: PersonID
    public let v: PersonID

    /// Nil for one and the same: whoever speaks on after an unattributed line is no pair.
    public init?(_ one: PersonID, _ other: PersonID) {
        guard one != other, one != .counted, other != .counted else { return nil }
        (u, v) = (min(one, other), max(one, other))
    }

    public static func < (one: Self, other: Self) -> Bool { (one.u, one.v) < (other.u, other.v) }
}

/// What binds two people after a meeting.
public struct TieSums: Codable, Equatable, Sendable {
    /// Milliseconds in one group while both were there.
    public var together: Instant = 0
    public var exchanges = 0

    /// Whether it is a tie.
    func isTie(_ thresholds: Thresholds) -> Bool {
        exchanges > 0 || together >= thresholds.tieGroupSeconds.milliseconds
    }
}

extension ParticipationRecord {
    /// Of everybody with whom somebody sat in a group or had an exchange, leads too. A chair's to and fro in plenary is
    /// no tie.
    public var sums: [Pair: TieSums] {
        let counted = Set(attended(leads: true).map(\.id))
        var sums: [Pair: TieSums] = [:]
        for group in groups {
            for (index, one) in group.members.enumerated() {
                for other in group.members.dropFirst(index + 1)
                where counted.isSuperset(of: [one.person, other.person]) {
                    guard let pair = Pair(one.person, other.person),
                        let shared = Stretch(from: one.from, to: one.to).common(.init(from: other.from, to: other.to))
                    else { continue }
                    let both = (people[one.person]?.stays.stretches ?? []).within([shared])
                        .common(people[other.person]?.stays.stretches ?? [])
                    if both > 0 { sums[pair, default: TieSums()].together += both }
                }
            }
        }
        for exchange in exchanges where !exchange.includesLead || exchange.basis != .turns {
            guard counted.isSuperset(of: [exchange.u, exchange.v]), let pair = Pair(exchange.u, exchange.v) else {
                continue
            }
            sums[pair, default: TieSums()].exchanges += 1
        }
        return sums
    }

    /// Pairs who spoke one after the other in one item or were in an exchange are not asked for here: only ties.
    public var ties: Set<Pair> { Set(sums.filter { $0.value.isTie(thresholds) }.keys) }
}

/// External and internal pairs (Krackhardt and Stern 1988), with what random mixing would give.
public struct ExternalInternal: Equatable, Sendable {
    public var external = 0
    public var `internal` = 0
    /// Possible pairs between schools and within one.
    public var cross = 0
    public var within = 0

    /// - Parameters:
    ///   - pairs: of two different people; who said no school is left out.
    ///   - schools: of everybody who could have been in a pair.
    public init(_ pairs: some Sequence<Pair>, schools: [PersonID: String]) {
        for pair in pairs {
            guard let one = schools[pair.u], let other = schools[pair.v] else { continue }
            if one == other { `internal` += 1 } else { external += 1 }
        }
        let sizes = Dictionary(grouping: schools.values) { $0 }.values.map(\.count)
        within = sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        cross = schools.count * (schools.count - 1) / 2 - within
    }

    /// (E - I)/(E + I); nil without pairs, or where there is one school only.
    public var index: Double? {
        external + `internal` > 0 && cross > 0
            ? Double(external - `internal`) / Double(external + `internal`) : nil
    }

    /// EI0 = (X - N)/(X + N) from the possible pairs; nil where there is one school only.
    public var expected: Double? {
        cross > 0 ? Double(cross - within) / Double(cross + within) : nil
    }
}
