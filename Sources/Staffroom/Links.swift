// Knows the addresses that are given out: what stands behind `#` never reaches a server's log.

import Hosting
import Meetings
import Storage
import Wire

/// Links of meetings, made by the store, with this server's address before them.
struct Links: Sendable {
    let store: Store
    let base: String

    /// Everything one needs to bring others in.
    func joining(_ meeting: MeetingRow) async throws -> JoinLinks {
        let join = try await address(.room, of: meeting)
        return JoinLinks(
            code: meeting.code, join: join, qr: QRCode.rows(join), guest: try await address(.guest, of: meeting),
            wall: try await address(.wall, of: meeting))
    }

    /// The one link by which a person is known at one meeting.
    func personal(_ person: String, of meeting: MeetingRow) async throws -> String {
        try await address(.personal, of: meeting, person)
    }

    /// The same with its QR code.
    func withPicture(_ person: String, of meeting: MeetingRow) async throws -> PersonalLink {
        let link = try await personal(person, of: meeting)
        return PersonalLink(link: link, qr: QRCode.rows(link))
    }

    /// A one-time link for an account.
    func oneTime(_ token: String) -> String { "\(base)/coordinator.html#setup=\(token)" }

    /// The link to somebody's page of buddies.
    func buddies(_ token: String) -> String { "\(base)/buddies.html#k=\(token)" }

    private func address(_ kind: LinkKind, of meeting: MeetingRow, _ person: String? = nil) async throws -> String {
        let known = try await store.currentLink(
            network: meeting.network, meeting: meeting.id, kind: kind, person: person)
        let token: String
        if let known {
            token = known
        } else {
            token = try await store.makeLink(network: meeting.network, meeting: meeting.id, kind: kind, person: person)
        }
        return kind == .wall ? "\(base)/wall.html#k=\(token)" : "\(base)/#l=\(token)"
    }
}
