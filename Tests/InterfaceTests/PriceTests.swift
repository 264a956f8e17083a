// What whoever may not, or stands outside, can make the server do: no room is read from its log for them.

import Testing

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct PriceTests {
    private func loads(_ world: World) async -> [String: Int] { await world.log.loads }

    @Test("the door of an ended meeting answers from its row and loads no room, whoever stands there")
    func door() async throws {
        let world = try await World()
        let before = await loads(world)
        for cookies in ["", "ticket-n1=ticket-ann", "ticket-n1=ticket-guest"] {
            let card = await world.post("/api/door", #"{"code":"ended"}"#, cookies: cookies)
            #expect(card.text.contains(#""phase":"ended""#) && card.text.contains(#""title":"ended""#))
            let join = #"{"code":"ended","name":"Siân","mode":"remote"}"#
            #expect(await world.post("/api/join", join, cookies: cookies).code == "meetingOver")
        }
        #expect(await loads(world) == before)
    }

    @Test("who sat there is still told so, and comes back in")
    func seated() async throws {
        let world = try await World()
        try await world.lead(EndMeeting().command)
        await world.catalogue.set("open", .ended)
        let before = await loads(world)
        let ann = "ticket-n1=ticket-ann"
        let card = await world.post("/api/door", #"{"code":"open"}"#, cookies: ann)
        #expect(card.text.contains(#""seated":true"#))
        #expect(await world.post("/api/join", #"{"code":"open"}"#, cookies: ann).status == 200)
        let link = await world.catalogue.linkToken(
            .personal, of: try #require(await world.catalogue.meeting("open", network: "n1")), person: "ann")
        let back = await world.post("/api/join", "{\"link\":\"\(link)\"}")
        #expect(back.status == 200 && back.cookies.count == 1)
        #expect(await loads(world) == before)
    }

    @Test("bring and groups look at rights before they load the room")
    func rights() async throws {
        let world = try await World()
        let before = await loads(world)
        for cookies in ["ticket-n1=ticket-ann", "ticket-n1=ticket-guest", "ticket-n1=ticket-table"] {
            for meeting in ["planned", "ended", "archived"] {
                let bring = "{\"meeting\":\"\(meeting)\",\"name\":\"Bob\",\"mode\":\"room_no_device\"}"
                #expect(await world.post("/api/bring", bring, cookies: cookies).code == "notPresent")
                let groups = "{\"meeting\":\"\(meeting)\",\"choice\":\"mix\",\"size\":2}"
                #expect(await world.post("/api/groups", groups, cookies: cookies).code == "notAllowed")
            }
        }
        #expect(await loads(world) == before)
    }
}
