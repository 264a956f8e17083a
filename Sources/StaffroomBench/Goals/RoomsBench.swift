// Knows `staffroom-bench rooms`: many rooms at the same time, as fast as they can and by the clock.

import ArgumentParser
import Foundation

struct RoomsBench: GoalCommand {
    static let name = "rooms"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "200 rooms of 25: as fast as possible, and each once a second (R1, R2, R3).",
        discussion: """
            In each room the next message is written when all of it have the last one; then each room writes once a \
            second, beginning at random places of the second, the same at every run. Floors: a bare epoll loop and \
            bare libwebsockets with direct writes, as many clients, as many bytes; and the disk, which has to say \
            that a write of a few pages is on it.
            """)

    @OptionGroup var row: GoalOptions
    @Option(name: .long, help: "Seconds by the clock.")
    var seconds = 8

    private static let syncs = 300
    private static let bytesOfASync = 16_384

    func measure(into findings: inout Findings) throws {
        let (rooms, members) = (row.size(200, short: 5), row.size(25, short: 4))
        let folder = try row.bench.folder()
        let town = try Town(row.bench, in: folder)
        defer { town.stop() }
        let ours = try Swarm(town.peer)
        ours.add(try town.places(rooms, people: members, "R1"))
        try ours.seat()
        let fast = Load(messages: rooms * row.size(20, short: 5), window: 1)
        let slow = Load(messages: rooms * row.size(seconds, short: 2), period: row.short ? 0.1 : 1)
        let bytes = try ours.run(fast).bytesADelivery
        let epoll = try FloorHall(.epoll, rooms: rooms, members: members, bytes: bytes, in: folder)
        defer { epoll.peer.stop() }
        let direct = try FloorHall(.direct, rooms: rooms, members: members, bytes: bytes, in: folder)
        defer { direct.peer.stop() }
        _ = try epoll.swarm.run(fast)
        var (own, bare, ownSlow, bareSlow, directSlow): ([Heard], [Heard], [Heard], [Heard], [Heard]) =
            ([], [], [], [], [])
        var disk: [Double] = []
        try row.eachRound("R1, R2, R3") { _ in
            own.append(try ours.run(fast))
            bare.append(try epoll.swarm.run(fast))
            ownSlow.append(try ours.run(slow))
            bareSlow.append(try epoll.swarm.run(slow))
            directSlow.append(try direct.swarm.run(slow))
            disk.append(
                Spread(try Cores.asServer { try Floors.syncs(Self.syncs, bytes: Self.bytesOfASync, in: folder) })
                    .percentile(0.99))
        }
        findings.wrong +=
            ours.wrong("rooms") + epoll.swarm.wrong("rooms, epoll") + direct.swarm.wrong("rooms, lws direct")
        tell(own, bare, ownSlow, bareSlow, directSlow, disk, in: &findings)
        findings.notes.append("rooms: \(rooms) rooms of \(members), \(bytes) bytes a delivery")
    }

    private func tell(
        _ own: [Heard], _ bare: [Heard], _ ownSlow: [Heard], _ bareSlow: [Heard], _ directSlow: [Heard],
        _ disk: [Double], in findings: inout Findings
    ) {
        func late(_ all: [Heard], _ share: Double) -> [Double] { all.map { Spread($0.untilAll).percentile(share) } }
        let (mine, its) = (own.map(\.microsecondsADelivery), bare.map(\.microsecondsADelivery))
        let (mineSlow, itsSlow) = (ownSlow.map(\.microsecondsADelivery), bareSlow.map(\.microsecondsADelivery))
        let floor = late(directSlow, 0.99)
        let bound = Spread(floor).median + 3 * Spread(disk).median
        findings.figures += [
            Figure("R1 as fast as possible: processor a delivery, epoll", "us", mine, floor: its),
            Figure(
                "R1 deliveries a second", "1/s", own.map { Double($0.deliveries) / $0.seconds },
                floor: bare.map { Double($0.deliveries) / $0.seconds }),
            Figure(
                "R2 once a second: until all have it, p50, lws direct", "ms", late(ownSlow, 0.5),
                floor: late(directSlow, 0.5)),
            Figure("R2 until all have it, p99, lws direct", "ms", late(ownSlow, 0.99), floor: floor),
            Figure("R2 fdatasync, p99", "ms", disk),
            Figure("R3 once a second: processor a delivery, epoll", "us", mineSlow, floor: itsSlow),
        ]
        findings.goals += [
            .floorOverOurs(
                "R1", "200 x 25 as fast as possible, epoll over ours", ours: mine, floor: its, must: 0.5, aim: 0.7),
            Goal(
                "R2", "the same once a second: send to last delivery, p99", "ms", Spread(late(ownSlow, 0.99)).median,
                must: bound + 2, aim: bound + 1, isMoreBetter: false, measuredBy: floor),
            .oursOverFloor(
                "R3", "processor at that load, ours over epoll", ours: mineSlow, floor: itsSlow, must: 2.5, aim: 1.7),
        ]
    }
}
