// Knows how much work one person may ask of the server, of those kinds that take more than a look: whoever asks for
// more is slowed, and nobody else is.

import Hosting
import Meetings

/// Work that somebody who is known asks for.
enum Effort: CaseIterable, Sendable {
    /// Somebody without a device of their own is written down and brought in: a lead checks a full room in by hand.
    case bringing
    /// Groups or buddies are searched for, for a preview: up to a second of a core.
    case searching
    /// The same for as long as it gets better: seconds of a core.
    case polishing

    /// A piece of a file: one of the largest at once.
    case sending
    /// A whole file is read, to be looked at.
    case reading

    /// In the long run, and at once.
    fileprivate var pace: (perSecond: Double, burst: Double) {
        switch self {
        case .bringing: (1, 60)
        case .searching: (1, 30)
        case .polishing: (0.2, 4)
        case .sending: (16, Double(FilePieces.mostPieces) + 64)
        case .reading: (0.2, 20)
        }
    }
}

/// The budgets of all efforts, by person.
struct EffortGuard {
    private var budgets: [Effort: Allowance<PersonID>]

    init() {
        budgets = Dictionary(
            uniqueKeysWithValues: Effort.allCases.map {
                ($0, Allowance(perSecond: $0.pace.perSecond, burst: $0.pace.burst))
            })
    }

    /// Charges whoever asks.
    mutating func charge(_ effort: Effort, to person: PersonID, at now: Instant) throws(Refusal) {
        if let wait = budgets[effort]?.take(person, at: now) { throw .slowDown(wait) }
    }
}
