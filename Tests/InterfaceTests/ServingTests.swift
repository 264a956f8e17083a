// What goes wrong becomes an answer that says no more than it should.

import Journal
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
        #expect(await world.ask("GET", "/health").text == #"{"status":"ok","version":"0","warnings":[]}"#)
        #expect(await world.ask("HEAD", "/health").status == 200)
        await world.routes.drain()
        let draining = await world.ask("GET", "/health")
        #expect(draining.status == 503 && draining.text == #"{"status":"draining","version":"0","warnings":[]}"#)
    }

    @Test("only what cannot be stored is out of service; all else is a warning", arguments: HealthWarning.allCases)
    func warnings(_ warning: HealthWarning) async throws {
        let warned = try await World(health: { Health(warnings: [warning]) })
        let answer = await warned.ask("GET", "/health")
        #expect(answer.status == 200)
        #expect(answer.text == #"{"status":"ok","version":"0","warnings":["\#(warning.rawValue)"]}"#)
        for check in FailingCheck.allCases {
            let failing = try await World(health: { Health(failing: check, warnings: [warning]) })
            let answer = await failing.ask("GET", "/health")
            #expect(answer.status == 503)
            #expect(
                answer.text
                    == #"{"failing":"\#(check.rawValue)","status":"failing","version":"0","warnings":["\#(warning.rawValue)"]}"#
            )
        }
    }

    @Test("whoever has the secret of the data folder sees how a request came, and nobody else does")
    func probe() async throws {
        let world = try await World()
        let secret = World.probeSecret
        let answer = await world.post("/api/probe", #"{"secret":"\#(secret)"}"#)
        #expect(answer.status == 200 && answer.text.contains(#""version":"0""#))
        for wrong in ["", "0", String(secret.dropLast()), secret + "0", secret.uppercased()] {
            #expect(await world.post("/api/probe", #"{"secret":"\#(wrong)"}"#).code == "notFound")
        }
        #expect(await world.post("/api/probe", "{}").status == 400)
    }

    @Test("while contributions cannot be stored, the health is 503 and names the check")
    func failing() async throws {
        let world = try await World(health: { Health(failing: .storing, reason: "full") })
        let expected = #"{"failing":"storing","reason":"full","status":"failing","version":"0","warnings":[]}"#
        for isDraining in [false, true] {
            if isDraining { await world.routes.drain() }
            let health = await world.ask("GET", "/health")
            #expect(health.status == 503 && health.text == expected)
        }
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
