// Knows what a coordinator does about the people of their network over HTTP: sees who is there, what is kept of
// somebody, and erases them.

import Hosting
import Meetings

struct PersonNamed: Decodable, Sendable {
    var person: Key
}

/// Everybody of a network, as its coordinator sees them.
private struct PeopleView: Encodable {
    var people: [NamedPerson]
    /// Who asks.
    var you: PersonID?
}

private struct TracesView: Encodable {
    var who: NamedPerson
    var meetings: Int
    var parts: Int
    var hasAccount: Bool
}

extension Routes {
    private var eraser: Eraser {
        Eraser(people: parts.catalogue, reception: parts.reception, networks: parts.networks, now: parts.now)
    }

    func listPeople(_ call: Call<Coordinator, Nothing>) async throws -> Response {
        try await note(.people, by: call.caller.account)
        let standings = try await parts.catalogue.standings(network: call.caller.network)
        // A guest, or whoever was put out, can wish to be erased; whom only a rehearsal knows is nobody.
        let people = try await parts.catalogue.people(network: call.caller.network)
            .filter { standings[$0.id]?.isOfRehearsals != true }
        return .json(
            PeopleView(
                people: people.map { NamedPerson(person: $0.id, name: $0.name, school: $0.school) },
                you: call.caller.account.person))
    }

    /// What would go, and whether it may go from here.
    func showTraces(_ call: Call<Coordinator, PersonNamed>) async throws -> Response {
        let (person, traces) = try await livingPerson(call)
        try await note(.traces, by: call.caller.account, person: person.id)
        return .json(
            TracesView(
                who: NamedPerson(person: person.id, name: person.name, school: person.school),
                meetings: traces.meetings.count, parts: traces.parts, hasAccount: traces.hasAccount))
    }

    /// Whoever logs in is erased by the operator: no coordinator takes another's access away.
    func erasePerson(_ call: Call<Coordinator, PersonNamed>) async throws -> Response {
        let (person, traces) = try await livingPerson(call)
        guard !traces.hasAccount else { throw Refusal(409, "hasAccount") }
        guard let erased = try await eraser.erase(person.id, network: call.caller.network) else {
            throw Refusal.notFound
        }
        return .json(erased)
    }

    private func livingPerson(_ call: Call<Coordinator, PersonNamed>) async throws -> (PersonRecord, PersonTraces) {
        let network = call.caller.network
        guard let person = try await parts.catalogue.person(call.body.person.person, network: network),
            !person.isErased, let traces = try await parts.catalogue.traces(of: person.id, network: network)
        else { throw Refusal.notFound }
        return (person, traces)
    }
}
