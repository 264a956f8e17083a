// Knows the topics that people of a network offer and need: their own list, or the one that the server came with.

import Foundation
import Meetings

/// The topics of networks.
public struct TopicList: Sendable {
    /// For networks that have changed nothing.
    private let standard: [Topic]

    /// `data` is the list as JSON.
    ///
    /// - Throws: when it is none, or breaks a rule of topics.
    public init(_ data: Data) throws { standard = try Room().checked(JSONDecoder().decode([Topic].self, from: data)) }

    func topics(of network: NetworkRecord?) -> [Topic] { network?.topics ?? standard }
}

/// Topics as they are sent: each with a name, none twice.
struct BoundedTopics: Decodable, Sendable {
    let values: [Topic]

    init(from decoder: any Decoder) throws {
        let sent = try BoundedList<Topic, Topics>(from: decoder).values
        do {
            values = try Room().checked(sent)
        } catch {
            throw Refusal(error, field: decoder.field)
        }
    }
}
