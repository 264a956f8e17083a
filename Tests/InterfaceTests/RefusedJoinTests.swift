// A refused join changes nothing: not the room, not the person, nowhere.

import Testing

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct RefusedJoinTests {
    private static let ann = "ticket-n1=ticket-ann"

    private func refuse(
        _ world: World, _ door: String, cookies: String = ann, code: String, _ where_: Comment
    ) async {
        let before = await world.catalogue.people
        let joining =
            "{\(door),\"name\":\"Mallory\",\"school\":\"Elsewhere\",\"mode\":\"remote\",\"tier\":\"quotable\"}"
        #expect(await world.post("/api/join", joining, cookies: cookies).code == code, where_)
        #expect(await world.catalogue.people == before, where_)
    }

    @Test("who is known keeps their name when a room says no, whichever no it is")
    func known() async throws {
        let world = try await World()
        try await world.openMeeting("locked")
        try await world.lead(LockRoom().command, at: "locked")
        await refuse(world, #""code":"planned""#, code: "meetingNotOpen", "planned")
        await refuse(world, #""code":"ended""#, code: "meetingOver", "ended")
        await refuse(world, #""code":"locked""#, code: "roomLocked", "locked")
        try await world.lead(Remove(person: "ann").command)
        await refuse(world, #""code":"open""#, code: "shutOut", "removed")
    }

    @Test("nor is anybody renamed by a personal link, or after being turned away twice")
    func others() async throws {
        let world = try await World()
        let planned = try #require(await world.catalogue.meeting(code: "planned"))
        let link = await world.catalogue.linkToken(.personal, of: planned, person: "ann")
        await refuse(world, "\"link\":\"\(link)\"", cookies: "", code: "meetingNotOpen", "link")
        try await world.openMeeting("lobby", lobby: true)
        for _ in 0..<Limits.denials {
            _ = await world.post("/api/join", #"{"code":"lobby","mode":"remote"}"#, cookies: Self.ann)
            try await world.lead(Deny(person: "ann").command, at: "lobby")
        }
        await refuse(world, #""code":"lobby""#, code: "shutOut", "denied")
    }

    @Test("who is new is not written down before the room says yes, and a yes keeps what was said")
    func new() async throws {
        let world = try await World()
        for (code, no) in [("planned", "meetingNotOpen"), ("ended", "meetingOver")] {
            await refuse(world, "\"code\":\"\(code)\"", cookies: "", code: no, "\(code)")
        }
        let said = #"{"code":"open","name":"Anna","school":"Ysgol","mode":"remote"}"#
        #expect(await world.post("/api/join", said, cookies: Self.ann).status == 200)
        let ann = try #require(await world.catalogue.person("ann", network: "n1"))
        #expect(ann.name == "Anna" && ann.school == "Ysgol")
    }
}
