// Knows what a coordinator and an evaluator are told of a meeting that is over, and that nobody else is.

import Analytics
import Meetings
import Testing

@testable import Interface

@Suite(.timeLimit(.minutes(10))) struct FiguresRouteTests {
    /// Four in the room, eight on the call, and a title that names somebody.
    private static func meeting() -> Debrief {
        var debrief = Debrief()
        debrief.people.attended = 12
        (debrief.people.offered, debrief.people.acted) = (12, 9)
        (debrief.people.room, debrief.people.call) = (4, 8)
        debrief.items = [.init(kind: .talk, title: "Siân on soil", planned: 600, spans: [[0, 1020]])]
        debrief.presence = [.init(place: .call, steps: [[0, 8]]), .init(place: .room, steps: [[0, 4]])]
        debrief.comparisons = [.init(.acted, room: .init(4, of: 4), call: .init(5, of: 8))]
        return debrief
    }

    @Test("a coordinator is told titles and places; an evaluator neither where four were in the room")
    func roles() async throws {
        let world = try await World()
        await world.catalogue.add(Self.meeting(), of: "ended")
        let own = await world.ask("GET", "/api/meetings/ended/figures", cookies: try await world.signIn("carys").cookie)
        #expect(own.status == 200)
        #expect(own.text.contains("Siân on soil") && own.text.contains(#""comparisons":[{"#))
        #expect(own.text.contains(#""key":"everybodyOffered""#) && own.text.contains(#""key":"planLonger""#))
        let shown = await world.ask("GET", "/api/meetings/ended/figures", cookies: try await world.signIn("eve").cookie)
        #expect(shown.status == 200)
        #expect(!shown.text.contains("Siân") && shown.text.contains(#""comparisons":[]"#))
        #expect(!shown.text.contains(#""place":"room""#) && !shown.text.contains(#""room":4"#))
        #expect(shown.text.contains(#""key":"everybodyOffered""#))
    }

    @Test("of a meeting that is not over, and to another network, nothing is told")
    func nothing() async throws {
        let world = try await World()
        let carys = try await world.signIn("carys").cookie
        #expect(await world.ask("GET", "/api/meetings/open/figures", cookies: carys).status == 404)
        let south = try await world.signIn("other").cookie
        #expect(await world.ask("GET", "/api/meetings/ended/figures", cookies: south).status == 404)
        let (eve, csrf) = try await world.signIn("eve")
        let foreign = await world.post("/api/series/figures", #"{"series":"s99","csrf":"\#(csrf)"}"#, cookies: eve)
        #expect(foreign.status == 404)
    }
}
