// What goes wrong becomes an answer that says no more than it should.

import Testing

@testable import Interface

@Suite(.timeLimit(.minutes(10))) struct ServingTests {
    private struct Busy: Passwords {
        func refusal(of password: String) -> String? { nil }
        func hash(_ password: String) throws -> String { throw PasswordsBusy() }
        func verify(_ password: String, against hash: String?) throws -> Bool { throw PasswordsBusy() }
        func isOutdated(_ hash: String) -> Bool { false }
    }

    @Test("the server says how it is, to programs that only look too")
    func health() async throws {
        let world = try await World()
        #expect(await world.ask("GET", "/health").text == #"{"status":"ok","version":"0"}"#)
        #expect(await world.ask("HEAD", "/health").status == 200)
        await world.routes.drain()
        let draining = await world.ask("GET", "/health")
        #expect(draining.status == 503 && draining.text == #"{"status":"draining"}"#)
    }

    @Test("a fault inside is told as such and not described")
    func fault() async throws {
        let world = try await World()
        let (cookie, _) = try await world.signIn("carys")
        await world.catalogue.breakDown()
        let answer = await world.ask("GET", "/api/meetings", cookies: cookie)
        #expect(answer.status == 503 && answer.text == #"{"error":{"code":"storageFailed"}}"#)
    }

    @Test("while too many passwords wait, another one is asked to come again")
    func busy() async throws {
        let world = try await World(passwords: Busy())
        let answer = await world.post("/api/account/login", #"{"login":"carys","password":"open sesame carys"}"#)
        #expect(answer.status == 429 && answer.text.contains(#""waitMilliseconds":2000"#))
        #expect(answer.code == "slowDown")
    }

    @Test("an account is set up once, with a password that will do, and then signs in")
    func settingUp() async throws {
        let world = try await World()
        let short = await world.post("/api/account/setup", #"{"token":"one-time","password":"short"}"#)
        #expect(short.status == 409 && short.code == "password_too_short")
        let taken = await world.post(
            "/api/account/setup", #"{"token":"one-time","login":"Carys","password":"a long new one"}"#)
        #expect(taken.code == "loginTaken")
        let body = #"{"token":"one-time","login":"evie","password":"a long new one"}"#
        let ready = await world.post("/api/account/setup", body)
        #expect(ready.status == 200 && ready.text.contains(#""login":"evie""#) && ready.cookies.count == 1)
        #expect(await world.post("/api/account/setup", body).code == "unknownLink")
        let login = await world.post("/api/account/login", #"{"login":"evie","password":"a long new one"}"#)
        #expect(login.status == 200)
    }
}
