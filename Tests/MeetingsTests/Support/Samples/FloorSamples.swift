// Knows samples of the facet `floor`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension FloorCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .raiseHand: RaiseHand(person: "p7").command
        case .lowerHand: LowerHand(person: "p7").command
        case .callOn: CallOn(person: "p7").command
        case .startTurn: StartTurn(person: "p7").command
        case .noteSpeech: NoteSpeech(person: "p7", words: 12, characters: 61).command
        case .endTurn: EndTurn(person: "p7").command
        case .openView: OpenView(person: "p7", view: .queue).command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .raiseHand: "O TPLC LC s"
        case .lowerHand: "O TPLC LC s"
        case .callOn: "O LC LC -"
        case .startTurn: "O TPLC LC s"
        case .noteSpeech: "O TPLC LC s"
        case .endTurn: "O TPLC LC s"
        case .openView: "O TPLC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .raiseHand: RaiseHand(person: id).command
        case .lowerHand: LowerHand(person: id).command
        case .callOn: CallOn(person: id).command
        case .startTurn: StartTurn(person: id).command
        case .noteSpeech: NoteSpeech(person: id, words: 1, characters: 4).command
        case .endTurn: EndTurn(person: id).command
        case .openView: OpenView(person: id, view: .queue).command
        }
    }

    func before(_ id: PersonID) -> [Event] {
        if self == .lowerHand { return [HandRaised(person: id, index: 0, source: .client).event] }
        return self == .endTurn ? [TurnStarted(person: id, source: .client).event] : []
    }
}

extension FloorFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .handRaised: HandRaised(person: "p7", index: 0, source: .client).event
        case .handLowered: HandLowered(person: "p7", source: .scribe).event
        case .handCalled: HandCalled(person: "p7").event
        case .turnStarted: TurnStarted(person: "p7", source: .selfReport).event
        case .speechNoted: SpeechNoted(person: "p7", words: 12, characters: 61, source: .transcript).event
        case .turnEnded: TurnEnded(person: "p7", milliseconds: 73_500).event
        case .viewOpened: ViewOpened(person: "p7", view: .queue).event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: FloorCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        let person = someone(people)
        let about: PersonID? = once(in: 2) ? nil : person
        switch kind {
        case .raiseHand: return RaiseHand(person: about).command
        case .lowerHand: return LowerHand(person: about).command
        case .callOn: return CallOn(person: person).command
        case .startTurn: return StartTurn(person: about).command
        case .noteSpeech: return NoteSpeech(person: about, words: pick([-1, 0, 7]), characters: 40).command
        case .endTurn: return EndTurn(person: about).command
        case .openView: return OpenView(person: about, view: .queue).command
        }
    }
}
