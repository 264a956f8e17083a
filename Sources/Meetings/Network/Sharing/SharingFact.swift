// Knows the facts of what buddies share, and all that each declares.

/// A fact of what buddies share.
public enum SharingFact: Equatable, Sendable {
    case buddyGoalSet(BuddyGoalSet)
    case buddyNoteWritten(BuddyNoteWritten)
    case buddyNoteRemoved(BuddyNoteRemoved)
    case buddyDateSet(BuddyDateSet)
    case buddyPaused(BuddyPaused)
    case buddyCheckedIn(BuddyCheckedIn)

    /// The names of these facts in the log.
    public enum Kind: String, CaseIterable, Sendable {
        case buddyGoalSet, buddyNoteWritten, buddyNoteRemoved, buddyDateSet, buddyPaused, buddyCheckedIn

        public var type: any NetworkFact.Type {
            switch self {
            case .buddyGoalSet: BuddyGoalSet.self
            case .buddyNoteWritten: BuddyNoteWritten.self
            case .buddyNoteRemoved: BuddyNoteRemoved.self
            case .buddyDateSet: BuddyDateSet.self
            case .buddyPaused: BuddyPaused.self
            case .buddyCheckedIn: BuddyCheckedIn.self
            }
        }
    }

    public var fact: any NetworkFact {
        switch self {
        case .buddyGoalSet(let fact): fact
        case .buddyNoteWritten(let fact): fact
        case .buddyNoteRemoved(let fact): fact
        case .buddyDateSet(let fact): fact
        case .buddyPaused(let fact): fact
        case .buddyCheckedIn(let fact): fact
        }
    }
}

/// What they want to reach.
public struct BuddyGoalSet: NetworkFact {
    public var pair: PairID
    public var person: PersonID
    public var text: String?

    public static let kept = Kept<Self>(
        SharingFact.Kind.buddyGoalSet, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.text], codes: [], people: []), whose: .person { $0.person },
        object: .of { "goal-\($0.pair)" }, erases: .of { .object("goal-\($0.pair)") })
    public var event: NetworkEvent { .sharing(.buddyGoalSet(self)) }
}

/// One note more on the page that they share.
public struct BuddyNoteWritten: NetworkFact {
    public var pair: PairID
    public var note: NoteID
    public var person: PersonID
    public var text: String?
    public var words: Int

    public static let kept = Kept<Self>(
        SharingFact.Kind.buddyNoteWritten, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.text], codes: [], people: []), whose: .person { $0.person },
        object: .of { "note-\($0.pair)-\($0.note)" }, erases: .nothing)
    public var event: NetworkEvent { .sharing(.buddyNoteWritten(self)) }
}

/// A note was taken back.
public struct BuddyNoteRemoved: NetworkFact {
    public var pair: PairID
    public var note: NoteID

    public static let kept = Kept<Self>(
        SharingFact.Kind.buddyNoteRemoved, .first, ages: .work, fields: .plain, whose: .actor,
        object: .of { "note-\($0.pair)-\($0.note)" }, erases: .of { .object("note-\($0.pair)-\($0.note)") })
    public var event: NetworkEvent { .sharing(.buddyNoteRemoved(self)) }
}

/// When they see each other next.
public struct BuddyDateSet: NetworkFact {
    public var pair: PairID
    public var person: PersonID
    public var day: String?
    public var text: String?

    public static let kept = Kept<Self>(
        SharingFact.Kind.buddyDateSet, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.day, CodingKeys.text], codes: [], people: []),
        whose: .person { $0.person }, object: .of { "date-\($0.pair)" }, erases: .of { .object("date-\($0.pair)") })
    public var event: NetworkEvent { .sharing(.buddyDateSet(self)) }
}

/// Without an instant they go on.
public struct BuddyPaused: NetworkFact {
    public var pair: PairID
    public var person: PersonID
    public var until: Instant?

    public static let kept = Kept<Self>(
        SharingFact.Kind.buddyPaused, .first, ages: .work, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .sharing(.buddyPaused(self)) }
}

/// Somebody said whether they talked.
public struct BuddyCheckedIn: NetworkFact {
    public var pair: PairID
    public var person: PersonID
    public var occasion: CheckInOccasion
    public var meeting: String?
    public var outcome: BuddyOutcome

    public static let kept = Kept<Self>(
        SharingFact.Kind.buddyCheckedIn, .first, ages: .work,
        fields: Fields(names: [], words: [], codes: [CodingKeys.meeting], people: []), whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public var event: NetworkEvent { .sharing(.buddyCheckedIn(self)) }
}
