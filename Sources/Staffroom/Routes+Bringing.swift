// Knows how people without a device of their own come in: a lead or a scribe checks them in, a table adds whoever
// sits at it.

import Hosting
import Meetings
import Sockets
import Storage

extension Routes {
    private struct Newcomer: Decodable {
        var meeting: String
        var name: String
        var school: String?
        var mode: AttendanceMode
        /// Of a coordinator's session; a ticket needs none, because another site cannot send this content type.
        var csrf: String?
    }

    private struct Brought: Encodable {
        var person: String
    }

    func bringIn(_ request: HTTPRequest) async throws -> HTTPResponse {
        let wish = try Self.body(request, as: Newcomer.self)
        guard let network = try await parts.store.network(ofMeeting: wish.meeting),
            let room = await parts.reception.room(of: wish.meeting)
        else { throw Refusal(404, "notFound") }
        let host = try await self.host(request, network: network, hasToken: wish.csrf != nil)
        func command(_ id: String) -> Command {
            .bringIn(
                person: PersonID(rawValue: id), by: host, mode: wish.mode, tier: .pseudonymous, name: wish.name,
                school: wish.school)
        }
        // What is wrong is said before anybody is written down.
        _ = try room.decide(command("new"), Context(actor: .system, at: parts.clock.now))
        let person = try await parts.store.createPerson(
            network: network, name: try Text.line(wish.name, limit: Limits.nameLength),
            school: try Text.optionalLine(wish.school, limit: Limits.schoolLength), now: parts.clock.now)
        do {
            _ = try await parts.reception.submit(command(person.id), by: .system, to: wish.meeting)
        } catch {
            _ = try await parts.store.erasePerson(person.id, network: network, now: parts.clock.now)
            throw error
        }
        return Self.json(Brought(person: person.id))
    }

    /// Who brings somebody in: the coordinator who is signed in, else the ticket of this device.
    func host(_ request: HTTPRequest, network: String, hasToken: Bool) async throws -> PersonID {
        if hasToken {
            let account = try await writingSession(request).account
            guard account.network == network, account.role == .coordinator, let person = account.person else {
                throw Refusal(404, "notFound")
            }
            return PersonID(rawValue: person)
        }
        guard let ticket = Cookies.value(Cookies.ticketName(network), in: request.cookie),
            let person = try await parts.store.person(ticket: ticket, network: network)
        else { throw Refusal(401, "signedOut") }
        return PersonID(rawValue: person.id)
    }
}
