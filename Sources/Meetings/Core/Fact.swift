// Knows what a fact of any stream declares about how it is kept. There is no default: what is left out does not build.

/// A fact that can stand in the log of a room or of a network.
public protocol Fact: Codable, Equatable, Sendable {
    /// How it is kept.
    static var kept: Kept<Self> { get }
}

/// How facts of a kind are kept: by which name, what of them is somebody's own, and what goes with them.
public struct Kept<F: Fact>: Sendable {
    /// Its name in the log and on the wire.
    public let kind: String
    public let versions: Versions<F>
    /// When its erasable fields go by age.
    public let ages: Ageing
    public let fields: Fields
    public let whose: Whose<F>
    /// The thing to which its erasable fields belong, so that they can be replaced or taken back with it.
    public let object: Derived<F, String>
    /// What is erased when it is stored.
    public let erases: Derived<F, Erasure>

    init(
        _ kind: some RawRepresentable<String>, _ versions: Versions<F>, ages: Ageing, fields: Fields, whose: Whose<F>,
        object: Derived<F, String>, erases: Derived<F, Erasure>
    ) {
        (self.kind, self.versions, self.ages, self.fields) = (kind.rawValue, versions, ages, fields)
        (self.whose, self.object, self.erases) = (whose, object, erases)
    }
}

/// When what facts of a kind hold of people's names and words goes by age; the periods are settings.
public enum Ageing: String, CaseIterable, Sendable {
    /// Chat and questions: some days after the meeting.
    case talk
    /// Notes, answers, actions, minutes: some months after the programme year.
    case work
    /// Who was there, and the frame of the meeting: it goes with the whole log of the meeting, some months after the
    /// programme year.
    case record
    /// What holds as long as somebody wants it: they take it back themselves.
    case standing

    /// The names of the facts of a room or a network that age like this.
    public var kinds: [String] {
        Event.types.filter { $0.ages == self }.map { $0.kind }
            + NetworkEvent.types.filter { $0.ages == self }.map { $0.kind }
    }
}

extension Fact {
    fileprivate static var ages: Ageing { kept.ages }
}

/// What the fields of a fact hold, by their names; whatever stands in no list here is nobody's.
public struct Fields: Sendable {
    /// Who somebody is: erasable, and gone at the meeting's end with whoever chose "count only".
    public let names: Set<String>
    /// What somebody wrote or wants: erasable.
    public let words: Set<String>
    /// Texts that no person wrote as their own: names of zones, programs, topics. They stay.
    public let codes: Set<String>
    /// Fields in which people stand beside `person`.
    public let people: Set<String>

    init(names: [any CodingKey], words: [any CodingKey], codes: [any CodingKey], people: [any CodingKey]) {
        self.names = Set(names.map(\.stringValue))
        self.words = Set(words.map(\.stringValue))
        self.codes = Set(codes.map(\.stringValue))
        self.people = Set(people.map(\.stringValue))
    }

    /// Identifiers, numbers and words of a fixed list only, and at most one `person`.
    static let plain = Fields(names: [], words: [], codes: [], people: [])
}

/// Whose a fact and its erasable fields are.
public enum Whose<F>: Sendable {
    /// Theirs who stand in its field `person`; the actor's where nobody does.
    case person(@Sendable (F) -> PersonID?)
    /// Theirs whose command it came of.
    case actor
    /// Nobody's: who caused it is not stored, neither with it nor with its command.
    case nobody
}

/// What follows from a fact, if anything does.
public enum Derived<F, Value>: Sendable {
    case nothing
    case of(@Sendable (F) -> Value?)

    /// The value for one fact.
    public func callAsFunction(_ fact: F) -> Value? {
        switch self {
        case .nothing: nil
        case .of(let value): value(fact)
        }
    }
}

/// In which versions the bodies of a kind stand in logs.
public struct Versions<F: Fact>: Sendable {
    /// The one that is written.
    public let current: Int
    private let older: [Int: @Sendable (any Decoder) throws -> F]

    /// There is one.
    static var first: Versions { Versions(current: 1, older: [:]) }

    /// There is a second, and what is left of the first becomes one of it.
    static func second<Old: Decodable>(from _: Old.Type, _ upcast: @escaping @Sendable (Old) -> F) -> Versions {
        Versions(current: 2, older: [1: { upcast(try Old(from: $0)) }])
    }

    /// Whether this program can read bodies of a version.
    public func reads(_ version: Int) -> Bool { version == current || older[version] != nil }

    /// A fact from a body of a version that can be read.
    public func fact(_ version: Int, from decoder: any Decoder) throws -> F {
        try older[version].map { try $0(decoder) } ?? F(from: decoder)
    }
}
