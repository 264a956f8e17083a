// Knows the wishes that concern the quick question, each with its row of rights.

/// A wish that concerns the quick question.
public enum PulseCommand: Equatable, Sendable {
    case openPulse(OpenPulse)
    case answerPulse(AnswerPulse)
    case closePulse(ClosePulse)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case openPulse, answerPulse, closePulse

        public var type: any RoomWish.Type {
            switch self {
            case .openPulse: OpenPulse.self
            case .answerPulse: AnswerPulse.self
            case .closePulse: ClosePulse.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .openPulse(let wish): wish
        case .answerPulse(let wish): wish
        case .closePulse(let wish): wish
        }
    }
}

/// Asks the quick question now: about the segment that is open, else about the one that was last. Refused as `notFound`
/// before the first segment, and as `alreadySo` while one is open.
public struct OpenPulse: RoomWish {
    public static let granted = Granted<Self>(
        PulseCommand.Kind.openPulse, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .pulse(.openPulse(self)) }

    public init() {}
}

/// Answers the quick question.
public struct AnswerPulse: RoomWish {
    public var pulse: PulseID
    public var answer: PulseAnswer

    public static let granted = Granted<Self>(
        PulseCommand.Kind.answerPulse, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .pulse(.answerPulse(self)) }

    public init(pulse: PulseID, answer: PulseAnswer) {
        (self.pulse, self.answer) = (pulse, answer)
    }
}

/// Closes the quick question.
public struct ClosePulse: RoomWish {
    public var pulse: PulseID

    public static let granted = Granted<Self>(
        PulseCommand.Kind.closePulse, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .pulse(.closePulse(self)) }

    public init(pulse: PulseID) {
        self.pulse = pulse
    }
}
