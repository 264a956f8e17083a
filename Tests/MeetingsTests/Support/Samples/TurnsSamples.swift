// Knows samples of the facet `turns`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension TurnCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .giveGroupTurn: GiveGroupTurn(group: "g60-1", person: "p8", after: "p7").command
        case .endGroupTurns: EndGroupTurns(group: "g60-1").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .giveGroupTurn: "O TPLC - -"
        case .endGroupTurns: "O TPLC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .giveGroupTurn: GiveGroupTurn(group: "g1").command
        case .endGroupTurns: EndGroupTurns(group: "g1").command
        }
    }

    func before(_ id: PersonID) -> [Event] {
        switch self {
        case .giveGroupTurn: []
        case .endGroupTurns: [GroupTurnGiven(group: "g1", person: "you", seconds: 120).event]
        }
    }
}

extension TurnFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .groupTurnGiven: GroupTurnGiven(group: "g60-1", person: "p8", seconds: 120).event
        case .groupTurnsEnded: GroupTurnsEnded(group: "g60-1").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: TurnCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        let id: GroupID? = once(in: 2) ? nil : group(room)
        switch kind {
        case .giveGroupTurn:
            let turn = room.round?.groups.first { $0.id == id }?.turns?.person
            return GiveGroupTurn(
                group: id, person: once(in: 3) ? someone(people) : nil, after: once(in: 6) ? someone(people) : turn
            ).command
        case .endGroupTurns: return EndGroupTurns(group: id).command
        }
    }
}
