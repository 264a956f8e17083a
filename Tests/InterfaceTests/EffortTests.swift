// Bringing people in and searching for groups and buddies have a price for whoever asks, and for nobody else.

import Testing

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct EffortTests {
    /// A request, how often it is heard at once, and after how many milliseconds once more.
    struct Asked: Sendable {
        let name: String
        let path: String
        let body: String
        let atOnce: Int
        let again: Int
    }

    private static let rule =
        #""rule":{"subject":"any","phase":"any","allowsSameSchool":true},"everybody":false"#

    static let cases = [
        Asked(
            name: "bring", path: "/api/bring", body: #""meeting":"open","name":"Bob","mode":"room_no_device""#,
            atOnce: 60, again: 1_000),
        Asked(
            name: "a preview of groups", path: "/api/groups", body: #""meeting":"open","choice":"mix","size":2"#,
            atOnce: 30, again: 1_000),
        Asked(
            name: "a polish", path: "/api/groups", body: #""meeting":"open","choice":"mix","size":2,"polish":true"#,
            atOnce: 4, again: 5_000),
        Asked(
            name: "a piece of a file", path: "/api/file",
            body: #""meeting":"open","file":"f1","number":0,"count":1,"bytes":"QW5u""#,
            atOnce: FilePieces.mostPieces + 64, again: 63),
        Asked(name: "a list", path: "/api/list", body: #""meeting":"open","file":"f1""#, atOnce: 20, again: 5_000),
        Asked(name: "a preview of buddies", path: "/api/buddies/preview", body: rule, atOnce: 30, again: 1_000),
    ]

    @Test(
        "given one person, when they ask again and again, then they are slowed, and go on after a while",
        arguments: cases)
    func slowed(_ line: Asked) async throws {
        let world = try await World()
        let (cookie, csrf) = try await world.signIn("carys")
        let body = "{\(line.body),\"csrf\":\"\(csrf)\"}"
        var codes: [String?] = []
        for _ in 0..<line.atOnce + 3 { codes.append(await world.post(line.path, body, cookies: cookie).code) }
        #expect(codes.prefix(line.atOnce).allSatisfy { $0 != "slowDown" }, "\(line.name): \(codes)")
        #expect(codes.suffix(3).allSatisfy { $0 == "slowDown" }, "\(line.name): \(codes)")
        world.clock.pass(line.again)
        #expect(await world.post(line.path, body, cookies: cookie).code != "slowDown", "\(line.name)")
        #expect(await world.post(line.path, body, cookies: cookie).code == "slowDown", "\(line.name)")
    }

    @Test("a table, a scribe and a lead behind one address do not pay for each other")
    func apart() async throws {
        let world = try await World()
        let (cookie, csrf) = try await world.signIn("carys")
        let lead = #"{"meeting":"open","name":"Bob","mode":"room_no_device","csrf":"\#(csrf)"}"#
        while await world.post("/api/bring", lead, cookies: cookie).code != "slowDown" {}
        let table = #"{"meeting":"open","name":"Beth","mode":"table_device"}"#
        #expect(await world.post("/api/bring", table, cookies: "ticket-n1=ticket-table").status == 200)
    }

    @Test("a search that was refused for who asked is charged to them too, and a polish does not use up previews")
    func refused() async throws {
        let world = try await World()
        let groups = #"{"meeting":"open","choice":"mix","size":2}"#
        var codes: Set<String?> = []
        for _ in 0..<40 { codes.insert(await world.post("/api/groups", groups, cookies: "ticket-n1=ticket-ann").code) }
        #expect(codes == ["notAllowed", "slowDown"])
        let (cookie, csrf) = try await world.signIn("carys")
        let polish = #"{"meeting":"open","choice":"mix","size":2,"polish":true,"csrf":"\#(csrf)"}"#
        while await world.post("/api/groups", polish, cookies: cookie).code != "slowDown" {}
        let preview = #"{"meeting":"open","choice":"mix","size":2,"csrf":"\#(csrf)"}"#
        #expect(await world.post("/api/groups", preview, cookies: cookie).code != "slowDown")
    }
}
