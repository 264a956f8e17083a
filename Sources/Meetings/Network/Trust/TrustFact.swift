// Knows the facts of what a network answers for, and all that each declares.

/// A fact of complaints and looks at personal data.
public enum TrustFact: Equatable, Sendable {
    case complaintMade(ComplaintMade)
    case complaintAcknowledged(ComplaintAcknowledged)
    case complaintSettled(ComplaintSettled)
    case dataSeen(DataSeen)

    /// The names of these facts in the log.
    public enum Kind: String, CaseIterable, Sendable {
        case complaintMade, complaintAcknowledged, complaintSettled, dataSeen

        public var type: any NetworkFact.Type {
            switch self {
            case .complaintMade: ComplaintMade.self
            case .complaintAcknowledged: ComplaintAcknowledged.self
            case .complaintSettled: ComplaintSettled.self
            case .dataSeen: DataSeen.self
            }
        }
    }

    public var fact: any NetworkFact {
        switch self {
        case .complaintMade(let fact): fact
        case .complaintAcknowledged(let fact): fact
        case .complaintSettled(let fact): fact
        case .dataSeen(let fact): fact
        }
    }
}

/// Somebody complains about data.
public struct ComplaintMade: NetworkFact {
    public var complaint: ComplaintID
    public var person: PersonID
    public var meeting: String
    public var text: String?
    public var contact: String?
    public var isObjection: Bool

    public static let kept = Kept<Self>(
        TrustFact.Kind.complaintMade, .first, ages: .work,
        fields: Fields(
            names: [CodingKeys.contact], words: [CodingKeys.text], codes: [CodingKeys.meeting], people: []),
        whose: .person { $0.person }, object: .of { "complaint-\($0.complaint)" }, erases: .nothing)
    public var event: NetworkEvent { .trust(.complaintMade(self)) }
}

/// A coordinator has said that a complaint has come.
public struct ComplaintAcknowledged: NetworkFact {
    public var complaint: ComplaintID

    public static let kept = Kept<Self>(
        TrustFact.Kind.complaintAcknowledged, .first, ages: .work, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .trust(.complaintAcknowledged(self)) }
}

/// A coordinator has said what came of a complaint. The words go with those of whoever complained.
public struct ComplaintSettled: NetworkFact {
    public var complaint: ComplaintID
    public var outcome: String?

    public static let kept = Kept<Self>(
        TrustFact.Kind.complaintSettled, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.outcome], codes: [], people: []), whose: .actor,
        object: .of { "complaint-\($0.complaint)" }, erases: .nothing)
    public var event: NetworkEvent { .trust(.complaintSettled(self)) }
}

/// Somebody was shown personal data. Who goes by age; that it was seen stays as long as the log.
public struct DataSeen: NetworkFact {
    public var look: Look
    public var account: String?
    public var by: PersonID?
    public var meeting: String?
    public var person: PersonID?

    public static let kept = Kept<Self>(
        TrustFact.Kind.dataSeen, .first, ages: .work,
        fields: Fields(
            names: [CodingKeys.account], words: [], codes: [CodingKeys.meeting], people: [CodingKeys.by]),
        whose: .person { $0.by }, object: .nothing, erases: .nothing)
    public var event: NetworkEvent { .trust(.dataSeen(self)) }
}
