// Knows the sample rosters and how to invent small ones.

import Exchange
import Foundation
import Matching

enum Samples {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data/matching")

    static func file(_ name: String) throws -> MatchingFile {
        try MatchingFile(Data(contentsOf: folder.appending(path: "\(name).json")))
    }

    struct Expected: Decodable {
        var groups: [[String]]
        var key: [Int]
        var terms: [String: Int]?
        var per_group: [Int]?
    }

    static func expected() throws -> [String: [Expected]] {
        try JSONDecoder().decode(
            [String: [Expected]].self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    }

    /// Invented people; few schools and skills, so that everything happens.
    static func people(_ count: Int, _ random: inout SplitMix64) -> [Attendee] {
        func draw(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
        let skills = ["python", "CAD", "SEND", "robotics", "bid writing"]
        func some(_ most: Int) -> [String] { (0..<draw(most + 1)).map { _ in skills[draw(skills.count)] } }
        return (0..<count).map { number in
            Attendee(
                id: "p\(number)", name: "Name \(number)", school: "S\(draw(max(2, count / 2)))",
                trust: draw(3) == 0 ? nil : "M\(draw(3))", phase: ["primary", "secondary"][draw(2)],
                subject: ["science", "maths", "computing"][draw(3)], years: draw(15), offers: some(3),
                needs: some(3), isCore: draw(4) == 0, isInRoom: draw(2) == 0, hasBridge: draw(2) == 0,
                talkShare: draw(3) == 0 ? nil : draw(3000))
        }
    }

    /// The same people, of whom nobody said everything: any field may be missing, of some or of all.
    static func forgetting(_ people: [Attendee], _ random: inout SplitMix64) -> [Attendee] {
        let odds = (0..<6).map { _ in Int(random.next() % 4) }
        return people.map { person in
            var person = person
            func isForgotten(_ field: Int) -> Bool { odds[field] > 0 && Int(random.next() % 3) < odds[field] }
            // As rosters leave it empty, and as a room writes it.
            if isForgotten(0) { person.school = random.next() % 2 == 0 ? "" : person.id }
            if isForgotten(1) { person.phase = "" }
            if isForgotten(2) { person.subject = "" }
            if isForgotten(3) { person.years = nil }
            if isForgotten(4) { (person.offers, person.needs) = ([], []) }
            if isForgotten(5) { person.isCore = false }
            return person
        }
    }

    static func rules(_ people: [Attendee], _ random: inout SplitMix64, modes: ModeRule) -> Rules {
        func draw(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
        func pair() -> [String] { [people[draw(people.count)].id, people[draw(people.count)].id] }
        return Rules(
            wish: .size(2 + draw(4)), modes: modes, together: (0..<draw(2)).map { _ in pair() },
            apart: (0..<draw(3)).map { _ in pair() },
            history: (0..<draw(4)).map { PastRound(age: $0, groups: [pair(), pair()]) })
    }
}
