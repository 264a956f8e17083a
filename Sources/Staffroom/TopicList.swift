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

/// What somebody said at earlier meetings.
struct Recollection {
    /// Nil if they said nothing.
    let command: Command?

    /// `last` holds one entry a kind (`Store.lastTopics`).
    init(person: String, last: [LogEntry]) throws {
        var offers: [TopicID] = []
        var needs: [TopicID] = []
        var teaching: TeachingPhase?
        for entry in try last.map(StoreLog.entry) {
            switch entry.event {
            case .offersSet(_, let topics, _): offers = topics
            case .needsSet(_, let topics, _): needs = topics
            case .teachingSet(_, let phase, _): teaching = phase
            default: break
            }
        }
        let isEmpty = offers.isEmpty && needs.isEmpty && teaching == nil
        command =
            isEmpty
            ? nil
            : .recallTopics(
                person: PersonID(rawValue: person), offers: offers, needs: needs, teaching: teaching)
    }
}
