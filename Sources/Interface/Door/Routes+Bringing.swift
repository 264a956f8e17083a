// Knows how people without a device of their own come in: a lead or a scribe checks them in, a table adds whoever
// sits at it.

import Hosting
import Meetings

struct Newcomer: Decodable, Sendable {
    var name: BoundedText<PersonName>
    var school: PossibleText<SchoolName>?
    var mode: AttendanceMode
}

extension Routes {
    /// Whether whoever asks may bring somebody in is for the room to say.
    func bringIn(_ call: Call<Member, Newcomer>) async throws -> Response {
        let (host, newcomer) = (call.caller, call.body)
        try await checkSeat(host, else: .notPresent)
        try efforts.charge(.bringing, to: host.person, at: parts.steady())
        guard let room = try await parts.reception.room(of: host.meeting) else { throw Refusal.notFound }
        func command(_ person: PersonID) -> Command {
            BringIn(
                person: person, by: room.identity(of: host.person), mode: newcomer.mode, tier: .pseudonymous,
                name: newcomer.name.value,
                school: newcomer.school?.value
            ).command
        }
        // What is wrong is said before anybody is written down.
        _ = try room.decide(command(PersonID(rawValue: "new")), Context(actor: .system, at: parts.now()))
        let person = try await parts.catalogue.addPerson(
            network: host.network, name: newcomer.name.value, school: newcomer.school?.value, tier: .pseudonymous,
            at: parts.now()
        ).id
        do {
            _ = try await parts.reception.submit(command(person), by: .system, to: host.meeting)
        } catch {
            await forgetNewcomer(person, network: host.network)
            throw error
        }
        return .json(["person": person])
    }
}
