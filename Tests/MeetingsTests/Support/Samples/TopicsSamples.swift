// Knows samples of the facet `topics`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension TopicCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .setTopics: SetTopics(topics: [.sample]).command
        case .recallTopics: RecallTopics(person: "p7", offers: ["python"], needs: ["cad"], teaching: .primary).command
        case .setOffers: SetOffers(topics: ["python", "cad"]).command
        case .setNeeds: SetNeeds(topics: ["robotics"]).command
        case .setTeaching: SetTeaching(teaching: .secondary).command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .setTopics: "PO LC - -"
        case .recallTopics: "- - - -"
        case .setOffers: "PO PLC - -"
        case .setNeeds: "PO PLC - -"
        case .setTeaching: "PO PLC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .setTopics: SetTopics(topics: [Topic(id: "cad", names: ["en": "CAD"])]).command
        case .recallTopics: RecallTopics(person: id, offers: ["python"], needs: [], teaching: nil).command
        case .setOffers: SetOffers(topics: ["python"]).command
        case .setNeeds: SetNeeds(topics: ["python"]).command
        case .setTeaching: sample
        }
    }
}

extension TopicFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .topicsSet: TopicsSet(topics: [.sample]).event
        case .offersSet: OffersSet(person: "p7", topics: ["python", "cad"], source: .leadTap).event
        case .needsSet: NeedsSet(person: "p7", topics: ["robotics"], source: .scribe).event
        case .teachingSet: TeachingSet(person: "p7", teaching: .furtherEducation, source: .client).event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: TopicCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .setTopics: return SetTopics(topics: Array(Self.topics.prefix(1 + below(3)))).command
        case .recallTopics:
            return RecallTopics(person: pick(people), offers: chosen(), needs: chosen(), teaching: teaching()).command
        case .setOffers: return SetOffers(topics: chosen()).command
        case .setNeeds: return SetNeeds(topics: chosen()).command
        case .setTeaching: return SetTeaching(teaching: teaching()).command
        }
    }
}
