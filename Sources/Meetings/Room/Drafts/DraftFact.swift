// Knows the facts of groups that are prepared, and all that each declares.

/// A fact of groups that are prepared.
public enum DraftFact: Equatable, Sendable {
    case pairRulesSet(PairRulesSet)
    case draftSaved(DraftSaved)
    case draftDropped(DraftDropped)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case pairRulesSet, draftSaved, draftDropped

        public var type: any RoomFact.Type {
            switch self {
            case .pairRulesSet: PairRulesSet.self
            case .draftSaved: DraftSaved.self
            case .draftDropped: DraftDropped.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .pairRulesSet(let fact): fact
        case .draftSaved(let fact): fact
        case .draftDropped(let fact): fact
        }
    }
}

/// Who has to be together and who apart.
public struct PairRulesSet: RoomFact {
    public var together: [[PersonID]]
    public var apart: [[PersonID]]
    /// The item in whose groups it holds; all evening where it is missing.
    public var segment: SegmentID?

    public static let kept = Kept<Self>(
        DraftFact.Kind.pairRulesSet, .first, ages: .work,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.together, CodingKeys.apart]), whose: .actor,
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .drafts(.pairRulesSet(self)) }
}

/// Groups are prepared.
public struct DraftSaved: RoomFact {
    public var draft: DraftID
    public var title: String?
    public var groups: [GroupSeats]
    public var texts: RoundTexts?
    public var draw: Draw
    public var timeboxSeconds: Int?

    public static let kept = Kept<Self>(
        DraftFact.Kind.draftSaved, .first, ages: .work,
        fields: Fields(
            names: [], words: [CodingKeys.title, CodingKeys.texts], codes: [CodingKeys.draw],
            people: [CodingKeys.groups]), whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .drafts(.draftSaved(self)) }
}

/// Prepared groups were thrown away.
public struct DraftDropped: RoomFact {
    public var draft: DraftID

    public static let kept = Kept<Self>(
        DraftFact.Kind.draftDropped, .first, ages: .work, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .drafts(.draftDropped(self)) }
}
