// Knows how simulated teachers behave where groups are concerned: what they offer and need, what they note where they
// sit, and when they call for help. A pure table, like the rest.

import Meetings

extension Behaviour {
    /// So many topics are offered or needed at most.
    private static let mostTopics = 2

    /// What somebody says of themselves once they know what there is to choose from.
    func saying(of topics: [TopicID], chance: inout some RandomNumberGenerator) -> [Step] {
        guard !topics.isEmpty else { return [] }
        func some() -> [TopicID] { Array(topics.shuffled(using: &chance).prefix(Self.mostTopics)) }
        func soon() -> Double { .random(in: 5...40, using: &chance) }
        switch self {
        case .talker: return [Step(after: soon(), deed: .offer(some())), Step(after: soon(), deed: .teach)]
        case .lurker: return [Step(after: soon(), deed: .need(some())), Step(after: soon(), deed: .teach)]
        case .dropper: return [Step(after: soon(), deed: .offer(some())), Step(after: soon(), deed: .need(some()))]
        case .latecomer: return [Step(after: soon(), deed: .need(some()))]
        case .table: return [Step(after: soon(), deed: .teach)]
        }
    }

    /// What somebody does in a group they sit in.
    func working(in group: GroupID, chance: inout some RandomNumberGenerator) -> [Step] {
        switch self {
        case .talker:
            return [
                Step(after: .random(in: 20...90, using: &chance), deed: .note(group, .thought, isReport: false)),
                Step(after: .random(in: 120...240, using: &chance), deed: .note(group, .finding, isReport: true)),
            ]
        case .lurker:
            // Most of them listen.
            guard Int.random(in: 0..<3, using: &chance) == 0 else { return [] }
            return [Step(after: .random(in: 60...200, using: &chance), deed: .note(group, .thought, isReport: false))]
        case .latecomer:
            return [
                Step(after: .random(in: 30...120, using: &chance), deed: .signal(group, .help)),
                Step(after: .random(in: 200...280, using: &chance), deed: .signal(group, .moreTime)),
            ]
        case .dropper:
            let away = Double.random(in: 10...40, using: &chance)
            return [
                Step(after: .random(in: 30...100, using: &chance), deed: .note(group, .thought, isReport: false)),
                Step(after: .random(in: 110...180, using: &chance), deed: .lose(seconds: away, writing: nil)),
            ]
        case .table:
            return [
                Step(after: .random(in: 60...180, using: &chance), deed: .noteFor(seat: 0, group, .finding)),
                Step(after: .random(in: 200...280, using: &chance), deed: .signal(group, .done)),
            ]
        }
    }
}
