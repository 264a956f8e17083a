// Who says hello on a socket is known by the same cookies as by HTTP, and by the key of a wall.

import Hosting
import Testing
import Wire

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct DoorkeeperTests {
    private func identify(
        _ world: World, _ claim: String, meeting: String? = nil, key: String? = nil, cookies: String = ""
    ) async throws -> Result<Admission, CloseReason> {
        var hello = "{\"hello\":{\"protocol\":1,\"as\":\"\(claim)\""
        if let meeting { hello += ",\"meeting\":\"\(meeting)\"" }
        if let key { hello += ",\"key\":\"\(key)\"" }
        guard case .hello(let said) = try ClientMessage(Array((hello + "}}").utf8)) else {
            throw ProtocolFault("badMessage", "no hello")
        }
        return await world.doorkeeper.identify(said, cookies: cookies)
    }

    private func who(_ result: Result<Admission, CloseReason>) -> String {
        switch result {
        case .success(let admission): "\(admission.person?.rawValue ?? "wall") at \(admission.meeting)"
        case .failure(let reason): "\(reason)"
        }
    }

    @Test("a ticket, a coordinator's session and the key of a wall are good; nothing else is")
    func hellos() async throws {
        let world = try await World()
        let (carys, _) = try await world.signIn("carys")
        let (eve, _) = try await world.signIn("eve")
        let (other, _) = try await world.signIn("other")
        let meeting = try #require(await world.catalogue.meeting(code: "open"))
        let wall = await world.catalogue.linkToken(.wall, of: meeting, person: nil)
        let room = await world.catalogue.linkToken(.room, of: meeting, person: nil)
        let ticket = "ticket-n1=ticket-ann"
        for (claim, meeting, key, cookies, expected) in [
            ("teacher", "open", nil, ticket, "ann at open"), ("teacher", "open", nil, "", "unknown"),
            ("teacher", "nowhere", nil, ticket, "unknown"), ("teacher", "open", nil, carys, "unknown"),
            ("coordinator", "open", nil, carys, "p-carys at open"), ("coordinator", "open", nil, eve, "unknown"),
            ("coordinator", "open", nil, other, "unknown"), ("coordinator", "open", nil, ticket, "unknown"),
            ("wall", nil, wall, "", "wall at open"), ("wall", nil, room, "", "unknown"),
        ] as [(String, String?, String?, String, String)] {
            let found = who(try await identify(world, claim, meeting: meeting, key: key, cookies: cookies))
            #expect(found == expected, "\(claim) \(cookies)")
        }
    }

    @Test("while the catalogue is out of reach, clients are told to come back")
    func outOfReach() async throws {
        let world = try await World()
        await world.catalogue.breakDown()
        #expect(who(try await identify(world, "teacher", meeting: "open", cookies: "ticket-n1=x")) == "restarting")
    }
}
