// What somebody says who looks at the door before the opening: bounded and priced, and never in the way of the look.

import Hosting
import Testing

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct WaitingBeforeTests {
    private func look(
        _ world: World, _ ready: String, code: String = "planned", cookies: String = "", address: String = "192.0.2.1"
    ) async -> Answer {
        await world.ask(
            "POST", "/api/door", #"{"code":"\#(code)","ready":\#(ready)}"#, cookies: cookies, address: address)
    }

    private func isKnown(_ world: World, _ device: String, _ name: String, school: String? = nil) async -> Bool {
        let word = EarlyWord(
            device: device, address: "192.0.2.1", name: name, school: school, mode: .remote)
        return await world.reception.knows(word, at: "planned")
    }

    @Test("what is wrong with what they say is told at once; a name that is known need not be said")
    func words() async throws {
        let world = try await World()
        let long = String(repeating: "a", count: Limits.nameLength + 1)
        for (ready, code) in [
            (#"{"id":"d1","mode":"remote"}"#, "textMissing"),
            (#"{"id":"d1","name":" ","mode":"remote"}"#, "textMissing"),
            (#"{"id":"d1","name":"\#(long)","mode":"remote"}"#, "textTooLong"),
            (#"{"id":"no id","name":"Siân"}"#, "badRequest"), (#"{"name":"Siân"}"#, "badRequest"),
            (#"{"id":"d1","name":"Siân","mode":"elsewhere"}"#, "badRequest"),
        ] {
            #expect(await look(world, ready).code == code, "\(ready)")
        }
        #expect(await look(world, #"{"id":"d1","name":" Siân  Jones ","school":"","mode":"remote"}"#).status == 200)
        #expect(await isKnown(world, "page d1", "Siân Jones"))
        #expect(await look(world, #"{"id":"d1","gone":true}"#).status == 200)
        #expect(await !isKnown(world, "page d1", "Siân Jones"))
        let ann = try #require(await world.catalogue.person(ticket: "ticket-ann", network: "n1"))
        #expect(await look(world, #"{"id":"d2","mode":"remote"}"#, cookies: "ticket-n1=ticket-ann").status == 200)
        #expect(await isKnown(world, "person \(ann.id.rawValue)", ann.name, school: ann.school))
    }

    @Test("no list is kept before a door that is open or of a meeting that is over")
    func otherPhases() async throws {
        let world = try await World()
        for code in ["open", "ended"] {
            #expect(await look(world, #"{"id":"d1","name":"Siân","mode":"remote"}"#, code: code).status == 200)
            let word = EarlyWord(device: "page d1", address: "192.0.2.1", name: "Siân", school: nil, mode: .remote)
            #expect(await !world.reception.knows(word, at: code))
        }
    }

    @Test("an address says it only so often, and still sees the door")
    func price() {
        var joins = JoinGuard()
        let said = (0...1_000).map { _ in joins.admitsEarly("192.0.2.1", at: World.start) }
        #expect(said.dropLast().allSatisfy { $0 } && said.last == false)
        let others = [
            joins.admitsEarly("192.0.2.2", at: World.start), joins.admitsEarly("192.0.2.1", at: World.start + 1_000),
        ]
        #expect(others == [true, true])
    }
}
