// Knows what a network says of itself over HTTP.

import Hosting
import Meetings

private struct NetworkView: Encodable {
    var name: String
    var contact: String
    var notice: String
    var topics: [Topic]?
}

struct NetworkChange: Decodable, Sendable {
    var name: BoundedText<Title>
    var contact: PossibleText<Title>
    var notice: PossibleText<Note>
    /// Missing: they stay as they are.
    var topics: BoundedTopics?
}

extension Routes {
    func showNetwork(_ call: Call<SignedIn, Nothing>) async throws -> Response {
        guard let network = try await parts.catalogue.network(call.caller.network) else { throw Refusal.notFound }
        return .json(
            NetworkView(
                name: network.name, contact: network.contact, notice: network.notice,
                topics: parts.topics.topics(of: network)))
    }

    /// Rooms in memory learn it at once, so that a page that is open shows whom to ask now.
    func changeNetwork(_ call: Call<Coordinator, NetworkChange>) async throws -> Response {
        let (network, wish) = (call.caller.network, call.body)
        let view = NetworkView(
            name: wish.name.value, contact: wish.contact.value ?? "", notice: wish.notice.value ?? "",
            topics: wish.topics?.values)
        try await parts.catalogue.changeNetwork(
            network, name: view.name, contact: view.contact, notice: view.notice, topics: view.topics)
        let card = try await parts.catalogue.network(network)?.card
        for meeting in try await parts.catalogue.meetings(network: network)
        where meeting.phase != .ended && !meeting.isArchived {
            await parts.reception.renew(
                meeting.id, links: try await parts.links.joining(meeting), network: card)
            guard let topics = view.topics else { continue }
            do {
                _ = try await parts.reception.submit(SetTopics(topics: topics).command, by: .system, to: meeting.id)
            } catch Rejection.alreadySo {}
        }
        return .json(view)
    }
}
