// People come in, are known again, and are forgotten: on a catalogue in memory.

import Testing

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
        let link = try #require(await world.catalogue.buddyLink(of: "ann", network: "n1", at: World.now))
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
