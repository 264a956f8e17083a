// Knows the wishes that concern how buddies come about and end, each with its row of rights.

/// A wish that concerns how buddies come about and end.
public enum BuddyCommand: Equatable, Sendable {
    case proposeBuddies(ProposeBuddies)
    case acceptBuddy(AcceptBuddy)
    case declineBuddy(DeclineBuddy)
    case leaveBuddies(LeaveBuddies)

    /// The names of these wishes.
    public enum Kind: String, CaseIterable, Sendable {
        case proposeBuddies, acceptBuddy, declineBuddy, leaveBuddies

        public var type: any NetworkWish.Type {
            switch self {
            case .proposeBuddies: ProposeBuddies.self
            case .acceptBuddy: AcceptBuddy.self
            case .declineBuddy: DeclineBuddy.self
            case .leaveBuddies: LeaveBuddies.self
            }
        }
    }

    public var wish: any NetworkWish {
        switch self {
        case .proposeBuddies(let wish): wish
        case .acceptBuddy(let wish): wish
        case .declineBuddy(let wish): wish
        case .leaveBuddies(let wish): wish
        }
    }
}

/// Publishes a round.
public struct ProposeBuddies: NetworkWish {
    public var proposal: BuddyProposal

    public static let granted = NetworkGranted<Self>(
        BuddyCommand.Kind.proposeBuddies, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .buddies(.proposeBuddies(self)) }

    public init(proposal: BuddyProposal) {
        self.proposal = proposal
    }
}

/// Says yes.
public struct AcceptBuddy: NetworkWish {
    public var pair: PairID

    public static let granted = NetworkGranted<Self>(
        BuddyCommand.Kind.acceptBuddy, to: [.teacher], as: [.buddy], about: .of { $0.pair })
    public var command: NetworkCommand { .buddies(.acceptBuddy(self)) }

    public init(pair: PairID) {
        self.pair = pair
    }
}

/// Says "not this time".
public struct DeclineBuddy: NetworkWish {
    public var pair: PairID

    public static let granted = NetworkGranted<Self>(
        BuddyCommand.Kind.declineBuddy, to: [.teacher], as: [.buddy], about: .of { $0.pair })
    public var command: NetworkCommand { .buddies(.declineBuddy(self)) }

    public init(pair: PairID) {
        self.pair = pair
    }
}

/// Leaves their buddies and goes on taking part.
public struct LeaveBuddies: NetworkWish {
    public var pair: PairID

    public static let granted = NetworkGranted<Self>(
        BuddyCommand.Kind.leaveBuddies, to: [.teacher], as: [.buddy], about: .of { $0.pair })
    public var command: NetworkCommand { .buddies(.leaveBuddies(self)) }

    public init(pair: PairID) {
        self.pair = pair
    }
}
