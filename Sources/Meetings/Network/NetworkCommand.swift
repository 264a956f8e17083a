// Knows all wishes that concern what lives between meetings: a facet each, whose folder holds the wishes themselves.

/// A wish that can be put to a network.
public protocol NetworkWish: Codable, Equatable, Sendable {
    /// Its row of the rights table.
    static var granted: NetworkGranted<Self> { get }
    /// The wish among all others.
    var command: NetworkCommand { get }
}

/// A wish, in the imperative.
public enum NetworkCommand: Equatable, Sendable {
    case members(MemberCommand)
    case buddies(BuddyCommand)
    case sharing(SharingCommand)
    case deck(DeckCommand)
    case trust(TrustCommand)
    case series(SeriesCommand)
    case packs(PackCommand)

    private static func types(of facet: NetworkEvent.Facet) -> [any NetworkWish.Type] {
        switch facet {
        case .members: MemberCommand.Kind.allCases.map(\.type)
        case .buddies: BuddyCommand.Kind.allCases.map(\.type)
        case .sharing: SharingCommand.Kind.allCases.map(\.type)
        case .deck: DeckCommand.Kind.allCases.map(\.type)
        case .trust: TrustCommand.Kind.allCases.map(\.type)
        case .series: SeriesCommand.Kind.allCases.map(\.type)
        case .packs: PackCommand.Kind.allCases.map(\.type)
        }
    }

    /// Every kind of wish.
    public static let types: [any NetworkWish.Type] = NetworkEvent.Facet.allCases.flatMap(types(of:))

    private static let byKind: [String: any NetworkWish.Type] = Dictionary(
        uniqueKeysWithValues: types.map { ($0.kind, $0) })

    /// The wish itself.
    public var wish: any NetworkWish {
        switch self {
        case .members(let facet): facet.wish
        case .buddies(let facet): facet.wish
        case .sharing(let facet): facet.wish
        case .deck(let facet): facet.wish
        case .trust(let facet): facet.wish
        case .series(let facet): facet.wish
        case .packs(let facet): facet.wish
        }
    }

    /// Its name on the wire.
    public var kind: String { type(of: wish).kind }
    /// Its row of the rights table.
    public var rights: NetworkRights.Row { type(of: wish).rights }
    /// The buddies it concerns, where it names them.
    public var pair: PairID? { wish.pairConcerned }
}

extension NetworkWish {
    /// Its name on the wire.
    public static var kind: String { granted.kind }
    /// Its row of the rights table.
    public static var rights: NetworkRights.Row { granted.row }
    var pairConcerned: PairID? { Self.granted.about(self) }
}

extension NetworkCommand: Codable {
    public init(from decoder: any Decoder) throws {
        let (kind, container) = try OneKey.open(decoder)
        guard let type = Self.byKind[kind] else { throw OneKey.unknown(kind, container) }
        self = try container.decode(type, forKey: NameKey(stringValue: kind)).command
    }

    public func encode(to encoder: any Encoder) throws { try OneKey.write(wish, kind, to: encoder) }
}
