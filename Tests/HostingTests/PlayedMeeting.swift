// A meeting that is played through a real reception, with devices that come and go, at times that a test says; and what
// the participation record says of it afterwards.

import Analytics
import Foundation
import MemoryLog
import Sockets
import Testing
import Wire

@testable import Hosting
@testable import Meetings

/// A planned meeting; the first to come is its coordinator.
actor PlayedMeeting {
    static let meeting = "m1"
    /// When it begins, in milliseconds since 1970.
    static let begin: Instant = 1_800_000_000_000

    let log = MemoryStore(meetings: [meeting])
    let clock = VirtualClock(begin)
    private let loop = EventLoop()
    private let ears: Ears
    private var reception: Reception
    private var devices: [String: UInt64] = [:]
    private var count = 0

    init(_ segments: [SegmentPlan], options: Options = Options(pulseAfterTalk: false)) async throws {
        ears = Ears(loop: loop)
        reception = Reception(
            log: log, settings: FakeSettings(), doorkeeper: FakeDesk(), outlet: FakeOutlet(ears: ears),
            limits: HostingLimits(), executor: loop, now: { [clock] in clock.now })
        _ = try await reception.submit(
            Plan(title: "Term", plannedStart: nil, zone: "Europe/London", options: options, segments: segments).command,
            by: .system, to: Self.meeting)
    }

    /// From now on it is so many seconds after the beginning.
    func at(_ seconds: Double) { clock.now = Self.begin + Instant(seconds * 1000) }

    /// Somebody who is not known yet.
    func join(
        _ id: String, _ mode: AttendanceMode = .remote, role: Role = .participant, tier: Tier = .pseudonymous,
        school: String? = nil
    ) async throws {
        let command = Join(
            person: PersonID(rawValue: id), role: role, mode: mode, tier: tier, name: id, school: school
        ).command
        _ = try await reception.submit(command, by: .system, to: Self.meeting)
    }

    /// Somebody without a device is brought in by another's.
    func bring(_ id: String, by host: String, _ mode: AttendanceMode, school: String? = nil) async throws {
        let command = BringIn(
            person: PersonID(rawValue: id), by: PersonID(rawValue: host), mode: mode, tier: .pseudonymous, name: id,
            school: school
        ).command
        _ = try await reception.submit(command, by: .system, to: Self.meeting)
        await reception.drain()
    }

    /// A device of theirs is connected; `device` tells several of one person apart.
    func come(_ id: String, as claim: String = "teacher", device: String = "") async {
        count += 1
        let connection = UInt64(count)
        devices[id + device] = connection
        await reception.opened(connection, cookies: id)
        let hello = #"{"hello":{"protocol":1,"meeting":"\#(Self.meeting)","as":"\#(claim)"}}"#
        await reception.received(connection, Array(hello.utf8))
        await ears.wait(connection, for: #"{"welcome""#)
        await reception.drain()
    }

    /// A device of theirs is gone.
    func go(_ id: String, device: String = "") async {
        guard let connection = devices.removeValue(forKey: id + device) else { return }
        await reception.closed(connection)
        await reception.drain()
    }

    /// They say something on their device; a refusal fails the test.
    func say(_ id: String, _ command: Command, for other: String? = nil) async throws {
        let connection = try #require(devices[id], "\(id) has no device")
        count += 1
        let (number, wish) = (count, String(decoding: try JSONEncoder().encode(command), as: UTF8.self))
        let subject = other.map { #","for":"\#($0)""# } ?? ""
        let text = #"{"command":{"id":"w\#(number)","do":\#(wish)\#(subject)}}"#
        await reception.received(connection, Array(text.utf8))
        await ears.wait(connection, for: #""id":"w\#(number)""#)
        let heard = await ears.heard[connection]?.last { $0.contains(#""id":"w\#(number)""#) } ?? ""
        #expect(heard.contains(#"{"ack""#), "\(id): \(wish): \(heard)")
        await reception.drain()
    }

    /// What somebody without a connection wishes is refused, and with which word.
    func refusal(of id: String, _ command: Command) async -> Rejection? {
        do {
            _ = try await reception.submit(command, by: .person(PersonID(rawValue: id)), to: Self.meeting)
            return nil
        } catch {
            return error
        }
    }

    /// The server is gone without a good-bye, and another one goes on after a while.
    func restart(after seconds: Double) async {
        devices = [:]
        clock.now += Instant(seconds * 1000)
        reception = Reception(
            log: log, settings: FakeSettings(), doorkeeper: FakeDesk(), outlet: FakeOutlet(ears: ears),
            limits: HostingLimits(), executor: loop, now: { [clock] in clock.now })
    }

    var room: Room {
        get async throws { try #require(await reception.room(of: Self.meeting)) }
    }

    /// What the log says of it, read in pages as a report does.
    func reading() async throws -> MeetingReading {
        await reception.drain()
        var reading = MeetingReading()
        for stored in try await log.entries(Self.meeting) {
            reading.take(try Entry(stored), by: stored.actor.map { PersonID(rawValue: $0) })
        }
        return reading
    }
}
