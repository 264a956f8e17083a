// Knows the wishes that concern the speaking queue and the floor, each with its row of rights.

/// A wish that concerns the speaking queue and the floor.
public enum FloorCommand: Equatable, Sendable {
    case raiseHand(RaiseHand)
    case lowerHand(LowerHand)
    case callOn(CallOn)
    case startTurn(StartTurn)
    case noteSpeech(NoteSpeech)
    case endTurn(EndTurn)
    case openView(OpenView)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case raiseHand, lowerHand, callOn, startTurn, noteSpeech, endTurn, openView

        public var type: any RoomWish.Type {
            switch self {
            case .raiseHand: RaiseHand.self
            case .lowerHand: LowerHand.self
            case .callOn: CallOn.self
            case .startTurn: StartTurn.self
            case .noteSpeech: NoteSpeech.self
            case .endTurn: EndTurn.self
            case .openView: OpenView.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .raiseHand(let wish): wish
        case .lowerHand(let wish): wish
        case .callOn(let wish): wish
        case .startTurn(let wish): wish
        case .noteSpeech(let wish): wish
        case .endTurn(let wish): wish
        case .openView(let wish): wish
        }
    }
}

/// Raises a hand.
public struct RaiseHand: RoomWish {
    public var person: PersonID?

    public static let granted = Granted<Self>(
        FloorCommand.Kind.raiseHand, in: [.open], own: .voices, other: .leads, scribe: true, forOthers: true,
        about: .of { $0.person })
    public var command: Command { .floor(.raiseHand(self)) }

    public init(person: PersonID?) {
        self.person = person
    }
}

/// Lowers a hand.
public struct LowerHand: RoomWish {
    public var person: PersonID?

    public static let granted = Granted<Self>(
        FloorCommand.Kind.lowerHand, in: [.open], own: .voices, other: .leads, scribe: true, forOthers: true,
        about: .of { $0.person })
    public var command: Command { .floor(.lowerHand(self)) }

    public init(person: PersonID?) {
        self.person = person
    }
}

/// Calls on somebody.
public struct CallOn: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        FloorCommand.Kind.callOn, in: [.open], own: .leads, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .floor(.callOn(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Takes the floor.
public struct StartTurn: RoomWish {
    public var person: PersonID?

    public static let granted = Granted<Self>(
        FloorCommand.Kind.startTurn, in: [.open], own: .voices, other: .leads, scribe: true, forOthers: true,
        about: .of { $0.person })
    public var command: Command { .floor(.startTurn(self)) }

    public init(person: PersonID?) {
        self.person = person
    }
}

/// Notes how much was said.
public struct NoteSpeech: RoomWish {
    public var person: PersonID?
    public var words: Int
    public var characters: Int

    public static let granted = Granted<Self>(
        FloorCommand.Kind.noteSpeech, in: [.open], own: .voices, other: .leads, scribe: true, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .floor(.noteSpeech(self)) }

    public init(person: PersonID?, words: Int, characters: Int) {
        (self.person, self.words, self.characters) = (person, words, characters)
    }
}

/// Gives up the floor.
public struct EndTurn: RoomWish {
    public var person: PersonID?

    public static let granted = Granted<Self>(
        FloorCommand.Kind.endTurn, in: [.open], own: .voices, other: .leads, scribe: true, forOthers: true,
        about: .of { $0.person })
    public var command: Command { .floor(.endTurn(self)) }

    public init(person: PersonID?) {
        self.person = person
    }
}

/// Brings something to the front.
public struct OpenView: RoomWish {
    public var person: PersonID?
    public var view: View

    public static let granted = Granted<Self>(
        FloorCommand.Kind.openView, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .floor(.openView(self)) }

    public init(person: PersonID?, view: View) {
        (self.person, self.view) = (person, view)
    }
}
