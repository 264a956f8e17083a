// Knows all facts of a network: a facet each, whose folder holds the facts themselves. What people wrote is optional
// because it can be erased.

/// A fact that can stand in a network's log.
public protocol NetworkFact: Fact {
    /// The fact among all others.
    var event: NetworkEvent { get }
}

/// A fact about what lives between meetings, in the past tense.
public enum NetworkEvent: Equatable, Sendable {
    case members(MemberFact)
    case buddies(BuddyFact)
    case sharing(SharingFact)
    case deck(DeckFact)
    case trust(TrustFact)
    case series(SeriesFact)
    case packs(PackFact)

    /// The facets of a network.
    enum Facet: CaseIterable {
        case members, buddies, sharing, deck, series, packs, trust

        /// The kinds of facts of this facet.
        var types: [any NetworkFact.Type] {
            switch self {
            case .members: MemberFact.Kind.allCases.map(\.type)
            case .buddies: BuddyFact.Kind.allCases.map(\.type)
            case .sharing: SharingFact.Kind.allCases.map(\.type)
            case .deck: DeckFact.Kind.allCases.map(\.type)
            case .trust: TrustFact.Kind.allCases.map(\.type)
            case .series: SeriesFact.Kind.allCases.map(\.type)
            case .packs: PackFact.Kind.allCases.map(\.type)
            }
        }
    }

    /// Every kind of fact.
    public static let types: [any NetworkFact.Type] = Facet.allCases.flatMap(\.types)

    private static let byKind: [String: any NetworkFact.Type] = Dictionary(
        uniqueKeysWithValues: types.map { ($0.kind, $0) })

    /// The kind of that name in the log.
    public static func named(_ kind: String) -> (any NetworkFact.Type)? { byKind[kind] }

    /// The fact itself.
    public var fact: any NetworkFact {
        switch self {
        case .members(let facet): facet.fact
        case .buddies(let facet): facet.fact
        case .sharing(let facet): facet.fact
        case .deck(let facet): facet.fact
        case .trust(let facet): facet.fact
        case .series(let facet): facet.fact
        case .packs(let facet): facet.fact
        }
    }

    /// Whose it is, if it is somebody's.
    public var person: PersonID? { fact.named }
    /// Its name in the log.
    public var kind: String { type(of: fact).kind }
    /// What is erased together with it, if anything: what it replaces, or what was taken back.
    public var erasure: Erasure? { fact.erasure }
}

extension NetworkEvent: Codable {
    public init(from decoder: any Decoder) throws {
        let (kind, container) = try OneKey.open(decoder)
        guard let type = Self.named(kind) else { throw OneKey.unknown(kind, container) }
        self = try container.decode(type, forKey: NameKey(stringValue: kind)).event
    }

    public func encode(to encoder: any Encoder) throws { try OneKey.write(fact, kind, to: encoder) }
}

/// A fact with its place in the log of a network.
public struct NetworkEntry: Codable, Equatable, Sendable {
    /// Gap-free per network, from 1.
    public var sequence: Int64
    /// Server time; never before the entry before it.
    public var at: Instant
    public var event: NetworkEvent

    public init(sequence: Int64, at: Instant, event: NetworkEvent) {
        (self.sequence, self.at, self.event) = (sequence, at, event)
    }
}
