// Knows what may be said of buddies. Distances are told as bands, so that nobody finds a home by them, and a block is
// never told.

/// Explains buddies and why somebody has none.
public struct BuddyExplainer {
    /// Kilometres of the bands.
    public static let bands = [5, 10, 20, 40, 80]

    private let book: BuddyBook

    public init(_ book: BuddyBook) { self.book = book }

    /// One sentence for each pair of a group.
    public func facts(of ids: [String]) -> [Fact] {
        let members = book.roster.indices(of: ids)
        return members.enumerated().flatMap { at, one in members[(at + 1)...].map { pair(one, $0) } }
    }

    /// Why somebody has no buddy; said to the person, so it is about their own limits only.
    public func fact(of unmatched: Pairing.Unmatched) -> Fact {
        let name = book.roster.person(unmatched.id)?.name ?? unmatched.id
        let code: Fact.Code
        switch unmatched.reason {
        case .nobodyWithinReach: code = .nobodyWithinReach
        case .nobodyElse: code = .nobodyElse
        case .allTaken: code = .allTaken
        }
        return Fact(code, ["name": .text(name)])
    }

    /// Needs first, best first, both directions; then rules, distance, experience, history.
    private func pair(_ one: Int, _ other: Int) -> Fact {
        let (a, b) = (book.roster.people[one], book.roster.people[other])
        var reasons: [Fact] = []
        for (asking, giving) in [(a, b), (b, a)] {
            let met = asking.needs.filter(giving.offers.contains)
            var told: Set<String> = []
            let once = met.filter { told.insert($0).inserted }
            guard !once.isEmpty else { continue }
            reasons.append(
                Fact(.gives, ["name": .text(giving.name), "skills": .list(once), "other": .text(asking.name)]))
        }
        if reasons.isEmpty { reasons.append(Fact(.noNeed)) }
        reasons.append(
            a.phase == b.phase
                ? Fact(.samePhase, ["phase": .text(a.phase)])
                : Fact(.otherPhase, ["phase": .text(a.phase), "other": .text(b.phase)]))
        reasons.append(
            a.subject == b.subject
                ? Fact(.sameSubject, ["subject": .text(a.subject)])
                : Fact(.otherSubject, ["subject": .text(a.subject), "other": .text(b.subject)]))
        let metres = Int(book.metres[one * book.count + other])
        if metres >= 0 {
            let band = Self.bands.first { metres <= $0 * 1000 }
            reasons.append(
                Fact(band == nil ? .far : .near, ["kilometres": .number(band ?? Self.bands.last ?? 0)]))
        }
        if book.isMentoring(one, other) { reasons.append(Fact(.mentoring)) }
        reasons.append(Fact(book.isRepeat(one, other) ? .earlier : book.haveMet(one, other) ? .metOnce : .neverPaired))
        return Fact(.pair, ["name": .text(a.name), "other": .text(b.name), "reasons": .facts(reasons)])
    }
}
