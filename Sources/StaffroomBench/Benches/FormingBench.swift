// Knows `staffroom-bench forming`: how long a hall waits for its groups.

import ArgumentParser
import Foundation

struct FormingBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forming",
        abstract: "Groups for 250 people: the proposal, and from the lead's act until everybody is told.",
        discussion: """
            All are in the room. A lead asks for groups of four as the console does, forms those that were proposed, \
            and ends them. Told is whoever has the fact; the last one counts. Floor: one message to all of them.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, help: "People in the room.")
    var people = 250
    @Option(name: .long, help: "How often each is measured.")
    var repeats = 5

    private static let seconds = 30.0

    func validate() throws {
        guard (4...1_000).contains(people), repeats > 0 else { throw ValidationError("people are 4 to 1000") }
    }

    func run() throws {
        var findings = Findings("forming")
        let folder = try options.folder()
        let peer = try Peer.staffroom(options.staffroom, in: folder)
        defer { peer.stop() }
        let hall = try Hall(peer)
        let (meeting, devices, lead) = try hall.full("Forming", people: people)
        try hall.level(devices + [lead])
        var (proposed, formed, ended, floor): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        var (bytes, groups) = (0, 0)
        for round in 1...repeats {
            Findings.progress("round \(round) of \(repeats)")
            let began = ContinuousClock.now
            let answer = try hall.ask("/api/groups", ["meeting": meeting.id, "choice": "mix", "size": 4])
            proposed.append(began.duration(to: .now) / .milliseconds(1))
            let plan = try Self.plan(answer)
            (bytes, groups) = (plan.utf8.count, (answer["groups"] as? [Any])?.count ?? 0)
            formed.append(
                try told(devices, hall) { lead.command("f\(round)", "{\"formGroups\":{\"plan\":\(plan)}}") })
            ended.append(try told(devices, hall) { lead.command("e\(round)", "{\"endGroups\":{}}") })
            floor.append(try told(devices, hall) { lead.post(round) })
        }
        findings.wrong += devices.flatMap(\.book.wrong)
        findings.figures = [
            Figure("asked until groups are proposed", "ms", proposed),
            Figure("formed until the last of \(people) is told", "ms", formed, floor: floor),
            Figure("ended until the last of \(people) is told", "ms", ended, floor: floor),
        ]
        findings.notes = ["\(groups) groups, \(bytes) bytes of the lead's act"]
        try options.tell(findings)
    }

    /// Milliseconds until all have one entry more.
    private func told(_ devices: [Pupil], _ hall: Hall, by act: () -> Void) throws -> Double {
        try hall.level(devices)
        let before = devices[0].book.through
        let began = ContinuousClock.now
        act()
        guard hall.poller.run(seconds: Self.seconds, until: { devices.allSatisfy { $0.book.through > before } }) else {
            throw BenchFailure("\(devices.count { $0.book.through <= before }) people were not told")
        }
        return began.duration(to: .now) / .milliseconds(1)
    }

    /// The proposal as the wish of whoever forms it.
    private static func plan(_ answer: [String: Any]) throws -> String {
        guard let groups = answer["groups"] as? [[String: Any]], var draw = answer["draw"] as? [String: Any] else {
            throw BenchFailure("no groups were proposed: \(answer)")
        }
        draw["isEdited"] = false
        let plan: [String: Any] = [
            "groups": groups.map { group in
                let fields = group.filter { $0.key == "members" || $0.key == "bridge" || $0.key == "roles" }
                return fields.merging(["texts": [String: Any]()]) { own, _ in own }
            },
            "draw": draw, "task": "Build the sensor and break it",
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: plan, options: [.sortedKeys]), as: UTF8.self)
    }
}
