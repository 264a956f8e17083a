// Knows the facts of how buddies come about and end, and all that each declares.

/// A fact of how buddies come about and end.
public enum BuddyFact: Equatable, Sendable {
    case buddiesProposed(BuddiesProposed)
    case buddyAccepted(BuddyAccepted)
    case buddyDeclined(BuddyDeclined)
    case buddiesMade(BuddiesMade)
    case buddyLeft(BuddyLeft)
    case buddiesEnded(BuddiesEnded)

    /// The names of these facts in the log.
    public enum Kind: String, CaseIterable, Sendable {
        case buddiesProposed, buddyAccepted, buddyDeclined, buddiesMade, buddyLeft, buddiesEnded

        public var type: any NetworkFact.Type {
            switch self {
            case .buddiesProposed: BuddiesProposed.self
            case .buddyAccepted: BuddyAccepted.self
            case .buddyDeclined: BuddyDeclined.self
            case .buddiesMade: BuddiesMade.self
            case .buddyLeft: BuddyLeft.self
            case .buddiesEnded: BuddiesEnded.self
            }
        }
    }

    public var fact: any NetworkFact {
        switch self {
        case .buddiesProposed(let fact): fact
        case .buddyAccepted(let fact): fact
        case .buddyDeclined(let fact): fact
        case .buddiesMade(let fact): fact
        case .buddyLeft(let fact): fact
        case .buddiesEnded(let fact): fact
        }
    }
}

/// A round of buddies is proposed. Reasons are codes and identifiers.
public struct BuddiesProposed: NetworkFact {
    public var round: PairingID
    public var rule: BuddyRule
    public var groups: [ProposedBuddies]
    public var unmatched: [UnmatchedBuddy]
    public var engine: String
    public var points: Int

    public static let kept = Kept<Self>(
        BuddyFact.Kind.buddiesProposed, .first, ages: .standing,
        fields: Fields(names: [], words: [], codes: [CodingKeys.engine], people: []), whose: .actor, object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .buddies(.buddiesProposed(self)) }
}

/// Somebody said yes.
public struct BuddyAccepted: NetworkFact {
    public var pair: PairID
    public var person: PersonID

    public static let kept = Kept<Self>(
        BuddyFact.Kind.buddyAccepted, .first, ages: .standing, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .buddies(.buddyAccepted(self)) }
}

/// Somebody said "not this time".
public struct BuddyDeclined: NetworkFact {
    public var pair: PairID
    public var person: PersonID

    public static let kept = Kept<Self>(
        BuddyFact.Kind.buddyDeclined, .first, ages: .standing, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .buddies(.buddyDeclined(self)) }
}

/// All have said yes.
public struct BuddiesMade: NetworkFact {
    public var pair: PairID

    public static let kept = Kept<Self>(
        BuddyFact.Kind.buddiesMade, .first, ages: .standing, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .buddies(.buddiesMade(self)) }
}

/// Somebody left their buddies.
public struct BuddyLeft: NetworkFact {
    public var pair: PairID
    public var person: PersonID

    public static let kept = Kept<Self>(
        BuddyFact.Kind.buddyLeft, .first, ages: .standing, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .buddies(.buddyLeft(self)) }
}

/// They are buddies no more.
public struct BuddiesEnded: NetworkFact {
    public var pair: PairID
    public var end: BuddyEnd

    public static let kept = Kept<Self>(
        BuddyFact.Kind.buddiesEnded, .first, ages: .standing, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .buddies(.buddiesEnded(self)) }
}
