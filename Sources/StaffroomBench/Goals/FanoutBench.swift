// Knows `staffroom-bench fanout`: what it takes to send one event to many, one at a time and in bursts.

import ArgumentParser
import Foundation

struct FanoutBench: GoalCommand {
    static let name = "fanout"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Processor of a delivery: 500 and 2,000 connections, rooms of 50, bursts (F1, F3, F4).",
        discussion: """
            One room, messages in it; the next is written when all have the last one, of bursts so many at a time. \
            A delivery is one message to one connection. 2,000 connections are 500 people with four devices each. \
            Floors: bare libwebsockets with direct writes, and a bare epoll loop, as many clients, as many bytes.
            """)

    @OptionGroup var row: GoalOptions

    private struct Shape {
        var row: String
        var name: String
        var people: Int
        var devices = 1
        var window = 1
        var messages: Int
        var floor: BareKind
        var must: Double
        var aim: Double
    }

    private var shapes: [Shape] {
        if row.short {
            return [
                Shape(
                    row: "F1", name: "20 connections", people: 10, devices: 2, messages: 20, floor: .direct, must: 0.85,
                    aim: 0.95),
                Shape(
                    row: "F4", name: "10 members, 4 open", people: 10, window: 4, messages: 40, floor: .epoll, must: 2,
                    aim: 4),
            ]
        }
        return [
            Shape(
                row: "F1", name: "500 connections, lws direct over ours", people: 500, messages: 300, floor: .direct,
                must: 0.85, aim: 0.95),
            Shape(
                row: "F1", name: "2,000 connections, lws direct over ours", people: 500, devices: 4, messages: 80,
                floor: .direct, must: 0.85, aim: 0.95),
            Shape(
                row: "F3", name: "room of 50, epoll over ours", people: 50, messages: 1_000, floor: .epoll, must: 0.5,
                aim: 0.8),
            Shape(
                row: "F4", name: "bursts 50 x 16, lws direct over ours", people: 50, window: 16, messages: 1_600,
                floor: .direct, must: 2, aim: 4),
            Shape(
                row: "F4", name: "bursts 500 x 8, lws direct over ours", people: 500, window: 8, messages: 320,
                floor: .direct, must: 3, aim: 4),
        ]
    }

    func measure(into findings: inout Findings) throws {
        for shape in shapes { try measure(shape, &findings) }
    }

    private func measure(_ shape: Shape, _ findings: inout Findings) throws {
        let folder = try row.bench.folder()
        let town = try Town(row.bench, in: folder)
        defer { town.stop() }
        let places = try town.places(1, people: shape.people, shape.row)
        let ours = try Swarm(town.peer)
        ours.add(places, devices: shape.devices)
        try ours.seat()
        let warm = Load(messages: max(shape.messages / 4, shape.window), window: shape.window)
        let bytes = try ours.run(warm).bytesADelivery
        let floor = try FloorHall(
            shape.floor, rooms: 1, members: shape.people * shape.devices, bytes: bytes, in: folder)
        defer { floor.peer.stop() }
        _ = try floor.swarm.run(warm)
        let load = Load(messages: shape.messages, window: shape.window)
        var (own, bare): ([Heard], [Heard]) = ([], [])
        try row.eachRound("\(shape.row) \(shape.name)") { _ in
            own.append(try ours.run(load))
            bare.append(try floor.swarm.run(load))
        }
        findings.wrong += ours.wrong(shape.name) + floor.swarm.wrong("\(shape.name), floor")
        let (mine, its) = (own.map(\.microsecondsADelivery), bare.map(\.microsecondsADelivery))
        findings.figures += [
            Figure("\(shape.row) \(shape.name): processor a delivery", "us", mine, floor: its),
            Figure(
                "\(shape.row) \(shape.name): deliveries a second", "1/s",
                own.map { Double($0.deliveries) / $0.seconds },
                floor: bare.map { Double($0.deliveries) / $0.seconds }),
        ]
        findings.goals.append(
            .floorOverOurs(shape.row, shape.name, ours: mine, floor: its, must: shape.must, aim: shape.aim))
        findings.notes.append("\(shape.row) \(shape.name): \(bytes) bytes a delivery")
    }
}
