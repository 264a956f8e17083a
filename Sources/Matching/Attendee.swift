// Knows what the engine is told of a person: facts of the roster, nothing of rooms or accounts.

/// A person to be placed.
public struct Attendee: Equatable, Sendable {
    public var id: String
    public var name: String
    public var school: String
    /// The trust that the school belongs to.
    public var trust: String?
    public var phase: String
    public var subject: String
    /// Years in teaching; nil where nobody said. Scored as a few then, and never told.
    public var years: Int?
    public var offers: [String]
    /// The most wanted first.
    public var needs: [String]
    public var isCore: Bool
    public var isInRoom: Bool
    /// Has a device over which the room can speak with those who are remote; counts in the room only.
    public var hasBridge: Bool
    /// Thousandths of a fair share of the talk so far; nil if never heard. Used for scoring only, never shown.
    public var talkShare: Int?
    /// Wants a buddy.
    public var optsIn: Bool
    /// How far a buddy may be, in metres.
    public var farthestMetres: Int?

    public init(
        id: String, name: String? = nil, school: String, trust: String? = nil, phase: String = "", subject: String = "",
        years: Int? = nil, offers: [String] = [], needs: [String] = [], isCore: Bool = false, isInRoom: Bool = true,
        hasBridge: Bool = false, talkShare: Int? = nil, optsIn: Bool = true, farthestMetres: Int? = nil
    ) {
        self.id = id
        self.name = name ?? id
        self.school = school
        self.trust = trust
        self.phase = phase
        self.subject = subject
        self.years = years
        self.offers = offers
        self.needs = needs
        self.isCore = isCore
        self.isInRoom = isInRoom
        self.hasBridge = hasBridge
        self.talkShare = talkShare
        self.optsIn = optsIn
        self.farthestMetres = farthestMetres
    }

    /// What counts where nobody said: neither at the beginning nor experienced.
    private static let unknownYears = 3
    private var scoredYears: Int { years ?? Self.unknownYears }
    /// 0-2, 3-5, 6-10, 11 and more years.
    var band: Int { scoredYears <= 2 ? 0 : scoredYears <= 5 ? 1 : scoredYears <= 10 ? 2 : 3 }
    /// In the first two years of teaching.
    public var isEarlyCareer: Bool { scoredYears <= 2 }
    /// Has taught long enough to look after somebody who has not.
    public var isExperienced: Bool { scoredYears >= 5 }
    /// Whether anybody said which school it is; where nobody did, it is nothing or whoever they are.
    var knowsSchool: Bool { !school.isEmpty && school != id }
    /// -1 quiet, 1 dominant, 0 neither or unheard.
    var talkClass: Int {
        guard let talkShare else { return 0 }
        return talkShare < 500 ? -1 : talkShare > 1800 ? 1 : 0
    }
    var isBridge: Bool { isInRoom && hasBridge }
}

/// The people, sorted by id, so that the order of the input cannot matter.
public struct Roster: Equatable, Sendable {
    public let people: [Attendee]
    let indices: [String: Int]

    public init(_ people: [Attendee]) throws(MatchingRefusal) {
        self.people = people.sorted { $0.id < $1.id }
        var indices: [String: Int] = [:]
        for (index, person) in self.people.enumerated() {
            guard indices.updateValue(index, forKey: person.id) == nil else { throw .personTwice(person.name) }
        }
        self.indices = indices
    }

    public var count: Int { people.count }

    public func person(_ id: String) -> Attendee? { indices[id].map { people[$0] } }

    /// The positions of those ids that are here, ascending, each once.
    func indices(of ids: [String]) -> [Int] { Set(ids.compactMap { indices[$0] }).sorted() }

    func names(_ list: [Int]) -> [String] { list.map { people[$0].name } }
}
