// Knows `staffroom-bench resume`: everybody comes in at once, and comes back at once after all were lost.

import ArgumentParser
import Foundation

struct ResumeBench: GoalCommand {
    static let name = "resume"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Storms of 300 and 990 into a room, 5,000 into 200; then all drop and resume (J1, J3).",
        discussion: """
            Everybody has joined and connects in the same moment; whoever is closed comes back a second later. Then \
            all but one of each room are gone at once, ten messages are written in each room, and all come back at \
            once, from where they were. Everybody must hear every message once and in one order. Floor: bare \
            libwebsockets, as many connections at once, each sent as many bytes as ours were until the last was in.
            """)

    @OptionGroup var row: GoalOptions

    private struct Shape {
        var rooms: Int
        var people: Int
        var must: Double
        var name: String { rooms == 1 ? "\(people) into a room" : "\(rooms * people) into \(rooms) rooms" }
    }

    private var shapes: [Shape] {
        row.short
            ? [Shape(rooms: 1, people: 30, must: 0.3), Shape(rooms: 4, people: 5, must: 0.5)]
            : [
                Shape(rooms: 1, people: 300, must: 0.3), Shape(rooms: 1, people: 990, must: 0.3),
                Shape(rooms: 200, people: 25, must: 0.5),
            ]
    }

    private static let missed = 10
    private static let aim = 0.6
    /// The longest that somebody waits to be back, in seconds.
    private static let longest = (must: 3.0, aim: 1.0)

    /// What one storm came to.
    private struct Round {
        var ready: Double
        var bare: Double
        var back: Double
        var longest: Double
        var processor: Double
        var bareProcessor: Double
        var bytes: Int
    }

    func measure(into findings: inout Findings) throws {
        for shape in shapes {
            let folder = try row.bench.folder()
            let town = try Town(row.bench, in: folder)
            defer { town.stop() }
            var rounds: [Round] = []
            var anew = 0
            try row.eachRound("J1, J3 \(shape.name)") { round in
                rounds.append(try storm(shape, round, town, folder, &findings, &anew))
            }
            tell(shape, rounds, anew, in: &findings)
        }
    }

    private func storm(
        _ shape: Shape, _ number: Int, _ town: Town, _ folder: Folder, _ findings: inout Findings, _ anew: inout Int
    ) throws -> Round {
        let places = try town.places(shape.rooms, people: shape.people, "J1 \(number)")
        let swarm = try Swarm(town.peer)
        // Those who stay, one of each room, come first.
        for (room, place) in places.enumerated() {
            swarm.add(room: room, meeting: place.meeting.id, cookie: place.cookies[0])
        }
        for (room, place) in places.enumerated() {
            for cookie in place.cookies.dropFirst() {
                swarm.add(room: room, meeting: place.meeting.id, cookie: cookie)
            }
        }
        let (all, others) = (0..<swarm.count, shape.rooms..<swarm.count)
        let before = town.peer.processor
        let came = try swarm.enter(all, atOnce: swarm.count)
        let bytes = swarm.bytes / swarm.count
        try swarm.settle()
        let processor = town.peer.processor - before
        swarm.leave(others)
        let write = Load(messages: shape.rooms * Self.missed, window: 1, waitsForAcknowledgement: true)
        _ = try swarm.run(write, measured: false)
        let back = try swarm.enter(others, atOnce: others.count, resumes: true)
        try swarm.settle()
        findings.wrong += swarm.wrong("J1, J3 \(shape.name)")
        anew += swarm.toldAnew
        let bare = try floor(swarm.count, bytes, folder)
        return Round(
            ready: Double(swarm.count) / came.seconds, bare: bare.ready,
            back: Double(others.count) / back.seconds, longest: Spread(back.each).most,
            processor: processor * 1_000 / Double(swarm.count), bareProcessor: bare.processor, bytes: bytes)
    }

    private func floor(_ count: Int, _ bytes: Int, _ folder: Folder) throws -> (ready: Double, processor: Double) {
        let peer = try Peer.floor(.answers, answering: bytes, in: folder)
        defer { peer.stop() }
        let swarm = try Swarm(peer)
        swarm.add(rooms: 1, members: count)
        let before = peer.processor
        let came = try swarm.enter(0..<count, atOnce: count)
        return (Double(count) / came.seconds, (peer.processor - before) * 1_000 / Double(count))
    }

    private func tell(_ shape: Shape, _ rounds: [Round], _ anew: Int, in findings: inout Findings) {
        let (ready, bare) = (rounds.map(\.ready), rounds.map(\.bare))
        let longest = rounds.map(\.longest)
        findings.figures += [
            Figure("J1 \(shape.name): ready a second", "1/s", ready, floor: bare),
            Figure(
                "J1 \(shape.name): processor for each", "ms", rounds.map(\.processor),
                floor: rounds.map(\.bareProcessor)),
            Figure("J3 \(shape.name), resumed: ready a second, J1", "1/s", rounds.map(\.back), floor: ready),
            Figure("J3 \(shape.name), resumed: longest wait", "s", longest),
        ]
        findings.goals += [
            .oursOverFloor(
                "J1", "\(shape.name), ready a second, over lws", ours: ready, floor: bare, must: shape.must,
                aim: Self.aim, isMoreBetter: true),
            .oursOverFloor(
                "J3", "\(shape.name), all back, ready a second, over J1", ours: rounds.map(\.back), floor: ready,
                must: 1, aim: 1.2, isMoreBetter: true),
            Goal(
                "J3", "\(shape.name), all back, longest wait", "s", Spread(longest).median, must: Self.longest.must,
                aim: Self.longest.aim, isMoreBetter: false, measuredBy: longest),
        ]
        let bytes = rounds.map(\.bytes).reduce(0, +) / rounds.count
        findings.notes.append("J1 \(shape.name): \(bytes) bytes each; J3: \(anew) were told the room anew")
    }
}
