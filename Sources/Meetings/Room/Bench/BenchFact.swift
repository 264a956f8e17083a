// Knows the facts of kits, and all that each declares. How far people are is told as counts; who it is is told of those
// who asked to be seen, and to leads.

/// A fact of kits.
public enum BenchFact: Equatable, Sendable {
    case kitSet(KitSet)
    case helpCalled(HelpCalled)
    case helpOffered(HelpOffered)
    case helpDeclined(HelpDeclined)
    case helpGiven(HelpGiven)
    case helpClosed(HelpClosed)
    case kitReviewed(KitReviewed)
    case photoAdded(PhotoAdded)
    case photoShown(PhotoShown)
    case photoRemoved(PhotoRemoved)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case kitSet, helpCalled, helpOffered, helpDeclined, helpGiven, helpClosed, kitReviewed, photoAdded, photoShown,
            photoRemoved

        public var type: any RoomFact.Type {
            switch self {
            case .kitSet: KitSet.self
            case .helpCalled: HelpCalled.self
            case .helpOffered: HelpOffered.self
            case .helpDeclined: HelpDeclined.self
            case .helpGiven: HelpGiven.self
            case .helpClosed: HelpClosed.self
            case .kitReviewed: KitReviewed.self
            case .photoAdded: PhotoAdded.self
            case .photoShown: PhotoShown.self
            case .photoRemoved: PhotoRemoved.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .kitSet(let fact): fact
        case .helpCalled(let fact): fact
        case .helpOffered(let fact): fact
        case .helpDeclined(let fact): fact
        case .helpGiven(let fact): fact
        case .helpClosed(let fact): fact
        case .kitReviewed(let fact): fact
        case .photoAdded(let fact): fact
        case .photoShown(let fact): fact
        case .photoRemoved(let fact): fact
        }
    }
}

/// Somebody is somewhere else with their kit, or says something else of it.
public struct KitSet: RoomFact {
    public var segment: SegmentID
    public var person: PersonID?
    public var step: Int
    public var state: KitState
    public var previousStep: Int?
    public var previousState: KitState?
    public var note: String?
    public var source: Source?
    /// Who tapped it in, where that was a lead or a scribe.
    public var by: PersonID?

    public static let kept = Kept<Self>(
        BenchFact.Kind.kitSet, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.note], codes: [], people: [CodingKeys.by]),
        whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .part { $0.countedOnly }, participants: .part { $0.countedOnly }, guests: .nothing,
        walls: .part { $0.countedOnly }, group: .everybody,
        follows: .of { $0.person.map { [.own($0)] } ?? [] })
    public var event: Event { .bench(.kitSet(self)) }
}

/// Somebody said how a kit was.
public struct KitReviewed: RoomFact {
    public var segment: SegmentID
    /// What the kit is called.
    public var kit: String?
    public var person: PersonID
    public var isStudent: Bool
    public var fiddly: Int
    public var frustrating: Int
    public var adaption: String?
    public var words: Int
    public var source: Source?

    public static let kept = Kept<Self>(
        BenchFact.Kind.kitReviewed, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.adaption], codes: [CodingKeys.kit], people: []),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] })
    public var event: Event { .bench(.kitReviewed(self)) }
}

extension KitSet {
    /// How many are where, and not who.
    fileprivate var countedOnly: KitSet? {
        // Another note changes no count.
        guard previousStep != step || previousState != state else { return nil }
        return KitSet(
            segment: segment, step: step, state: state, previousStep: previousStep, previousState: previousState)
    }
}
