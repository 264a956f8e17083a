// Knows the facts of groups' notes, and all that each declares.

/// A fact of groups' notes.
public enum NoteFact: Equatable, Sendable {
    case cardWritten(CardWritten)
    case cardEdited(CardEdited)
    case cardMoved(CardMoved)
    case cardWithdrawn(CardWithdrawn)
    case cardRestored(CardRestored)
    case cardStarred(CardStarred)
    case cardUnstarred(CardUnstarred)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case cardWritten, cardEdited, cardMoved, cardWithdrawn, cardRestored, cardStarred, cardUnstarred

        public var type: any RoomFact.Type {
            switch self {
            case .cardWritten: CardWritten.self
            case .cardEdited: CardEdited.self
            case .cardMoved: CardMoved.self
            case .cardWithdrawn: CardWithdrawn.self
            case .cardRestored: CardRestored.self
            case .cardStarred: CardStarred.self
            case .cardUnstarred: CardUnstarred.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .cardWritten(let fact): fact
        case .cardEdited(let fact): fact
        case .cardMoved(let fact): fact
        case .cardWithdrawn(let fact): fact
        case .cardRestored(let fact): fact
        case .cardStarred(let fact): fact
        case .cardUnstarred(let fact): fact
        }
    }
}

/// A group has one note more.
public struct CardWritten: RoomFact {
    public var card: CardID
    public var group: GroupID
    public var person: PersonID
    public var name: String?
    public var text: String?
    public var words: Int
    public var re: CardID?
    public var isReport: Bool
    public var source: Source?

    public static let kept = Kept<Self>(
        NoteFact.Kind.cardWritten, .first, ages: .work,
        fields: Fields(names: [CodingKeys.name], words: [CodingKeys.text], codes: [], people: []),
        whose: .person { $0.person }, object: .of { $0.card.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .nothing)
    public var event: Event { .notes(.cardWritten(self)) }
}

/// A note reads differently.
public struct CardEdited: RoomFact {
    public var card: CardID
    public var group: GroupID
    public var text: String?
    public var words: Int

    public static let kept = Kept<Self>(
        NoteFact.Kind.cardEdited, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.text], codes: [], people: []),
        whose: .actor, object: .of { $0.card.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .of { [.takenBack(object: $0.card.rawValue, from: .everybody)] })
    public var event: Event { .notes(.cardEdited(self)) }
}

/// A note lies elsewhere.
public struct CardMoved: RoomFact {
    public var card: CardID
    public var group: GroupID
    public var index: Int

    public static let kept = Kept<Self>(
        NoteFact.Kind.cardMoved, .first, ages: .work, fields: .plain, whose: .actor, object: .of { $0.card.rawValue },
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .nothing)
    public var event: Event { .notes(.cardMoved(self)) }
}

/// A note was taken back.
public struct CardWithdrawn: RoomFact {
    public var card: CardID
    public var group: GroupID

    public static let kept = Kept<Self>(
        NoteFact.Kind.cardWithdrawn, .first, ages: .work, fields: .plain, whose: .actor,
        object: .of { $0.card.rawValue },
        erases: .of { .object($0.card.rawValue) })
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .of { [.takenBack(object: $0.card.rawValue, from: .everybody)] })
    public var event: Event { .notes(.cardWithdrawn(self)) }
}

/// A note that was taken back is there again; the stars it had are not.
public struct CardRestored: RoomFact {
    public var card: CardID
    public var group: GroupID
    public var text: String?
    public var words: Int

    public static let kept = Kept<Self>(
        NoteFact.Kind.cardRestored, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.text], codes: [], people: []),
        whose: .actor, object: .of { $0.card.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .nothing)
    public var event: Event { .notes(.cardRestored(self)) }
}

/// Somebody likes a note.
public struct CardStarred: RoomFact {
    public var card: CardID
    public var group: GroupID
    public var person: PersonID
    public var source: Source?

    public static let kept = Kept<Self>(
        NoteFact.Kind.cardStarred, .first, ages: .work, fields: .plain, whose: .person { $0.person },
        object: .of { $0.card.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .nothing)
    public var event: Event { .notes(.cardStarred(self)) }
}

/// Somebody likes a note no more.
public struct CardUnstarred: RoomFact {
    public var card: CardID
    public var group: GroupID
    public var person: PersonID

    public static let kept = Kept<Self>(
        NoteFact.Kind.cardUnstarred, .first, ages: .work, fields: .plain, whose: .person { $0.person },
        object: .of { $0.card.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .nothing)
    public var event: Event { .notes(.cardUnstarred(self)) }
}
