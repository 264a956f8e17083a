// Nobody is left in a room by a connection that is gone, whatever it said before it went.

import Synchronization
import Testing
import Wire

@testable import Hosting
@testable import Meetings

/// Whoever claims to lead is the coordinator, whatever else the device has a ticket for; a wall names the meeting by
/// its key.
private struct TwoFacedDesk: Doorkeeper {
    /// Who is known no more from now on.
    let unknown = Unknown()

    final class Unknown: Sendable {
        private let names = Mutex<Set<String>>([])
        func add(_ name: String) { names.withLock { _ = $0.insert(name) } }
        func has(_ name: String) -> Bool { names.withLock { $0.contains(name) } }
    }

    func identify(_ hello: Hello, cookies: String) async -> Result<Admission, CloseReason> {
        if unknown.has(cookies) { return .failure(.unknown) }
        switch hello.as {
        case .wall: return .success(Admission(meeting: hello.key ?? "", person: nil))
        case .coordinator: return .success(Admission(meeting: "m1", person: "c1", introduction: ("Carys", nil)))
        case .teacher: return .success(Admission(meeting: "m1", person: PersonID(rawValue: cookies)))
        }
    }
}

@Suite(.timeLimit(.minutes(10))) struct GhostTests {
    private static func hello(_ claim: String, _ more: String = "") -> [UInt8] {
        Array(#"{"hello":{"protocol":1,"as":"\#(claim)"\#(more)}}"#.utf8)
    }

    /// What the room holds of a connection.
    private static func traces(of connection: UInt64, in host: RoomHost) async -> Int {
        let devices = await host.devices.values.count { $0.contains(connection) }
        return await devices + (host.members[connection] == nil ? 0 : 1)
    }

    @Test("a second hello and then a cut: the person is gone")
    func cutWhileGreetedAgain() async throws {
        let gate = Gate()
        let scene = try await RoomScene(door: GatedDesk(gate: gate))
        await gate.shut()
        await scene.reception.received(2, Self.hello("teacher", #","meeting":"m1""#))
        await gate.crowd(of: 1)
        await scene.reception.closed(2)
        #expect(try await Self.traces(of: 2, in: scene.host) == 0)
        await scene.ears.wait(1, for: #""presenceEnded":{"person":"p1","reason":"lost"}"#)
        await gate.open()
    }

    @Test("who says hello as somebody else leaves the first")
    func anotherPersonOnOneSocket() async throws {
        let scene = try await RoomScene(door: TwoFacedDesk())
        await scene.reception.received(2, Self.hello("coordinator", #","meeting":"m1""#))
        await scene.ears.wait(2, for: #""as":"lead""#)
        await scene.ears.wait(1, for: #""presenceEnded":{"person":"p1","reason":"lost"}"#)
        #expect(try await scene.host.devices["p1"] == nil)
        await scene.reception.closed(2)
        #expect(try await Self.traces(of: 2, in: scene.host) == 0)
        #expect(
            try await scene.reception.room(of: "m1")?.people["c1"]?.isPresent == true, "the lead's own device is here")
    }

    @Test("who becomes a wall is nobody any more")
    func wallAfterTeacher() async throws {
        let scene = try await RoomScene(door: TwoFacedDesk())
        await scene.reception.received(2, Self.hello("wall", #","key":"m1""#))
        await scene.ears.wait(2, for: #""as":"wall""#)
        await scene.ears.wait(1, for: #""presenceEnded":{"person":"p1","reason":"lost"}"#)
        #expect(try await scene.host.devices["p1"] == nil)
    }

    @Test("a wall that shows another meeting leaves the first room")
    func anotherRoomOnOneSocket() async throws {
        let scene = try await RoomScene(door: TwoFacedDesk())
        await scene.reception.opened(3, cookies: "")
        await scene.reception.received(3, Self.hello("wall", #","key":"m1""#))
        await scene.ears.wait(3, for: #""meeting":"m1""#)
        await scene.reception.received(3, Self.hello("wall", #","key":"m2""#))
        await scene.ears.wait(3, for: #""meeting":"m2""#)
        #expect(try await Self.traces(of: 3, in: scene.host) == 0)
        await scene.reception.closed(3)
        #expect(await scene.reception.hosts["m2"] == nil, "nobody is there: the room leaves memory")
    }

    @Test("who is known no more at their second hello is out at once")
    func refusedAtSecondHello() async throws {
        let desk = TwoFacedDesk()
        let scene = try await RoomScene(door: desk)
        desk.unknown.add("p1")
        await scene.reception.received(2, Self.hello("teacher", #","meeting":"m1""#))
        await scene.ears.wait(2, for: #""bye":{"reason":"unknown"}"#)
        #expect(try await Self.traces(of: 2, in: scene.host) == 0)
        await scene.ears.wait(1, for: #""presenceEnded":{"person":"p1","reason":"lost"}"#)
    }

    @Test("a coordinator whose connection goes while they are put on the list leaves nothing")
    func cutWhileJoining() async throws {
        let scene = try await RoomScene()
        let host = try await scene.host
        await scene.log.hold()
        await scene.reception.opened(3, cookies: "c3")
        await scene.reception.received(3, Self.hello("coordinator", #","meeting":"m1""#))
        while await host.commitsUnderWay == 0 { await Task.yield() }
        await scene.reception.closed(3)
        await scene.log.release()
        await scene.reception.drain()
        #expect(await Self.traces(of: 3, in: host) == 0)
        #expect(await host.published.people["c3"]?.isPresent == false)
    }
}
