// Knows what became of buddies: how many pairs were proposed and made, and how many say that they met.

import Meetings

/// What became of buddies; nobody's own answer.
public struct BuddyFigures: Codable, Equatable, Sendable {
    public var proposed = 0
    public var made = 0
    /// Where two at least say that they met.
    public var met = 0
    /// Where somebody tried, and nobody met.
    public var tried = 0
    /// Where everybody who answered says no.
    public var no = 0
    /// Where nobody has answered yet.
    public var unanswered = 0
    /// Who met: both say so.
    public var pairs: Set<Pair> = []

    /// Of all pairs of a network.
    public init(_ pairs: some Sequence<BuddyPair>) {
        for pair in pairs {
            proposed += 1
            guard pair.wasMade else { continue }
            made += 1
            // What somebody said last counts; that they met once stays so.
            let said = pair.checkIns.reduce(into: [PersonID: BuddyOutcome]()) {
                if $0[$1.person] != .met { $0[$1.person] = $1.outcome }
            }
            let together = said.filter { $0.value == .met }.keys.sorted()
            if together.count > 1 {
                met += 1
                for (index, one) in together.enumerated() {
                    for other in together.dropFirst(index + 1) {
                        if let pair = Pair(one, other) { self.pairs.insert(pair) }
                    }
                }
            } else if said.isEmpty {
                unanswered += 1
            } else if said.values.contains(where: { $0 != .no }) {
                tried += 1
            } else {
                no += 1
            }
        }
    }
}
