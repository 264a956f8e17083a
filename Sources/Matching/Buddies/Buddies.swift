// Knows how buddies are found: exactly by matching when everybody can be in a pair, and with threes when not.

/// Buddies with their account.
public struct Pairing: Equatable, Sendable {
    /// Ids, sorted; pairs, and threes where nothing else was possible.
    public var groups: [[String]]
    public var key: BuddyKey
    public var unmatched: [Unmatched]
    /// The proof that no pairs are better; nil if there are threes or people without a buddy.
    public var certificate: Certificate?

    /// Somebody who has no buddy.
    public struct Unmatched: Equatable, Sendable {
        public var id: String
        public var reason: Reason
    }

    /// Why. A block is never a reason that is told.
    public enum Reason: String, Sendable, CaseIterable {
        /// Nobody of another school is near enough.
        case nobodyWithinReach
        /// All who could be are of their own school, or nobody else opted in.
        case nobodyElse
        case allTaken
    }
}

/// Finds buddies.
public struct BuddyFinder {
    /// For so many the best pairs and threes are found by enumeration.
    private static let mostEnumerated = 14

    let book: BuddyBook
    let table: BuddyTable

    public init(_ book: BuddyBook) {
        self.book = book
        table = BuddyTable(book)
    }

    /// Those for whom there is nobody at all, known before any search.
    public var withoutPartner: [Pairing.Unmatched] {
        (0..<book.count).filter { table.partners($0).isEmpty }
            .map { Pairing.Unmatched(id: book.roster.people[$0].id, reason: reason($0)) }
    }

    public func find() -> Pairing {
        let active = (0..<book.count).filter { !table.partners($0).isEmpty }
        let matching = match(active)
        var groups = matching.groups
        var certificate: Certificate?
        if groups.allSatisfy({ $0.count == 2 }) {
            certificate = matching.certificate
        } else if active.count <= Self.mostEnumerated {
            groups = BuddyEnumeration.best(active, table)
        } else {
            groups = BuddyTrios(table: table, active: active).complete(groups) { match($0).groups }
        }
        return pairing(groups, certificate)
    }

    /// The best pairs of these people; those who find nobody as groups of one.
    func match(_ people: [Int]) -> (groups: [[Int]], certificate: Certificate?) {
        guard people.count > 1 else { return (people.map { [$0] }, nil) }
        // An odd one out is matched with nobody: a vertex without a person.
        let count = people.count + people.count % 2
        var weights = table.weights(people)
        if count > people.count {
            var wide = [Int64](repeating: 0, count: count * count)
            for row in people.indices {
                for column in people.indices { wide[row * count + column] = weights[row * people.count + column] }
            }
            weights = wide
        }
        let matching = PerfectMatching(count: count, weights: weights)
        guard matching.certificate.proves(matching.pairs, weight: { weights[$0 * count + $1] }) else {
            preconditionFailure("a matching without proof")
        }
        var groups: [[Int]] = []
        for (one, other) in matching.pairs {
            let pair = [one, other].filter { $0 < people.count }.map { people[$0] }
            groups += pair.count == 2 && table.isAllowed(pair[0], pair[1]) ? [pair] : pair.map { [$0] }
        }
        return (groups, matching.certificate)
    }

    private func pairing(_ groups: [[Int]], _ certificate: Certificate?) -> Pairing {
        let people = book.roster.people
        let placed = groups.filter { $0.count > 1 }
        let matched = Set(placed.joined())
        let alone = (0..<book.count).filter { !matched.contains($0) }
        var key = table.key(placed)
        key.unmatched = alone.count
        return Pairing(
            groups: placed.map { $0.map { people[$0].id }.sorted() }.sorted { $0[0] < $1[0] }, key: key,
            unmatched: alone.map { Pairing.Unmatched(id: people[$0].id, reason: reason($0)) },
            certificate: certificate)
    }

    /// Why somebody has no buddy, from the rules that may be spoken of.
    private func reason(_ person: Int) -> Pairing.Reason {
        let school = book.roster.people[person].school
        let others = (0..<book.count).filter {
            $0 != person && (book.rules.allowsSameSchool || book.roster.people[$0].school != school)
        }
        if others.isEmpty { return .nobodyElse }
        return others.contains { book.isWithinReach(person, $0) } ? .allTaken : .nobodyWithinReach
    }
}
