// Knows the wishes that concern those who take part, each with its row of rights.

/// A wish that concerns those who take part.
public enum MemberCommand: Equatable, Sendable {
    case optInBuddy(OptInBuddy)
    case optOutBuddy(OptOutBuddy)
    case blockBuddy(BlockBuddy)
    case unblockBuddy(UnblockBuddy)
    case removeMember(RemoveMember)

    /// The names of these wishes.
    public enum Kind: String, CaseIterable, Sendable {
        case optInBuddy, optOutBuddy, blockBuddy, unblockBuddy, removeMember

        public var type: any NetworkWish.Type {
            switch self {
            case .optInBuddy: OptInBuddy.self
            case .optOutBuddy: OptOutBuddy.self
            case .blockBuddy: BlockBuddy.self
            case .unblockBuddy: UnblockBuddy.self
            case .removeMember: RemoveMember.self
            }
        }
    }

    public var wish: any NetworkWish {
        switch self {
        case .optInBuddy(let wish): wish
        case .optOutBuddy(let wish): wish
        case .blockBuddy(let wish): wish
        case .unblockBuddy(let wish): wish
        case .removeMember(let wish): wish
        }
    }
}

/// Takes part, or changes what was said before.
public struct OptInBuddy: NetworkWish {
    public var wish: BuddyWish

    public static let granted = NetworkGranted<Self>(
        MemberCommand.Kind.optInBuddy, to: [.teacher], as: [.none], about: .nothing)
    public var command: NetworkCommand { .members(.optInBuddy(self)) }

    public init(wish: BuddyWish) {
        self.wish = wish
    }
}

/// Wants a buddy no more.
public struct OptOutBuddy: NetworkWish {

    public static let granted = NetworkGranted<Self>(
        MemberCommand.Kind.optOutBuddy, to: [.teacher], as: [.none], about: .nothing)
    public var command: NetworkCommand { .members(.optOutBuddy(self)) }

    public init() {}
}

/// Not with this person again; nobody else is told.
public struct BlockBuddy: NetworkWish {
    public var person: PersonID

    public static let granted = NetworkGranted<Self>(
        MemberCommand.Kind.blockBuddy, to: [.teacher], as: [.none], about: .nothing)
    public var command: NetworkCommand { .members(.blockBuddy(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Takes that back.
public struct UnblockBuddy: NetworkWish {
    public var person: PersonID

    public static let granted = NetworkGranted<Self>(
        MemberCommand.Kind.unblockBuddy, to: [.teacher], as: [.none], about: .nothing)
    public var command: NetworkCommand { .members(.unblockBuddy(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Somebody was erased; said by the server.
public struct RemoveMember: NetworkWish {
    public var person: PersonID

    public static let granted = NetworkGranted<Self>(MemberCommand.Kind.removeMember, to: [], as: [], about: .nothing)
    public var command: NetworkCommand { .members(.removeMember(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}
