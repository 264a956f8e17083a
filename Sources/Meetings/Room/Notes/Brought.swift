// Knows what of a group's notes is for everybody once its round is over, and what stays with those who wrote it.

extension Group {
    /// The notes that are for everybody afterwards. What one of them builds on is named only where that is for everybody.
    public var brought: [Card] {
        let shared = cards.filter(\.isReport)
        let ids = Set(shared.map(\.id))
        return shared.map { card in
            var seen = card
            if let re = seen.re, !ids.contains(re) { seen.re = nil }
            return seen
        }
    }

    /// Whether some of its notes are for those who sat in it, and for leads, only.
    public var keepsNotes: Bool { cards.contains { !$0.isReport } }
}
