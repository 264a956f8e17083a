// Knows the facts of those who take part, and all that each declares.

/// A fact of those who take part.
public enum MemberFact: Equatable, Sendable {
    case buddyOptedIn(BuddyOptedIn)
    case buddyOptedOut(BuddyOptedOut)
    case buddyBlocked(BuddyBlocked)
    case buddyUnblocked(BuddyUnblocked)

    /// The names of these facts in the log.
    public enum Kind: String, CaseIterable, Sendable {
        case buddyOptedIn, buddyOptedOut, buddyBlocked, buddyUnblocked

        public var type: any NetworkFact.Type {
            switch self {
            case .buddyOptedIn: BuddyOptedIn.self
            case .buddyOptedOut: BuddyOptedOut.self
            case .buddyBlocked: BuddyBlocked.self
            case .buddyUnblocked: BuddyUnblocked.self
            }
        }
    }

    public var fact: any NetworkFact {
        switch self {
        case .buddyOptedIn(let fact): fact
        case .buddyOptedOut(let fact): fact
        case .buddyBlocked(let fact): fact
        case .buddyUnblocked(let fact): fact
        }
    }
}

/// Somebody wants a buddy, or changed what they said.
public struct BuddyOptedIn: NetworkFact {
    public var person: PersonID
    public var phase: SchoolPhase
    public var band: ExperienceBand
    public var farthestKilometres: Int?
    public var contact: String?
    public var place: RoughPlace?
    public var subject: String?
    public var offers: [String]?
    public var needs: [String]?

    public static let kept = Kept<Self>(
        MemberFact.Kind.buddyOptedIn, .first, ages: .standing,
        fields: Fields(
            names: [],
            words: [CodingKeys.contact, CodingKeys.place, CodingKeys.subject, CodingKeys.offers, CodingKeys.needs],
            codes: [], people: []), whose: .person { $0.person }, object: .of { "member-\($0.person)" },
        erases: .of { .object("member-\($0.person)") })
    public var event: NetworkEvent { .members(.buddyOptedIn(self)) }
}

/// Somebody wants a buddy no more.
public struct BuddyOptedOut: NetworkFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        MemberFact.Kind.buddyOptedOut, .first, ages: .standing, fields: .plain, whose: .person { $0.person },
        object: .of { "member-\($0.person)" }, erases: .of { .object("member-\($0.person)") })
    public var event: NetworkEvent { .members(.buddyOptedOut(self)) }
}

/// Whom they do not want is among what is theirs to erase.
public struct BuddyBlocked: NetworkFact {
    public var person: PersonID
    public var other: PersonID?

    public static let kept = Kept<Self>(
        MemberFact.Kind.buddyBlocked, .first, ages: .standing,
        fields: Fields(names: [], words: [CodingKeys.other], codes: [], people: []), whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public var event: NetworkEvent { .members(.buddyBlocked(self)) }
}

/// Somebody takes that back.
public struct BuddyUnblocked: NetworkFact {
    public var person: PersonID
    public var other: PersonID?

    public static let kept = Kept<Self>(
        MemberFact.Kind.buddyUnblocked, .first, ages: .standing,
        fields: Fields(names: [], words: [CodingKeys.other], codes: [], people: []), whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public var event: NetworkEvent { .members(.buddyUnblocked(self)) }
}
