// Knows what may be said of buddies. Distances are told as bands, so that nobody finds a home by them, and a block is
// never told.

/// Explains buddies and why somebody has none.
public struct BuddyExplainer {
    /// Kilometres of the bands.
    public static let bands = [5, 10, 20, 40, 80]

    private let book: BuddyBook

    public init(_ book: BuddyBook) { self.book = book }

    /// One sentence for each pair of a group.
    public func facts(of ids: [String]) -> [Finding] {
        let members = book.roster.indices(of: ids)
        return members.enumerated().flatMap { at, one in members[(at + 1)...].map { pair(one, $0) } }
    }

    /// Why somebody has no buddy; said to the person, so it is about their own limits only.
    public func fact(of unmatched: Pairing.Unmatched) -> Finding {
        let code: Finding.Code
        switch unmatched.reason {
        case .nobodyWithinReach: code = .nobodyWithinReach
        case .nobodyElse: code = .nobodyElse
        case .allTaken: code = .allTaken
        }
        return Finding(code, ["name": .people(book.roster.person(unmatched.id).map { [Finding.Named($0)] } ?? [])])
    }

    /// So many others are named to the coordinator.
    private static let mostNextBest = 2

    /// For the coordinator only: who else each of a group could be with, the best first. Nobody who may not be is named.
    public func nextBest(of ids: [String]) -> [Finding] { nextBest(of: ids, most: Self.mostNextBest) }

    /// The same, so many of them.
    public func nextBest(of ids: [String], most: Int) -> [Finding] {
        let members = book.roster.indices(of: ids)
        let people = book.roster.people
        return members.compactMap { one in
            let others = (0..<book.count).filter { !members.contains($0) && book.isAllowed(one, $0) }
            let ranked = others.map { (again: book.isRepeat(one, $0) ? 1 : 0, value: -book.value(one, $0), $0) }
                .sorted { $0 < $1 }.prefix(most)
            guard !ranked.isEmpty else { return nil }
            return Finding(
                .nextBest, ["name": Finding.one(people[one]), "names": Finding.some(ranked.map { people[$0.2] })])
        }
    }

    /// Needs first, best first, both directions; then rules, distance, experience, history.
    private func pair(_ one: Int, _ other: Int) -> Finding {
        let (a, b) = (book.roster.people[one], book.roster.people[other])
        var reasons: [Finding] = []
        for (asking, giving) in [(a, b), (b, a)] {
            let met = asking.needs.filter(giving.offers.contains)
            var told: Set<String> = []
            let once = met.filter { told.insert($0).inserted }
            guard !once.isEmpty else { continue }
            reasons.append(
                Finding(.gives, ["name": Finding.one(giving), "skills": .list(once), "other": Finding.one(asking)]))
        }
        if reasons.isEmpty { reasons.append(Finding(.noNeed)) }
        // What is not known of one of them is nothing to be told.
        if !a.phase.isEmpty, !b.phase.isEmpty {
            reasons.append(
                a.phase == b.phase
                    ? Finding(.samePhase, ["phase": .word(a.phase)])
                    : Finding(.otherPhase, ["phase": .word(a.phase), "other": .word(b.phase)]))
        }
        if !a.subject.isEmpty, !b.subject.isEmpty {
            reasons.append(
                a.subject == b.subject
                    ? Finding(.sameSubject, ["subject": .text(a.subject)])
                    : Finding(.otherSubject, ["subject": .text(a.subject), "other": .text(b.subject)]))
        }
        let metres = Int(book.metres[one * book.count + other])
        if metres >= 0 {
            let band = Self.bands.first { metres <= $0 * 1000 }
            reasons.append(
                Finding(band == nil ? .far : .near, ["kilometres": .number(band ?? Self.bands.last ?? 0)]))
        }
        if book.isMentoring(one, other) { reasons.append(Finding(.mentoring)) }
        reasons.append(
            Finding(book.isRepeat(one, other) ? .earlier : book.haveMet(one, other) ? .metOnce : .neverPaired))
        return Finding(.pair, ["name": Finding.one(a), "other": Finding.one(b), "reasons": .facts(reasons)])
    }
}
