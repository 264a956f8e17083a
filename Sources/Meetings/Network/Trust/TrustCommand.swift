// Knows the wishes that concern what a network answers for, each with its row of rights.

/// A wish that concerns complaints and looks at personal data.
public enum TrustCommand: Equatable, Sendable {
    case makeComplaint(MakeComplaint)
    case acknowledgeComplaint(AcknowledgeComplaint)
    case settleComplaint(SettleComplaint)
    case noteLook(NoteLook)

    /// The names of these wishes.
    public enum Kind: String, CaseIterable, Sendable {
        case makeComplaint, acknowledgeComplaint, settleComplaint, noteLook

        public var type: any NetworkWish.Type {
            switch self {
            case .makeComplaint: MakeComplaint.self
            case .acknowledgeComplaint: AcknowledgeComplaint.self
            case .settleComplaint: SettleComplaint.self
            case .noteLook: NoteLook.self
            }
        }
    }

    public var wish: any NetworkWish {
        switch self {
        case .makeComplaint(let wish): wish
        case .acknowledgeComplaint(let wish): wish
        case .settleComplaint(let wish): wish
        case .noteLook(let wish): wish
        }
    }
}

/// Complains about data. Refused as `tooMany` where so many of one person wait.
public struct MakeComplaint: NetworkWish {
    public var meeting: String
    public var text: String
    public var contact: String?
    /// Whether they object to how data are used, rather than complain.
    public var isObjection: Bool

    public static let granted = NetworkGranted<Self>(
        TrustCommand.Kind.makeComplaint, to: [.teacher, .coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .trust(.makeComplaint(self)) }

    public init(meeting: String, text: String, contact: String?, isObjection: Bool = false) {
        (self.meeting, self.text, self.contact, self.isObjection) = (meeting, text, contact, isObjection)
    }
}

/// Says that a complaint has come and is looked into.
public struct AcknowledgeComplaint: NetworkWish {
    public var complaint: ComplaintID

    public static let granted = NetworkGranted<Self>(
        TrustCommand.Kind.acknowledgeComplaint, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .trust(.acknowledgeComplaint(self)) }

    public init(complaint: ComplaintID) {
        self.complaint = complaint
    }
}

/// Says what came of a complaint. It is acknowledged by that, where it was not before.
public struct SettleComplaint: NetworkWish {
    public var complaint: ComplaintID
    public var outcome: String

    public static let granted = NetworkGranted<Self>(
        TrustCommand.Kind.settleComplaint, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .trust(.settleComplaint(self)) }

    public init(complaint: ComplaintID, outcome: String) {
        (self.complaint, self.outcome) = (complaint, outcome)
    }
}

/// Notes that somebody looks at personal data; only the server does, before it shows them.
public struct NoteLook: NetworkWish {
    public var look: Look
    /// Who looks, by account; nil for whoever has none.
    public var account: String?
    /// Who looks, by person.
    public var by: PersonID?
    public var meeting: String?
    /// At whose data, where it is one person's.
    public var person: PersonID?

    public static let granted = NetworkGranted<Self>(TrustCommand.Kind.noteLook, to: [], as: [], about: .nothing)
    public var command: NetworkCommand { .trust(.noteLook(self)) }

    public init(_ look: Look, account: String?, by: PersonID?, meeting: String? = nil, person: PersonID? = nil) {
        (self.look, self.account, self.by) = (look, account, by)
        (self.meeting, self.person) = (meeting, person)
    }
}
