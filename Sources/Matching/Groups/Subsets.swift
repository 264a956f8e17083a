// Knows every group that the lowest of those who are left can be in.

/// All sets of people of `rest` in which its lowest person is, from the largest to that person alone. Each split of `rest`
/// has exactly one of them, so that no split is looked at twice. People are bits; `rest` is not empty.
struct Subsets: Sequence, IteratorProtocol {
    private let lowest: Int
    private let others: Int
    private var upcoming: Int?

    init(withLowestOf rest: Int) {
        lowest = rest & -rest
        others = rest & ~lowest
        upcoming = others
    }

    mutating func next() -> Int? {
        guard let some = upcoming else { return nil }
        upcoming = some == 0 ? nil : (some - 1) & others
        return some | lowest
    }
}
