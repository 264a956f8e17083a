// Knows samples of the facet `drafts`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension DraftCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .setPairRules: SetPairRules(together: [["p7", "p8"]], apart: [["p8", "p9"]], segment: "s3").command
        case .saveDraft: SaveDraft(draft: "d59", title: "By phase", plan: .sample).command
        case .dropDraft: DropDraft(draft: "d59").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .setPairRules: "PO LC - -"
        case .saveDraft: "PO LC - -"
        case .dropDraft: "PO LC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .setPairRules: SetPairRules(together: [["me", "you"]], apart: []).command
        case .saveDraft: SaveDraft(draft: nil, title: nil, plan: Given.groups(["you"])).command
        case .dropDraft: DropDraft(draft: "d1").command
        }
    }
}

extension DraftFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .pairRulesSet: PairRulesSet(together: [["p7", "p8"]], apart: [["p8", "p9"]], segment: "s3").event
        case .draftSaved:
            DraftSaved(draft: "d59", title: "By phase", groups: [.sample], texts: .sample, draw: .sample).event
        case .draftDropped: DraftDropped(draft: "d59").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: DraftCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .setPairRules:
            let segment = room.agenda.isEmpty || once(in: 2) ? nil : pick(room.agenda).id
            return SetPairRules(
                together: once(in: 2) ? [] : [some(people)], apart: once(in: 2) ? [] : [some(people)],
                segment: segment
            ).command
        case .saveDraft:
            let known = room.drafts.isEmpty || once(in: 2) ? nil : pick(room.drafts).id
            return SaveDraft(draft: known, title: once(in: 2) ? nil : text(), plan: plan(room, people)).command
        case .dropDraft: return DropDraft(draft: room.drafts.isEmpty ? "nonsense" : pick(room.drafts).id).command
        }
    }
}
