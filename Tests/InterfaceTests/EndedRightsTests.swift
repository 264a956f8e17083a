// Rights end when they end: what a ticket or a session has opened is closed with it. Lines stand for sockets here: to
// the reception they are the same.

import Testing

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct EndedRightsTests {
    private static let ann = "ticket-n1=ticket-ann"

    @Test("a password that was set anew closes what the sessions before it had open, and nothing else")
    func reset() async throws {
        let world = try await World()
        let (carys, _) = try await world.signIn("carys")
        let seated = try await world.seatedLine(carys, as: "coordinator")
        let other = try await world.seatedLine(Self.ann)
        await world.catalogue.add(link: "lost", to: "a-carys", .reset)
        let wish = #"{"token":"lost","password":"a long new password"}"#
        #expect(await world.post("/api/account/setup", wish).status == 200)
        #expect(await world.ask("GET", "/api/account", cookies: carys).code == "signedOut")
        #expect(try await world.ending(seated, carys) == .unknown)
        _ = try await world.lines.send(other.line, credentials: [Self.ann], from: 2, [#"{"ping":{"sent":1}}"#])
        #expect(try await world.take(other.line, Self.ann, after: other.through).ending == nil)
    }

    @Test("a device that is forgotten has no open line, and one that is logged out neither")
    func forget() async throws {
        let world = try await World()
        let seated = try await world.seatedLine(Self.ann)
        #expect(await world.post("/api/forget", #"{"meeting":"open"}"#, cookies: Self.ann).status == 200)
        #expect(try await world.ending(seated, Self.ann) == .unknown)
        let (carys, csrf) = try await world.signIn("carys")
        let console = try await world.seatedLine(carys, as: "coordinator")
        #expect(await world.post("/api/account/logout", "{\"csrf\":\"\(csrf)\"}", cookies: carys).status == 200)
        #expect(try await world.ending(console, carys) == .unknown)
    }

    @Test("\"not me\" ends the ticket of the other device, and its line")
    func notMe() async throws {
        let world = try await World()
        #expect(await world.post("/api/buddies/page", "{}", cookies: Self.ann).status == 200)
        let stolen = "ticket-n1=stolen"
        await world.catalogue.add(ticket: "stolen", of: "ann")
        let seated = try await world.seatedLine(stolen)
        #expect(await world.post("/api/buddies/page", "{}", cookies: stolen).text.contains(#""confirmed":false"#))
        let page = await world.post("/api/buddies/page", "{}", cookies: Self.ann)
        let device = try #require(page.text.split(separator: "\"id\":\"").dropFirst().first?.prefix { $0 != "\"" })
        let verdict = "{\"device\":\"\(device)\",\"isOwn\":false}"
        #expect(await world.post("/api/buddies/device", verdict, cookies: Self.ann).status == 200)
        #expect(try await world.ending(seated, stolen) == .unknown)
        #expect(await world.post("/api/buddies/page", "{}", cookies: Self.ann).status == 200)
    }

    @Test("who is removed is closed on all their lines")
    func removed() async throws {
        let world = try await World()
        let lines = [try await world.seatedLine(Self.ann), try await world.seatedLine(Self.ann)]
        try await world.lead(Remove(person: "ann").command)
        for line in lines { #expect(try await world.ending(line, Self.ann) == .shutOut) }
    }

    @Test("evaluators see no join codes, in no list and no file")
    func evaluators() async throws {
        let world = try await World()
        let (eve, _) = try await world.signIn("eve")
        let (carys, _) = try await world.signIn("carys")
        for route in Routes.table.rows where route.method == .get && route.path.description.hasPrefix("/api/") {
            for meeting in ["open", "ended"] {
                let path = route.path.description.replacing("{meeting}", with: meeting)
                let query = path == "/api/buddies/mine" ? "?meeting=open" : ""
                let answer = await world.whole(path + query, cookies: eve)
                for secret in ["OPEN", "PLANNED", "ENDED", "#l=", "room-open"] {
                    #expect(!answer.contains(secret), "\(path) says \(secret)")
                }
            }
        }
        #expect(await world.whole("/api/meetings", cookies: carys).contains("OPEN"))
        #expect(await world.whole("/api/meetings/open/calendar.ics", cookies: carys).contains("#l=room-open"))
    }
}

extension World {
    /// An answer with its headers.
    fileprivate func whole(_ path: String, cookies: String) async -> String {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let response = await routes.serve(
            Request(
                method: "GET", path: parts[0], query: parts.count > 1 ? parts[1] : "",
                device: Device(cookies: cookies, address: "192.0.2.1", connection: 0)))
        return String(decoding: response.body, as: UTF8.self)
            + response.headers.map { "\($0.0): \($0.1)" }.joined(separator: "\n")
    }
}
