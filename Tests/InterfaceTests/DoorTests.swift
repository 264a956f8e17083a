// People come in, are known again, and are forgotten: on a catalogue in memory.

import Testing
import Wire

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct DoorTests {
    private func cookie(_ answer: Answer) throws -> String {
        String(try #require(answer.cookies.first).prefix { $0 != ";" })
    }

    @Test("whoever joins gets a ticket, is known by it, and is a stranger once the device was forgotten")
    func joining() async throws {
        let world = try await World()
        let joined = await world.post("/api/join", #"{"code":"open","name":" Siân  Jones ","mode":"remote"}"#)
        #expect(joined.status == 200 && joined.text.contains(#""state":"in""#))
        let ticket = try cookie(joined)
        let card = await world.ask("POST", "/api/door", #"{"code":"open"}"#, cookies: ticket)
        #expect(card.text.contains(#""name":"Siân Jones""#) && card.text.contains(#""seated":true"#))
        // Again on the same device: the same person, no second ticket.
        let again = await world.ask("POST", "/api/join", #"{"code":"open","mode":"remote"}"#, cookies: ticket)
        #expect(again.status == 200 && again.cookies.isEmpty)
        let forgotten = await world.ask("POST", "/api/forget", #"{"meeting":"open"}"#, cookies: ticket)
        #expect(try cookie(forgotten) == "ticket-n1=")
        let stranger = await world.ask("POST", "/api/door", #"{"code":"open"}"#, cookies: ticket)
        #expect(stranger.text.contains(#""seated""#) == false)
    }

    @Test("what the room refuses leaves nobody behind")
    func refused() async throws {
        let world = try await World()
        let before = await world.catalogue.people(network: "n1").count
        for body in [
            #"{"code":"planned","name":"Siân"}"#, #"{"code":"ended","name":"Siân"}"#, #"{"code":"open"}"#,
            #"{"code":"open","name":" "}"#,
        ] {
            #expect(await world.post("/api/join", body).status == 409, "\(body)")
        }
        #expect(await world.catalogue.people(network: "n1").count == before)
    }

    @Test("a room that cannot be read is no unknown code: it is there, and can be tried again")
    func unreadable() async throws {
        let world = try await World()
        await world.log.breakReads()
        for (path, body) in [
            ("/api/door", #"{"code":"planned"}"#), ("/api/join", #"{"code":"planned","name":"Siân"}"#),
        ] {
            let answer = await world.post(path, body)
            #expect(answer.status == 503 && answer.code == "storageFailed", "\(path)")
        }
        await world.log.breakReads(false)
        #expect(await world.post("/api/door", #"{"code":"planned"}"#).status == 200)
    }

    @Test("whoever cannot be stored is not left behind, and joins when it can be")
    func unstored() async throws {
        let world = try await World()
        let before = await world.catalogue.people(network: "n1").count
        await world.log.failNext()
        let refused = await world.post("/api/join", #"{"code":"open","name":"Siân"}"#)
        #expect(refused.status == 503 && refused.code == "storageFailed")
        #expect(await world.catalogue.people(network: "n1").count == before)
        #expect(await world.post("/api/join", #"{"code":"open","name":"Siân"}"#).status == 200)
    }

    @Test("a meeting of which the plan cannot be stored is none")
    func halfAMeeting() async throws {
        let world = try await World()
        let (carys, csrf) = try await world.signIn("carys")
        let before = try await world.catalogue.meetings(network: "n1").count
        let options = String(decoding: JSONWriter.bytes(Options()), as: UTF8.self)
        let body = """
            {"title":"Half","zone":"Europe/London","options":\(options),"segments":[],"csrf":"\(csrf)"}
            """
        await world.log.failNext()
        let refused = await world.ask("POST", "/api/meetings", body, cookies: carys)
        #expect(refused.status == 503 && refused.code == "storageFailed")
        #expect(try await world.catalogue.meetings(network: "n1").count == before)
        #expect(await world.ask("POST", "/api/meetings", body, cookies: carys).status == 200)
        #expect(try await world.catalogue.meetings(network: "n1").count == before + 1)
    }

    @Test("the key of a wall and an archived meeting are no doors")
    func noDoors() async throws {
        let world = try await World()
        let meeting = try #require(await world.catalogue.meeting(code: "open"))
        let wall = await world.catalogue.linkToken(.wall, of: meeting, person: nil)
        #expect(await world.post("/api/door", "{\"link\":\"\(wall)\"}").code == "unknownCode")
        #expect(await world.post("/api/door", #"{"code":"archived"}"#).code == "unknownCode")
        #expect(await world.post("/api/door", "{}").code == "badRequest")
    }

    @Test("a page of buddies is trusted to its first device; every other one waits for a yes")
    func devices() async throws {
        let world = try await World()
        let link = try #require(await world.catalogue.buddyLink(of: "ann", network: "n1", at: World.start))
        let open = "{\"link\":\"\(link)\"}"
        let first = try cookie(await world.post("/api/buddies/open", open))
        let waiting = await world.post("/api/buddies/open", open)
        #expect(waiting.text.contains(#""confirmed":false"#) && !waiting.text.contains("ann"))
        let second = try cookie(waiting)
        let act = #"{"id":"c1","do":{"optOutBuddy":{}}}"#
        #expect(await world.post("/api/buddies/act", act, cookies: second).code == "deviceWaits")
        let page = await world.post("/api/buddies/page", "{}", cookies: first)
        let device = try #require(page.text.split(separator: "\"id\":\"").dropFirst().first?.prefix { $0 != "\"" })
        let verdict = "{\"device\":\"\(device)\",\"isOwn\":false}"
        #expect(await world.post("/api/buddies/device", verdict, cookies: first).status == 200)
        #expect(await world.post("/api/buddies/page", "{}", cookies: second).code == "signedOut")
        #expect(await world.post("/api/buddies/open", open).code == "unknownLink")
    }
}

extension PersonID: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(rawValue: text) }
}
