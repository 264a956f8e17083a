// Knows what a room has to know that stands beside its log: its links, and the network it belongs to.

import Hosting
import Interface
import Storage
import Wire

/// The list of meetings as hosting sees it.
struct MeetingSettings: RoomSettings {
    private let catalogue: StoreCatalogue
    private let links: Links

    /// Links are said with `base`.
    init(store: Store, base: String) {
        catalogue = StoreCatalogue(store: store)
        links = Links(store: store, base: base)
    }

    func setting(of meeting: String) async throws -> RoomSetting? {
        // Of a meeting whose log has gone there is no room.
        guard try await catalogue.store.retired(meeting) == nil,
            let network = try await catalogue.network(ofMeeting: meeting),
            let record = try await catalogue.meeting(meeting, network: network)
        else { return nil }
        let card = try await catalogue.network(network).map {
            NetworkCard(name: $0.name, contact: $0.contact.isEmpty ? nil : $0.contact)
        }
        return RoomSetting(
            network: network, links: try await links.joining(record), card: card, isRehearsal: record.isRehearsal)
    }
}
