// Joining has a rate, and those behind one address have a share of a room and its lobby.

import Testing

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct JoinGuardTests {
    private func join(_ world: World, _ code: String, _ name: String, _ address: String) async -> String {
        let body = "{\"code\":\"\(code)\",\"name\":\"\(name)\",\"mode\":\"remote\"}"
        let answer = await world.post("/api/join", body, address: address)
        return answer.code ?? "\(answer.status)"
    }

    @Test("one address takes its share of the lobby, and no more; who is let in or came from elsewhere is not counted")
    func lobby() async throws {
        let world = try await World()
        try await world.openMeeting("lobby", lobby: true)
        for index in 0..<200 { #expect(await join(world, "lobby", "P\(index)", "192.0.2.1") == "200") }
        #expect(await join(world, "lobby", "more", "192.0.2.1") == "tooMany")
        #expect(await join(world, "lobby", "elsewhere", "192.0.2.2") == "200")
        #expect(await join(world, "open", "another meeting", "192.0.2.1") == "200")
        let waiting = try #require(await world.reception.room(of: "lobby")).waiting
        let first = try #require(waiting.first { $0.value.name == "P0" }?.key)
        try await world.lead(Admit(person: first).command, at: "lobby")
        #expect(await join(world, "lobby", "next", "192.0.2.1") == "200")
    }

    @Test("who is known joins again and again only so fast; others are not slowed by it")
    func known() async throws {
        let world = try await World()
        let body = #"{"code":"open","mode":"remote"}"#
        var codes: [String?] = []
        for _ in 0..<25 { codes.append(await world.post("/api/join", body, cookies: "ticket-n1=ticket-ann").code) }
        #expect(codes.prefix(20).allSatisfy { $0 == nil } && codes.suffix(5).allSatisfy { $0 == "slowDown" })
        #expect(await world.post("/api/join", body, cookies: "ticket-n1=ticket-amir").status == 200)
    }

    @Test("newcomers of one address have a rate, whatever the meeting")
    func newcomers() throws {
        var joins = JoinGuard()
        for index in 0..<1_000 { try joins.charge("192.0.2.1", to: "m\(index)", Room(), at: World.start) }
        #expect(throws: Refusal.self) { try joins.charge("192.0.2.1", to: "m", Room(), at: World.start) }
        try joins.charge("192.0.2.2", to: "m", Room(), at: World.start)
        try joins.charge("192.0.2.1", to: "m", Room(), at: World.start + 1_000)
    }
}
