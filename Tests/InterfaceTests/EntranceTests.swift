// What is charged to whom: wrong codes to their address, wrong passwords to account and address.

import Testing

@testable import Interface

@Suite(.timeLimit(.minutes(10))) struct EntranceTests {
    @Test("after ten wrong codes an address waits; its links are good all the same, and others go on")
    func codes() async throws {
        let world = try await World()
        for number in UInt64(1)...10 {
            #expect(await world.post("/api/door", #"{"code":"WRONG"}"#, connection: number).code == "unknownCode")
        }
        let before = world.clock.now
        #expect(await world.post("/api/buddies/open", #"{"link":"x"}"#).code == "unknownLink")
        let meeting = try #require(await world.catalogue.meeting(code: "open"))
        let link = await world.catalogue.linkToken(.room, of: meeting, person: nil)
        #expect(await world.post("/api/door", "{\"link\":\"\(link)\"}").status == 200)
        #expect(await world.post("/api/door", #"{"code":"OPEN"}"#, address: "192.0.2.2").status == 200)
        #expect(world.clock.now == before, "none of these waits")
        #expect(await world.post("/api/door", #"{"code":"OPEN"}"#, connection: 11).status == 200)
        #expect((1...10_000).contains(world.clock.now - before), "a right one waits, and is not refused")
    }

    @Test("wrong links of meetings are charged to nobody: no link can be guessed")
    func links() async throws {
        let world = try await World()
        for _ in 1...20 { #expect(await world.post("/api/door", #"{"link":"x"}"#).code == "unknownCode") }
        #expect(await world.post("/api/door", #"{"code":"OPEN"}"#).status == 200)
    }

    private func logIn(_ world: World, _ login: String, _ password: String, _ address: String) async -> Int {
        await world.post(
            "/api/account/login", "{\"login\":\"\(login)\",\"password\":\"\(password)\"}", address: address
        ).status
    }

    @Test("after three wrong passwords the address pauses; the owner comes in from elsewhere")
    func passwords() async throws {
        let world = try await World()
        for login in ["carys", " CARYS", "Carys "] {
            #expect(await logIn(world, login, "wrong", "192.0.2.1") == 401)
        }
        #expect(await logIn(world, "carys", "open sesame carys", "192.0.2.1") == 429)
        #expect(await logIn(world, "eve", "open sesame eve", "192.0.2.1") == 429)
        #expect(await logIn(world, "carys", "open sesame carys", "192.0.2.2") == 200)
    }

    @Test("guessing one account from many addresses is slow, and the owner comes in all the same")
    func manyAddresses() async throws {
        let world = try await World()
        var answers: [Int] = []
        for round in 0..<3 {
            for address in 0..<40 {
                answers.append(await logIn(world, "carys", "wrong \(round)", "198.51.100.\(address)"))
            }
        }
        #expect(answers.count { $0 == 401 } <= 40, "each address is heard once; together they have thirty a minute")
        #expect(await logIn(world, "carys", "open sesame carys", "192.0.2.9") == 200)
    }

    @Test("many tries at once are no way round: each is charged before it is hashed")
    func atOnce() async throws {
        let world = try await World()
        let answers = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { await logIn(world, "carys", "wrong", "192.0.2.1") } }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == 401 } == 3)
        #expect(answers.count { $0 == 429 } == 17)
    }

    @Test("right passwords are charged to nobody")
    func rightOnes() async throws {
        let world = try await World()
        for _ in 0..<10 { #expect(await logIn(world, "carys", "open sesame carys", "192.0.2.1") == 200) }
    }
}
