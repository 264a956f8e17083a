// Knows the wishes that concern groups that are prepared, each with its row of rights.

/// A wish that concerns groups that are prepared.
public enum DraftCommand: Equatable, Sendable {
    case setPairRules(SetPairRules)
    case saveDraft(SaveDraft)
    case dropDraft(DropDraft)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case setPairRules, saveDraft, dropDraft

        public var type: any RoomWish.Type {
            switch self {
            case .setPairRules: SetPairRules.self
            case .saveDraft: SaveDraft.self
            case .dropDraft: DropDraft.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .setPairRules(let wish): wish
        case .saveDraft(let wish): wish
        case .dropDraft(let wish): wish
        }
    }
}

/// Who has to be together and who apart: all evening, or in the groups of one item only.
public struct SetPairRules: RoomWish {
    public var together: [[PersonID]]
    public var apart: [[PersonID]]
    public var segment: SegmentID?

    public static let granted = Granted<Self>(
        DraftCommand.Kind.setPairRules, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .drafts(.setPairRules(self)) }

    public init(together: [[PersonID]], apart: [[PersonID]], segment: SegmentID? = nil) {
        (self.together, self.apart, self.segment) = (together, apart, segment)
    }
}

/// Without a draft it is a new one.
public struct SaveDraft: RoomWish {
    public var draft: DraftID?
    public var title: String?
    public var plan: RoundPlan

    public static let granted = Granted<Self>(
        DraftCommand.Kind.saveDraft, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .drafts(.saveDraft(self)) }

    public init(draft: DraftID?, title: String?, plan: RoundPlan) {
        (self.draft, self.title, self.plan) = (draft, title, plan)
    }
}

/// Throws prepared groups away.
public struct DropDraft: RoomWish {
    public var draft: DraftID

    public static let granted = Granted<Self>(
        DraftCommand.Kind.dropDraft, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .drafts(.dropDraft(self)) }

    public init(draft: DraftID) {
        self.draft = draft
    }
}
