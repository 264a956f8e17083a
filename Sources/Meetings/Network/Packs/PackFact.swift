// Knows the facts of the packs that an evaluator gets, and all that each declares: the ledger of what went out.

/// A fact of the evaluator's packs.
public enum PackFact: Equatable, Sendable {
    case packReleased(PackReleased)
    case packHandedOut(PackHandedOut)

    /// The names of these facts in the log.
    public enum Kind: String, CaseIterable, Sendable {
        case packReleased, packHandedOut

        public var type: any NetworkFact.Type {
            switch self {
            case .packReleased: PackReleased.self
            case .packHandedOut: PackHandedOut.self
            }
        }
    }

    public var fact: any NetworkFact {
        switch self {
        case .packReleased(let fact): fact
        case .packHandedOut(let fact): fact
        }
    }
}

/// What a pack holds was settled: as far as that, under that key.
public struct PackReleased: NetworkFact {
    public var pack: PackID
    /// Missing where it is of all meetings.
    public var series: SeriesID?
    /// The name of the key, which says nothing about the key.
    public var key: String
    public var ranges: [PackRange]
    public var by: PackReader

    public static let kept = Kept<Self>(
        PackFact.Kind.packReleased, .first, ages: .standing,
        fields: Fields(names: [], words: [], codes: [CodingKeys.key, .ranges], people: []), whose: .actor,
        object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .packs(.packReleased(self)) }
}

/// A pack was made and handed to somebody.
public struct PackHandedOut: NetworkFact {
    public var pack: PackID
    public var form: PackForm
    public var depth: PackDepth?
    /// SHA-256 of the file, in hexadecimal.
    public var hash: String
    public var bytes: Int
    public var by: PackReader

    public static let kept = Kept<Self>(
        PackFact.Kind.packHandedOut, .first, ages: .standing,
        fields: Fields(names: [], words: [], codes: [CodingKeys.hash], people: []), whose: .actor, object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .packs(.packHandedOut(self)) }
}
