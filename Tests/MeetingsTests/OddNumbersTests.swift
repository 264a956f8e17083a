// Knows that no number from outside stops the process: each number of each wish and fact in turn is one that nobody
// means, and the room goes on.

import Foundation
import Testing

@testable import Meetings

@Suite struct OddNumbersTests {
    static let odd = [
        "-1", "0", "1", "4294967296", "8640000000000001", "9007199254740993", "9200000000000000000",
        "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e308", "0.5",
    ]

    /// The same JSON with one number after the other made odd.
    static func variations(of json: String) -> [String] {
        json.matches(of: #/[:\[,](-?\d+)(?=[,\]}])/#).flatMap { number in
            odd.map { json.replacing(number.1, with: $0, subrange: number.1.startIndex..<number.1.endIndex) }
        }
    }

    private static func scenes(_ kind: CommandKind) -> [RightsScene] {
        Phase.allCases.flatMap { phase in
            Relation.allCases.compactMap { relation in
                RightsScene(kind, RightsCell(role: .coordinator, phase: phase, relation: relation))
            }
        }
    }

    @Test("of a wish", arguments: CommandKind.allCases)
    func wishes(_ kind: CommandKind) throws {
        for scene in Self.scenes(kind) {
            for json in try [kind.sample, scene.command].flatMap({ Self.variations(of: try GoldenFile.json($0)) }) {
                guard let command = try? GoldenFile.value(Command.self, json) else { continue }
                for actor in [Meetings.Actor.system, "me"] {
                    let outcome = Outcome(scene.room, command, by: actor, at: Given.start + 1_000)
                    guard case .events(let events) = outcome else { continue }
                    let room = scene.room.after(events, at: Given.start + 1_000)
                    // Whatever was let in: the meeting can be ended.
                    _ = Outcome(room, EndMeeting().command, by: "me", at: Given.start + 10_000_000)
                }
            }
        }
    }

    @Test("of a fact that an older server let in", arguments: Event.Facet.allCases)
    func facts(_ facet: Event.Facet) throws {
        let scene = try #require(
            RightsScene(.agenda(.openSegment), RightsCell(role: .coordinator, phase: .open, relation: .own)))
        for fact in facet.facts {
            for json in Self.variations(of: try GoldenFile.json(fact.sample)) {
                guard let event = try? GoldenFile.value(Event.self, json) else { continue }
                let room = scene.room.after([event], at: Given.start + 1_000)
                for kind in CommandKind.allCases {
                    _ = Outcome(room, kind.inScene("me"), by: "me", at: Given.start + 10_000_000)
                }
            }
        }
    }

    @Test(
        "at the first and the last moment that there is",
        arguments: [Limits.moments.lowerBound, Limits.moments.upperBound])
    func moments(_ at: Int64) throws {
        for kind in CommandKind.allCases {
            for scene in Self.scenes(kind) {
                guard case .events(let events) = Outcome(scene.room, scene.command, by: "me", at: at) else { continue }
                _ = scene.room.after(events, at: at)
            }
        }
    }
}
