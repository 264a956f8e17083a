// Knows who says hello: by ticket, by session, or by the key of a wall.

import Hosting
import Meetings
import Wire

/// The doorkeeper of the server, asking the catalogue.
public struct CatalogueDoorkeeper: Doorkeeper {
    private let catalogue: any Catalogue
    private let links: Links
    private let callers: Callers

    public init(catalogue: any Catalogue, links: Links, cookies: Cookies, now: @escaping @Sendable () -> Instant) {
        (self.catalogue, self.links) = (catalogue, links)
        callers = Callers(people: catalogue, accounts: catalogue, cookies: cookies, now: now)
    }

    public func identify(_ hello: Hello, cookies header: String) async -> Result<Admission, CloseReason> {
        do {
            switch hello.as {
            case .wall: return try await wall(hello)
            case .teacher: return try await teacher(hello, header)
            case .coordinator: return try await coordinator(hello, header)
            }
        } catch {
            // The catalogue is out of reach: the client comes back by itself.
            return .failure(.restarting)
        }
    }

    private func wall(_ hello: Hello) async throws -> Result<Admission, CloseReason> {
        guard let key = hello.key, let link = try await catalogue.link(key), link.kind == .wall else {
            return .failure(.unknown)
        }
        return .success(Admission(meeting: link.meeting, person: nil))
    }

    private func teacher(_ hello: Hello, _ header: String) async throws -> Result<Admission, CloseReason> {
        guard let id = hello.meeting, let network = try await catalogue.network(ofMeeting: id),
            let meeting = try await catalogue.meeting(id, network: network),
            let person = try await callers.person(ofNetwork: network, header)
        else { return .failure(.unknown) }
        return .success(
            Admission(
                meeting: meeting.id, person: person.id, link: try await links.withPicture(person.id, of: meeting)))
    }

    private func coordinator(_ hello: Hello, _ header: String) async throws -> Result<Admission, CloseReason> {
        guard let account = try await callers.session(header)?.account, account.role == .coordinator,
            let person = account.person, let id = hello.meeting,
            let meeting = try await catalogue.meeting(id, network: account.network)
        else { return .failure(.unknown) }
        return .success(Admission(meeting: meeting.id, person: person, introduction: (account.name, nil)))
    }
}
