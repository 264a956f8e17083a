// A live meeting with two people in it, before a real reception.

import Foundation
import MemoryLog
import Sockets
import Testing

@testable import Hosting
@testable import Meetings

/// A planned and opened meeting with its coordinator (connection 1) and Siân (connection 2).
struct RoomScene {
    let loop = EventLoop()
    let log = MemoryStore(meetings: ["m1", "m2"])
    let ears: Ears
    let reception: Reception

    init(
        _ limits: HostingLimits = HostingLimits(), door: any Doorkeeper = FakeDesk(),
        clock: VirtualClock = VirtualClock(1_000)
    ) async throws {
        ears = Ears(loop: loop)
        reception = Reception(
            log: log, settings: FakeSettings(), doorkeeper: door, outlet: FakeOutlet(ears: ears),
            limits: limits, executor: loop, now: { clock.now })
        let plan = Plan(
            title: "Term", plannedStart: nil, zone: "Europe/London", options: Options(),
            segments: [SegmentPlan(kind: .talk, title: "Talk", timeboxSeconds: 600)]
        ).command
        _ = try await reception.submit(plan, by: .system, to: "m1")
        await hello(1, "c1", as: "coordinator")
        await say(1, "open", #"{"openMeeting":{}}"#)
        await ears.wait(1, for: #"{"ack":{"id":"open""#)
        try await join("p1", "Siân")
        await hello(2, "p1", as: "teacher")
        // That Siân is here may still be on its way to the log.
        await reception.drain()
    }

    func join(_ id: String, _ name: String) async throws {
        let command = Join(
            person: PersonID(rawValue: id), role: .participant, mode: .remote, tier: .pseudonymous, name: name,
            school: nil
        ).command
        _ = try await reception.submit(command, by: .system, to: "m1")
    }

    func hello(_ connection: UInt64, _ who: String, as claim: String, since: String = "") async {
        await reception.opened(connection, cookies: who)
        let text = #"{"hello":{"protocol":1,"meeting":"m1","as":"\#(claim)"\#(since)}}"#
        await reception.received(connection, Array(text.utf8))
        await ears.wait(connection, for: #"{"welcome""#)
    }

    func say(_ connection: UInt64, _ id: String, _ command: String) async {
        await reception.received(connection, Array(#"{"command":{"id":"\#(id)","do":\#(command)}}"#.utf8))
    }

    func heard(_ connection: UInt64) async -> [String] { await ears.heard[connection] ?? [] }

    /// The host of the meeting.
    var host: RoomHost {
        get async throws { try #require(await reception.host(inMemory: "m1")) }
    }

    /// Says something as the coordinator, and waits until it is stored and told.
    func post(_ id: String, _ text: String) async {
        await say(1, id, #"{"postMessage":{"text":"\#(text)"}}"#)
        await ears.wait(1, for: #"{"ack":{"id":"\#(id)""#)
    }
}
