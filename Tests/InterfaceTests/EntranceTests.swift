// What is charged to whom: wrong codes and links to their address, wrong passwords to account and address.

import Testing

@testable import Interface

@Suite(.timeLimit(.minutes(10))) struct EntranceTests {
    @Test("after ten wrong codes an address pauses; its links are good all the same, and others may go on")
    func codes() async throws {
        let world = try await World()
        for _ in 1...10 { #expect(await world.post("/api/door", #"{"code":"WRONG"}"#).code == "unknownCode") }
        let paused = await world.post("/api/door", #"{"code":"OPEN"}"#)
        #expect(paused.status == 429 && paused.code == "slowDown" && paused.text.contains("waitMilliseconds"))
        #expect(await world.post("/api/buddies/open", #"{"link":"x"}"#).status == 429)
        let meeting = try #require(await world.catalogue.meeting(code: "open"))
        let link = await world.catalogue.linkToken(.room, of: meeting, person: nil)
        #expect(await world.post("/api/door", "{\"link\":\"\(link)\"}").status == 200)
        #expect(await world.post("/api/door", #"{"code":"OPEN"}"#, address: "192.0.2.2").status == 200)
    }

    @Test("wrong links of meetings are charged to nobody: no link can be guessed")
    func links() async throws {
        let world = try await World()
        for _ in 1...20 { #expect(await world.post("/api/door", #"{"link":"x"}"#).code == "unknownCode") }
        #expect(await world.post("/api/door", #"{"code":"OPEN"}"#).status == 200)
    }

    @Test("after three wrong passwords an account pauses everywhere, and so does the address")
    func passwords() async throws {
        let world = try await World()
        func logIn(_ login: String, _ password: String, _ address: String) async -> Int {
            await world.post(
                "/api/account/login", "{\"login\":\"\(login)\",\"password\":\"\(password)\"}", address: address
            ).status
        }
        for _ in 1...3 { #expect(await logIn("carys", "wrong", "192.0.2.1") == 401) }
        #expect(await logIn("CARYS", "open sesame carys", "192.0.2.2") == 429)
        #expect(await logIn("eve", "open sesame eve", "192.0.2.1") == 429)
        #expect(await logIn("eve", "open sesame eve", "192.0.2.2") == 200)
    }
}
