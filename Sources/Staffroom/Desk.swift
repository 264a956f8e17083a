// Knows who says hello: by ticket, by session, or by the key of a wall.

import Hosting
import Meetings
import Storage
import Wire

/// The doorkeeper of the server, asking the store.
struct Desk: Doorkeeper {
    let store: Store
    let links: Links
    let cookies: Cookies
    let clock: ServerClock

    func identify(_ hello: Hello, cookies header: String) async -> Result<Admission, CloseReason> {
        do {
            switch hello.as {
            case .wall: return try await wall(hello)
            case .teacher: return try await teacher(hello, header)
            case .coordinator: return try await coordinator(hello, header)
            }
        } catch {
            // The store is out of reach: the client comes back by itself.
            return .failure(.restarting)
        }
    }

    private func wall(_ hello: Hello) async throws -> Result<Admission, CloseReason> {
        guard let key = hello.key, let link = try await store.link(key), link.kind == .wall else {
            return .failure(.unknown)
        }
        return .success(Admission(meeting: link.meeting, person: nil))
    }

    private func teacher(_ hello: Hello, _ header: String) async throws -> Result<Admission, CloseReason> {
        guard let id = hello.meeting, let network = try await store.network(ofMeeting: id),
            let meeting = try await store.meeting(id, network: network),
            let ticket = Cookies.value(Cookies.ticketName(network), in: header),
            let person = try await store.person(ticket: ticket, network: network)
        else { return .failure(.unknown) }
        return .success(
            Admission(
                meeting: meeting.id, person: PersonID(rawValue: person.id),
                link: try await links.withPicture(person.id, of: meeting)))
    }

    private func coordinator(_ hello: Hello, _ header: String) async throws -> Result<Admission, CloseReason> {
        guard let token = Cookies.value(cookies.sessionName, in: header),
            let session = try await store.session(token, now: clock.now), session.account.role == .coordinator,
            let person = session.account.person, let id = hello.meeting,
            let meeting = try await store.meeting(id, network: session.account.network)
        else { return .failure(.unknown) }
        return .success(
            Admission(
                meeting: meeting.id, person: PersonID(rawValue: person),
                introduction: (session.account.displayName, nil)))
    }
}
