// Knows `staffroom rehearse`: simulated teachers join a running server, so that a coordinator can practise.

import ArgumentParser
import Foundation
import Rehearsal

/// Plays teachers in a rehearsal.
struct RehearseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Let simulated teachers join a meeting on a running server.",
        discussion: """
            They talk, listen, come late, lose their connection and share a tablet, until the meeting ends. It works \
            in meetings that are marked as a rehearsal, and in the sample meeting.
            """)

    private static let people = 1...1_000

    @Option(name: .long, help: "How many teachers.")
    var people = 12
    @Option(name: .long, help: "Address of the server itself.")
    var url = "http://127.0.0.1:8080"
    @Option(name: .long, help: "Times as fast as people are.")
    var speed = 1.0
    @Option(name: .long, help: "The same number gives the same teachers; left out: another time, other teachers.")
    var seed: UInt64?
    @Flag(name: .long, help: "Print what they did as JSON at the end.")
    var json = false
    @Argument(help: "Join code or join link of the meeting.")
    var meeting: String

    func validate() throws {
        guard Self.people.contains(people) else { throw ValidationError("--people goes from 1 to 1000") }
        guard speed > 0, speed.isFinite else { throw ValidationError("--speed is a number above 0, such as 10") }
    }

    func run() async throws {
        let rehearsal = Rehearsal(
            meeting: meeting, people: people, url: url, speed: speed,
            seed: seed ?? UInt64.random(in: 0...UInt64(UInt32.max)))
        let outcome: Outcome
        do {
            outcome = try rehearsal.run { Output.note($0) }
        } catch let failure as RehearsalFailure {
            throw Failure(failure.description, Ending.unavailable)
        }
        guard !json else { return Output.line(outcome.json) }
        let (wishes, delivery) = (outcome.wishes, outcome.delivery)
        Output.line(
            """
            \(outcome.joined) took part. \(wishes.stored) acts stored, \(wishes.refused) refused, \
            \(wishes.unanswered) lost; the slowest answer took \(wishes.slowestMilliseconds) ms.
            \(delivery.delivered) facts reached people: \(delivery.lost) lost, \(delivery.late) late; \
            half of them within \(delivery.medianMilliseconds) ms, 99 in 100 within \(delivery.p99Milliseconds) ms.
            """)
    }
}
