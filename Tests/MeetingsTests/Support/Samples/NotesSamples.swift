// Knows samples of the facet `notes`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension NoteCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .writeCard: WriteCard(group: "g60-1", text: "Start here", re: "k70", isReport: true).command
        case .editCard: EditCard(card: "k71", text: "Start there").command
        case .moveCard: MoveCard(card: "k71", index: 2).command
        case .withdrawCard: WithdrawCard(card: "k71").command
        case .restoreCard: RestoreCard(card: "k71", text: "Start there").command
        case .starCard: StarCard(card: "k71").command
        case .unstarCard: UnstarCard(card: "k71").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .writeCard: "O TPLC - -"
        case .editCard: "O TPLC - -"
        case .moveCard: "O TPLC - -"
        case .withdrawCard: "O TPLC - -"
        case .restoreCard: "O TPLC - -"
        case .starCard: "O TPLC - -"
        case .unstarCard: "O TPLC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .writeCard: WriteCard(group: "g1", text: "Three", re: "k2", isReport: false).command
        case .editCard: EditCard(card: "k1", text: "First").command
        case .moveCard: MoveCard(card: "k1", index: 1).command
        case .withdrawCard: WithdrawCard(card: "k1").command
        case .restoreCard: RestoreCard(card: "k1", text: "One").command
        case .starCard: StarCard(card: "k2").command
        case .unstarCard: UnstarCard(card: "k1").command
        }
    }

    func before(_ id: PersonID) -> [Event] {
        switch self {
        case .unstarCard: [CardStarred(card: "k1", group: "g1", person: "me").event]
        case .restoreCard: [CardWithdrawn(card: "k1", group: "g1").event]
        case .writeCard, .editCard, .moveCard, .withdrawCard, .starCard: []
        }
    }
}

extension NoteFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .cardWritten:
            CardWritten(
                card: "k71", group: "g60-1", person: "p7", name: "Siân", text: "Start with the sensor", words: 4,
                re: "k70", isReport: true, source: .leadTap
            ).event
        case .cardEdited: CardEdited(card: "k71", group: "g60-1", text: "Start with the light", words: 4).event
        case .cardMoved: CardMoved(card: "k71", group: "g60-1", index: 2).event
        case .cardWithdrawn: CardWithdrawn(card: "k71", group: "g60-1").event
        case .cardRestored: CardRestored(card: "k71", group: "g60-1", text: "Start with the light", words: 4).event
        case .cardStarred: CardStarred(card: "k71", group: "g60-1", person: "p8", source: .client).event
        case .cardUnstarred: CardUnstarred(card: "k71", group: "g60-1", person: "p8").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: NoteCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .writeCard:
            return WriteCard(
                group: once(in: 2) ? nil : group(room), text: text(), re: once(in: 3) ? card(room) : nil,
                isReport: once(in: 4)
            ).command
        case .editCard: return EditCard(card: card(room), text: text()).command
        case .moveCard: return MoveCard(card: card(room), index: below(4) - 1).command
        case .withdrawCard: return WithdrawCard(card: card(room)).command
        case .restoreCard:
            let card = takenBack(room).map { CardID(rawValue: $0) } ?? card(room)
            return RestoreCard(card: card, text: text()).command
        case .starCard: return StarCard(card: card(room)).command
        case .unstarCard: return UnstarCard(card: card(room)).command
        }
    }
}
