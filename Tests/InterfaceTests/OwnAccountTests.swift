// What somebody who is signed in does with accounts, and how a rehearsal gets its people.

import Testing

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct OwnAccountTests {
    private func change(
        _ world: World, _ who: (cookie: String, csrf: String), _ current: String?, _ password: String
    ) async -> Answer {
        let old = current.map { "\"current\":\"\($0)\"," } ?? ""
        return await world.post(
            "/api/account/password", "{\(old)\"password\":\"\(password)\",\"csrf\":\"\(who.csrf)\"}",
            cookies: who.cookie)
    }

    private func logIn(_ world: World, _ password: String, _ address: String = "192.0.2.9") async -> Int {
        await world.post(
            "/api/account/login", "{\"login\":\"carys\",\"password\":\"\(password)\"}", address: address
        ).status
    }

    @Test("another password: the old one is asked for, every other session ends, this page goes on")
    func password() async throws {
        let world = try await World()
        let (here, elsewhere) = (try await world.signIn("carys"), try await world.signIn("carys"))
        let answer = await change(world, here, "open sesame carys", "a long new password")
        #expect(answer.status == 200)
        #expect(answer.text.contains("\"hasPassword\":true"))
        #expect(answer.cookies.count == 1)
        for old in [here, elsewhere] {
            #expect(await world.ask("GET", "/api/account", cookies: old.cookie).status == 401)
        }
        #expect(await logIn(world, "open sesame carys") == 401)
        #expect(await logIn(world, "a long new password", "192.0.2.10") == 200)
    }

    @Test(
        "what is refused changes nothing",
        arguments: [
            ("wrong old one", "a long new password", 403, "wrongPassword"),
            (nil, "a long new password", 403, "wrongPassword"),
            ("open sesame carys", "short", 409, "password_too_short"),
        ] as [(String?, String, Int, String)])
    func refused(_ current: String?, _ password: String, _ status: Int, _ code: String) async throws {
        let world = try await World()
        let answer = await change(world, try await world.signIn("carys"), current, password)
        #expect(answer.status == status)
        #expect(answer.code == code)
        #expect(await logIn(world, "open sesame carys") == 200)
    }

    @Test("wrong old passwords are charged as at the door")
    func charged() async throws {
        let world = try await World()
        let page = try await world.signIn("carys")
        for _ in 0..<3 { #expect(await change(world, page, "a guess at it", "a long new password").status == 403) }
        #expect(await change(world, page, "open sesame carys", "a long new password").status == 429)
    }

    @Test("whoever came by a link that works once sets a first password without an old one")
    func first() async throws {
        let world = try await World()
        await world.catalogue.add(
            AccountRecord(
                id: "a-sample", network: "n1", role: .coordinator, login: "sample", name: "Sample", person: nil,
                password: nil, isDisabled: false))
        let page = try await world.signIn("sample")
        #expect(await world.ask("GET", "/api/account", cookies: page.cookie).text.contains("\"hasPassword\":false"))
        #expect(await change(world, page, nil, "a long new password").status == 200)
        let answer = await world.post(
            "/api/account/login", #"{"login":"sample","password":"a long new password"}"#, address: "192.0.2.11")
        #expect(answer.status == 200)
    }

    @Test("one more coordinator gets a link that works once; not more than may wait")
    func invite() async throws {
        let world = try await World()
        let page = try await world.signIn("carys")
        let body = "{\"csrf\":\"\(page.csrf)\"}"
        let answer = await world.post("/api/account/invite", body, cookies: page.cookie)
        let token = try #require(answer.text.split(separator: "setup=").last?.prefix { $0 != "\"" })
        let setUp =
            "{\"token\":\"\(token)\",\"name\":\"Ffion\",\"login\":\"ffion\",\"password\":\"a long new password\"}"
        let made = await world.post("/api/account/setup", setUp)
        #expect(made.text.contains("\"role\":\"coordinator\""))
        #expect(made.text.contains("\"id\":\"n1\""))
        #expect(await world.post("/api/account/setup", setUp).status == 404)
        for _ in 0..<2 { #expect(await world.post("/api/account/invite", body, cookies: page.cookie).status == 200) }
        #expect(await world.post("/api/account/invite", body, cookies: page.cookie).code == "tooManyInvited")
    }

    private func rehearse(_ world: World, _ meeting: String, _ people: Int? = nil) async throws -> Answer {
        let page = try await world.signIn("carys")
        let cast = people.map { "\"people\":\($0)," } ?? ""
        return await world.post(
            "/api/meetings/\(meeting)/rehearse", "{\(cast)\"csrf\":\"\(page.csrf)\"}", cookies: page.cookie)
    }

    private func add(_ world: World, _ id: String, _ phase: Phase = .planned, isRehearsal: Bool = true) async {
        await world.catalogue.add(
            MeetingRecord(
                id: id, network: "n1", title: id, plannedStart: nil, zone: "Europe/London", code: id.uppercased(),
                phase: phase, isSample: false, isRehearsal: isRehearsal, isArchived: false))
    }

    @Test("people come to what is marked, once, and not to more than may go on")
    func rehearsing() async throws {
        let world = try await World()
        await add(world, "try")
        await add(world, "again")
        #expect(try await rehearse(world, "planned").code == "notRehearsal")
        #expect(try await rehearse(world, "try", 31).code == "outOfBounds")
        #expect(try await rehearse(world, "try", 0).code == "outOfBounds")
        #expect(try await rehearse(world, "try").status == 200)
        #expect(world.players.cast == ["try": 12])
        #expect(try await rehearse(world, "try").code == "alreadySo")
        #expect(try await rehearse(world, "again").code == "rehearsalsRun")
    }

    @Test("nobody comes to a rehearsal that is over")
    func over() async throws {
        let world = try await World()
        await add(world, "over", .ended)
        #expect(try await rehearse(world, "over").code == "notRehearsal")
        #expect(world.players.cast.isEmpty)
    }
}
