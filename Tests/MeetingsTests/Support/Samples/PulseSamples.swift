// Knows samples of the facet `pulse`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension PulseCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .openPulse: OpenPulse().command
        case .answerPulse: AnswerPulse(pulse: "u21", answer: .gotIt).command
        case .closePulse: ClosePulse(pulse: "u21").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .openPulse: "O LC - -"
        case .answerPulse: "O TPLC - -"
        case .closePulse: "O LC - -"
        }
    }

    func before(_ id: PersonID) -> [Event] {
        switch self {
        case .openPulse: [PulseClosed(pulse: "u1").event]
        case .answerPulse, .closePulse: []
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .openPulse: OpenPulse().command
        case .answerPulse: AnswerPulse(pulse: "u1", answer: .gotIt).command
        case .closePulse: ClosePulse(pulse: "u1").command
        }
    }
}

extension PulseFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .pulseOpened: PulseOpened(pulse: "u21", segment: "s3").event
        case .pulseAnswered: PulseAnswered(pulse: "u21", person: "p7", answer: .gotIt, previous: .nearly).event
        case .pulseClosed: PulseClosed(pulse: "u21").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: PulseCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .openPulse: return OpenPulse().command
        case .answerPulse: return AnswerPulse(pulse: pulse(room), answer: pick(PulseAnswer.allCases)).command
        case .closePulse: return ClosePulse(pulse: pulse(room)).command
        }
    }
}
