// Who is a teacher of a network, and who only has a ticket: the lists and the buddies know the difference.

import Testing

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct StandingTests {
    private func buddies(_ world: World, _ cookie: String) async -> String {
        let answer = await world.post("/api/buddies/page", "{}", cookies: cookie)
        return answer.code ?? "\(answer.status)"
    }

    private func people(_ world: World) async throws -> String {
        let (cookie, csrf) = try await world.signIn("carys")
        let answer = await world.post("/api/people", "{\"csrf\":\"\(csrf)\"}", cookies: cookie)
        #expect(answer.status == 200 && answer.text.contains("\"guest\""))
        return answer.text
    }

    private func overview(_ world: World) async throws -> String {
        let (cookie, csrf) = try await world.signIn("carys")
        let answer = await world.post("/api/buddies/overview", "{\"csrf\":\"\(csrf)\"}", cookies: cookie)
        #expect(answer.status == 200)
        return answer.text
    }

    @Test("a ticket that was removed, denied, only waits, a guest's or a table's is no buddy")
    func tickets() async throws {
        let world = try await World()
        try await world.openMeeting("lobby", lobby: true)
        #expect(await buddies(world, "ticket-n1=ticket-ann") == "200")
        #expect(await buddies(world, "ticket-n1=ticket-guest") == "signedOut")
        #expect(await buddies(world, "ticket-n1=ticket-table") == "signedOut")
        let waiting = await world.join("lobby", "Wyn")
        #expect(await buddies(world, waiting.cookie) == "signedOut")
        let denied = await world.join("lobby", "Dai")
        try await world.lead(Deny(person: denied.person).command, at: "lobby")
        #expect(await buddies(world, denied.cookie) == "signedOut")
        let removed = await world.join("open", "Rhys")
        #expect(await buddies(world, removed.cookie) == "200")
        try await world.lead(Remove(person: removed.person).command)
        #expect(await buddies(world, removed.cookie) == "signedOut")
        // Sent back to the lobby, and let in from it.
        try await world.lead(MoveToLobby(person: "amir").command)
        #expect(await buddies(world, "ticket-n1=ticket-amir") == "signedOut")
        try await world.lead(Admit(person: "amir").command)
        #expect(await buddies(world, "ticket-n1=ticket-amir") == "200")
    }

    @Test("who was put out is no buddy by the link they had either, and is given no other")
    func links() async throws {
        let world = try await World()
        let link = try #require(await world.catalogue.buddyLink(of: "ann", network: "n1", at: World.start))
        let opened = await world.post("/api/buddies/open", "{\"link\":\"\(link)\"}")
        let cookie = String(try #require(opened.cookies.first).prefix { $0 != ";" })
        #expect(await buddies(world, cookie) == "200")
        try await world.lead(Remove(person: "ann").command)
        #expect(await buddies(world, cookie) == "signedOut")
        #expect(await world.post("/api/buddies/open", "{\"link\":\"\(link)\"}").code == "unknownLink")
        let (session, csrf) = try await world.signIn("carys")
        let invite = "{\"csrf\":\"\(csrf)\",\"person\":\"ann\"}"
        #expect(await world.post("/api/buddies/invite", invite, cookies: session).code == "notFound")
    }

    @Test("a person of a rehearsal is in no list of the network")
    func rehearsal() async throws {
        let world = try await World()
        try await world.openMeeting("trial", isRehearsal: true)
        let simulated = await world.join("trial", "Simulated")
        #expect(await buddies(world, simulated.cookie) == "signedOut")
        let listed = try await overview(world)
        #expect(listed.contains("\"ann\"") && listed.contains("p-carys") && !listed.contains("Simulated"))
        #expect(!(try await people(world).contains("Simulated")))
        // A real meeting makes them somebody.
        _ = await world.post("/api/join", #"{"code":"open","mode":"remote"}"#, cookies: simulated.cookie)
        #expect(await buddies(world, simulated.cookie) == "200")
        #expect(try await overview(world).contains("Simulated"))
        #expect(try await people(world).contains("Simulated"))
    }

    @Test("nor is a guest, a table's device, or whoever never came further than the lobby")
    func passing() async throws {
        let world = try await World()
        try await world.openMeeting("lobby", lobby: true)
        _ = await world.join("lobby", "Wyn")
        let listed = try await overview(world)
        for name in ["\"guest\"", "\"table\"", "Wyn"] { #expect(!listed.contains(name), "\(name)") }
        #expect(listed.contains("\"amir\""))
    }
}
