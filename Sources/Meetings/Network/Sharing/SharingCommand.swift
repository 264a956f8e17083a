// Knows the wishes that concern what buddies share, each with its row of rights.

/// A wish that concerns what buddies share.
public enum SharingCommand: Equatable, Sendable {
    case setBuddyGoal(SetBuddyGoal)
    case writeBuddyNote(WriteBuddyNote)
    case removeBuddyNote(RemoveBuddyNote)
    case setBuddyDate(SetBuddyDate)
    case pauseBuddies(PauseBuddies)
    case checkInBuddy(CheckInBuddy)

    /// The names of these wishes.
    public enum Kind: String, CaseIterable, Sendable {
        case setBuddyGoal, writeBuddyNote, removeBuddyNote, setBuddyDate, pauseBuddies, checkInBuddy

        public var type: any NetworkWish.Type {
            switch self {
            case .setBuddyGoal: SetBuddyGoal.self
            case .writeBuddyNote: WriteBuddyNote.self
            case .removeBuddyNote: RemoveBuddyNote.self
            case .setBuddyDate: SetBuddyDate.self
            case .pauseBuddies: PauseBuddies.self
            case .checkInBuddy: CheckInBuddy.self
            }
        }
    }

    public var wish: any NetworkWish {
        switch self {
        case .setBuddyGoal(let wish): wish
        case .writeBuddyNote(let wish): wish
        case .removeBuddyNote(let wish): wish
        case .setBuddyDate(let wish): wish
        case .pauseBuddies(let wish): wish
        case .checkInBuddy(let wish): wish
        }
    }
}

/// What we want to reach.
public struct SetBuddyGoal: NetworkWish {
    public var pair: PairID
    public var text: String

    public static let granted = NetworkGranted<Self>(
        SharingCommand.Kind.setBuddyGoal, to: [.teacher], as: [.buddy], about: .of { $0.pair })
    public var command: NetworkCommand { .sharing(.setBuddyGoal(self)) }

    public init(pair: PairID, text: String) {
        (self.pair, self.text) = (pair, text)
    }
}

/// Writes a note on the page that buddies share.
public struct WriteBuddyNote: NetworkWish {
    public var pair: PairID
    public var text: String

    public static let granted = NetworkGranted<Self>(
        SharingCommand.Kind.writeBuddyNote, to: [.teacher], as: [.buddy], about: .of { $0.pair })
    public var command: NetworkCommand { .sharing(.writeBuddyNote(self)) }

    public init(pair: PairID, text: String) {
        (self.pair, self.text) = (pair, text)
    }
}

/// Takes a note of mine back.
public struct RemoveBuddyNote: NetworkWish {
    public var pair: PairID
    public var note: NoteID

    public static let granted = NetworkGranted<Self>(
        SharingCommand.Kind.removeBuddyNote, to: [.teacher], as: [.buddy], about: .of { $0.pair })
    public var command: NetworkCommand { .sharing(.removeBuddyNote(self)) }

    public init(pair: PairID, note: NoteID) {
        (self.pair, self.note) = (pair, note)
    }
}

/// When we see each other next.
public struct SetBuddyDate: NetworkWish {
    public var pair: PairID
    public var day: String?
    public var text: String?

    public static let granted = NetworkGranted<Self>(
        SharingCommand.Kind.setBuddyDate, to: [.teacher], as: [.buddy], about: .of { $0.pair })
    public var command: NetworkCommand { .sharing(.setBuddyDate(self)) }

    public init(pair: PairID, day: String?, text: String?) {
        (self.pair, self.day, self.text) = (pair, day, text)
    }
}

/// Without a day it goes on.
public struct PauseBuddies: NetworkWish {
    public var pair: PairID
    public var until: String?

    public static let granted = NetworkGranted<Self>(
        SharingCommand.Kind.pauseBuddies, to: [.teacher], as: [.buddy], about: .of { $0.pair })
    public var command: NetworkCommand { .sharing(.pauseBuddies(self)) }

    public init(pair: PairID, until: String?) {
        (self.pair, self.until) = (pair, until)
    }
}

/// Says whether we talked.
public struct CheckInBuddy: NetworkWish {
    public var pair: PairID
    public var occasion: CheckInOccasion
    public var meeting: String?
    public var outcome: BuddyOutcome

    public static let granted = NetworkGranted<Self>(
        SharingCommand.Kind.checkInBuddy, to: [.teacher], as: [.buddy], about: .of { $0.pair })
    public var command: NetworkCommand { .sharing(.checkInBuddy(self)) }

    public init(pair: PairID, occasion: CheckInOccasion, meeting: String?, outcome: BuddyOutcome) {
        (self.pair, self.occasion, self.meeting, self.outcome) = (pair, occasion, meeting, outcome)
    }
}
