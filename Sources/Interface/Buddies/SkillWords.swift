// Knows when what two people wrote is the same skill: rooms and buddies share one vocabulary, a topic has a name in each
// language, and "micro:bit" is "microbit".

import Meetings

/// The words of a network.
struct SkillWords: Sendable {
    private let topics: [String: String]

    init(_ topics: [Topic]) {
        var known: [String: String] = [:]
        for topic in topics {
            for name in topic.names.values where known[Text.key(name)] == nil {
                known[Text.key(name)] = "topic \(topic.id.rawValue)"
            }
        }
        self.topics = known
    }

    /// What is the same for everything that means it.
    func key(_ text: String) -> String {
        let key = Text.key(text)
        return topics[key] ?? key
    }
}
