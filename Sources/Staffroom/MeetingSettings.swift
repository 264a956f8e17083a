// Knows what a room has to know that stands beside its log: its links, and the network it belongs to.

import Hosting
import Storage
import Wire

/// The list of meetings as hosting sees it.
struct MeetingSettings: RoomSettings {
    let store: Store
    let links: Links

    func setting(of meeting: String) async throws -> RoomSetting? {
        guard let network = try await store.network(ofMeeting: meeting),
            let row = try await store.meeting(meeting, network: network)
        else { return nil }
        let card = try await store.network(network).map {
            NetworkCard(name: $0.name, contact: $0.contact.isEmpty ? nil : $0.contact)
        }
        return RoomSetting(
            network: network, links: try await links.joining(row), card: card, isRehearsal: row.isRehearsal)
    }
}
