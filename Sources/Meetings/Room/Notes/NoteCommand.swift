// Knows the wishes that concern groups' notes, each with its row of rights.

/// A wish that concerns groups' notes.
public enum NoteCommand: Equatable, Sendable {
    case writeCard(WriteCard)
    case editCard(EditCard)
    case moveCard(MoveCard)
    case withdrawCard(WithdrawCard)
    case restoreCard(RestoreCard)
    case starCard(StarCard)
    case unstarCard(UnstarCard)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case writeCard, editCard, moveCard, withdrawCard, restoreCard, starCard, unstarCard

        public var type: any RoomWish.Type {
            switch self {
            case .writeCard: WriteCard.self
            case .editCard: EditCard.self
            case .moveCard: MoveCard.self
            case .withdrawCard: WithdrawCard.self
            case .restoreCard: RestoreCard.self
            case .starCard: StarCard.self
            case .unstarCard: UnstarCard.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .writeCard(let wish): wish
        case .editCard(let wish): wish
        case .moveCard(let wish): wish
        case .withdrawCard(let wish): wish
        case .restoreCard(let wish): wish
        case .starCard(let wish): wish
        case .unstarCard(let wish): wish
        }
    }
}

/// Writes a note.
public struct WriteCard: RoomWish {
    public var group: GroupID?
    public var text: String
    public var re: CardID?
    public var isReport: Bool

    public static let granted = Granted<Self>(
        NoteCommand.Kind.writeCard, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .notes(.writeCard(self)) }

    public init(group: GroupID?, text: String, re: CardID?, isReport: Bool) {
        (self.group, self.text, self.re, self.isReport) = (group, text, re, isReport)
    }
}

/// Changes a note of mine.
public struct EditCard: RoomWish {
    public var card: CardID
    public var text: String

    public static let granted = Granted<Self>(
        NoteCommand.Kind.editCard, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .notes(.editCard(self)) }

    public init(card: CardID, text: String) {
        (self.card, self.text) = (card, text)
    }
}

/// Puts back a note that I took back a moment ago. The words come with it: they went from the log when it was taken back.
public struct RestoreCard: RoomWish {
    public var card: CardID
    public var text: String

    public static let granted = Granted<Self>(
        NoteCommand.Kind.restoreCard, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .notes(.restoreCard(self)) }

    public init(card: CardID, text: String) {
        (self.card, self.text) = (card, text)
    }
}

/// Puts a note elsewhere.
public struct MoveCard: RoomWish {
    public var card: CardID
    public var index: Int

    public static let granted = Granted<Self>(
        NoteCommand.Kind.moveCard, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .notes(.moveCard(self)) }

    public init(card: CardID, index: Int) {
        (self.card, self.index) = (card, index)
    }
}

/// Takes a note of mine back.
public struct WithdrawCard: RoomWish {
    public var card: CardID

    public static let granted = Granted<Self>(
        NoteCommand.Kind.withdrawCard, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .notes(.withdrawCard(self)) }

    public init(card: CardID) {
        self.card = card
    }
}

/// Likes a note.
public struct StarCard: RoomWish {
    public var card: CardID

    public static let granted = Granted<Self>(
        NoteCommand.Kind.starCard, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .notes(.starCard(self)) }

    public init(card: CardID) {
        self.card = card
    }
}

/// Likes a note no more.
public struct UnstarCard: RoomWish {
    public var card: CardID

    public static let granted = Granted<Self>(
        NoteCommand.Kind.unstarCard, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .notes(.unstarCard(self)) }

    public init(card: CardID) {
        self.card = card
    }
}
