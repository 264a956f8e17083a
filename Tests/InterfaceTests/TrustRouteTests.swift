// Knows what becomes of complaints by HTTP, and that every look at people is written down before anything is shown.

import Hosting
import Meetings
import Testing

@testable import Interface

@Suite(.timeLimit(.minutes(10))) struct TrustRouteTests {
    private static let ann = "ticket-n1=ticket-ann"

    private func complain(_ world: World, _ text: String = "canary-of-ann", more: String = "") async -> Answer {
        await world.post(
            "/api/complaint", "{\"meeting\":\"open\",\"text\":\"\(text)\"\(more)}", cookies: Self.ann)
    }

    private func looks(_ world: World) async throws -> [LookTaken] {
        try await world.routes.parts.networks.host(of: "n1").network().looks
    }

    @Test("a complaint is there for coordinators of its network and for whoever made it, and for nobody else")
    func complaint() async throws {
        let world = try await World()
        let made = await complain(world, more: ",\"contact\":\"ann@example.org\",\"isObjection\":true")
        #expect(made.status == 200 && made.text.contains("\"due\":"))
        #expect(!made.text.contains("\"who\""))
        let (carys, csrf) = try await world.signIn("carys")
        let ledger = await world.post("/api/ledger", "{\"csrf\":\"\(csrf)\"}", cookies: carys)
        #expect(ledger.text.contains("canary-of-ann") && ledger.text.contains("ann@example.org"))
        #expect(ledger.text.contains("\"isObjection\":true"))
        let (south, token) = try await world.signIn("other")
        let foreign = await world.post("/api/ledger", "{\"csrf\":\"\(token)\"}", cookies: south)
        #expect(foreign.status == 200 && !foreign.text.contains("canary"))
        let record = "{\"meeting\":\"open\",\"form\":\"record\",\"language\":\"en\"}"
        let own = await world.post("/api/own", record, cookies: Self.ann)
        #expect(own.text.contains("canary-of-ann"))
        let other = await world.post("/api/own", record, cookies: "ticket-n1=ticket-amir")
        #expect(other.status == 200 && !other.text.contains("canary"))
    }

    @Test("it is acknowledged and settled, with dates; an empty one, and one that is too long, are refused")
    func answered() async throws {
        let world = try await World()
        #expect(await complain(world, " ").code == "textMissing")
        #expect(
            await complain(world, String(repeating: "x", count: NetworkLimits.complaintLength + 1)).code
                == "textTooLong")
        _ = await complain(world)
        let id = try #require(try await world.routes.parts.networks.host(of: "n1").network().complaints.first?.id)
        let (carys, csrf) = try await world.signIn("carys")
        let known = await world.post(
            "/api/ledger/acknowledge", "{\"complaint\":\"\(id)\",\"csrf\":\"\(csrf)\"}", cookies: carys)
        #expect(known.status == 200 && known.text.contains("\"acknowledgedAt\":"))
        let settled = await world.post(
            "/api/ledger/settle", "{\"complaint\":\"\(id)\",\"outcome\":\"Put right\",\"csrf\":\"\(csrf)\"}",
            cookies: carys)
        #expect(settled.text.contains("\"outcome\":\"Put right\"") && settled.text.contains("\"settledAt\":"))
    }

    @Test("every look is written down: who, at what, of which meeting, at whom")
    func looked() async throws {
        let world = try await World()
        let (carys, csrf) = try await world.signIn("carys")
        let (eve, token) = try await world.signIn("eve")
        func ask(_ path: String, _ more: String = "") async {
            _ = await world.post(path, "{\(more)\"csrf\":\"\(csrf)\"}", cookies: carys)
        }
        await ask("/api/people")
        await ask("/api/people/traces", "\"person\":\"ann\",")
        await ask("/api/buddies/overview")
        _ = await world.ask("GET", "/api/meetings/ended/report", cookies: eve)
        try await world.lead(EndMeeting().command)
        await ask("/api/minutes", "\"meeting\":\"open\",\"form\":\"text\",\"readers\":\"leads\",\"language\":\"en\",")
        await ask("/api/ledger")
        let looks = try await looks(world)
        #expect(looks.map(\.look) == [.people, .traces, .buddies, .report, .minutes, .ledger])
        #expect(looks.map(\.account) == ["a-carys", "a-carys", "a-carys", "a-eve", nil, "a-carys"])
        #expect(looks[1].person == "ann" && looks[3].meeting == "ended")
        #expect(looks[4].by == "p-carys" && looks[4].meeting == "open")
        // Whoever is refused has seen nothing.
        _ = await world.post("/api/people", "{\"csrf\":\"\(token)\"}", cookies: eve)
        #expect(try await self.looks(world).count == looks.count)
    }

    @Test("one's own record is of oneself: nothing that others did or wrote is in it, in any form")
    func own() async throws {
        let world = try await World()
        for person in ["ann", "amir"] as [PersonID] {
            _ = try await world.reception.submit(
                PostMessage(text: "words-of-\(person)", re: nil).command, by: .person(person), to: "open")
        }
        for form in ["json", "html"] {
            let wish = "{\"meeting\":\"open\",\"form\":\"\(form)\",\"language\":\"cy\"}"
            let file = await world.post("/api/own", wish, cookies: Self.ann)
            #expect(file.status == 200 && file.text.contains("words-of-ann"), "\(form)")
            #expect(!file.text.contains("words-of-amir") && !file.text.contains("amir"), "\(form)")
        }
        let record = await world.post(
            "/api/own", "{\"meeting\":\"open\",\"form\":\"record\",\"language\":\"en\"}", cookies: Self.ann)
        #expect(record.text.contains("\"chat.post\":1") && !record.text.contains("words-of"))
        let none = await world.post(
            "/api/own", "{\"meeting\":\"open\",\"form\":\"pdf\",\"language\":\"en\"}", cookies: Self.ann)
        #expect(none.status == 400)
    }
}
