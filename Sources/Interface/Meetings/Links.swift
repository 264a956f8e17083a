// Knows the addresses that are given out: what stands behind `#` never reaches a server's log.

import Meetings
import Wire

/// Links of meetings, made by the catalogue, with this server's address before them.
public struct Links: Sendable {
    private let meetings: any MeetingCatalogue
    private let base: String
    /// The QR code of a text: one string of 0 and 1 a row.
    private let picture: @Sendable (String) -> [String]

    public init(
        meetings: any MeetingCatalogue, base: String, picture: @escaping @Sendable (String) -> [String]
    ) {
        (self.meetings, self.base, self.picture) = (meetings, base, picture)
    }

    /// Everything one needs to bring others in.
    public func joining(_ meeting: MeetingRecord) async throws -> JoinLinks {
        let join = try await address(.room, of: meeting)
        return JoinLinks(
            code: meeting.code, join: join, qr: picture(join), guest: try await address(.guest, of: meeting),
            wall: try await address(.wall, of: meeting))
    }

    /// The one link by which a person is known at one meeting.
    func personal(_ person: PersonID, of meeting: MeetingRecord) async throws -> String {
        try await address(.personal, of: meeting, person)
    }

    /// The same with its QR code.
    func withPicture(_ person: PersonID, of meeting: MeetingRecord) async throws -> PersonalLink {
        let link = try await personal(person, of: meeting)
        return PersonalLink(link: link, qr: picture(link))
    }

    /// A one-time link for an account.
    public func oneTime(_ token: String) -> String { "\(base)/coordinator.html#setup=\(token)" }

    /// The link to somebody's page of buddies.
    func buddies(_ token: String) -> String { "\(base)/buddies.html#k=\(token)" }

    private func address(_ kind: DoorKind, of meeting: MeetingRecord, _ person: PersonID? = nil) async throws -> String
    {
        let token = try await meetings.linkToken(kind, of: meeting, person: person)
        return kind == .wall ? "\(base)/wall.html#k=\(token)" : "\(base)/#l=\(token)"
    }
}
