// Knows the topics that people of a network offer and need: their own list, or Config/topics.json.

import Foundation
import Meetings
import Storage

/// The topics of networks.
struct TopicList: Sendable {
    /// For networks that have changed nothing.
    let standard: [Topic]

    /// `data` is Config/topics.json.
    init(_ data: Data) throws {
        do {
            standard = try Room().checked(JSONDecoder().decode([Topic].self, from: data))
        } catch {
            throw Failure("Config/topics.json does not have the expected form: \(error)", Ending.settings)
        }
    }

    func topics(of network: NetworkRow?) -> [Topic] {
        guard let network, !network.topics.isEmpty,
            let topics = try? JSONDecoder().decode([Topic].self, from: Data(network.topics.utf8))
        else { return standard }
        return topics
    }
}
