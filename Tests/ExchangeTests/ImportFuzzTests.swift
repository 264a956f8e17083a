// Throws anything at the readers of reports: they never fall over, and whatever they take is within its bounds. A seed is
// printed with every failure; STAFFROOM_SEED repeats it.

import Foundation
import Matching
import Meetings
import Testing

@testable import Exchange

@Suite(.timeLimit(.minutes(5))) struct ImportFuzzTests {
    private static let seed =
        ProcessInfo.processInfo.environment["STAFFROOM_SEED"].flatMap(UInt64.init)
        ?? UInt64.random(in: 0..<1_000_000)

    private static let samples: [[UInt8]] = ExpectedImport.all.keys.sorted().compactMap { name in
        (try? Data(contentsOf: ExpectedImport.folder.appendingPathComponent(name))).map { Array($0) }
    }

    /// What reports are made of, and what takes them apart.
    private static let pieces = [
        "WEBVTT\n\n", "00:00:05.000 --> 00:00:06.000\n", "<v Gwen>", "<v.x Kai>", "</v>", "<", ">", "<v", "&amp;", "&",
        "Gwen: ", "\n", "\n\n", "\r", "\t", ",", ";", "\"", "1. Summary\n", "2. Participants\n",
        "3. In-Meeting Activities\n", "Name\tJoin Time\tLeave Time\tDuration\tEmail\n", "Start time\t",
        "3/26/26, 4:00:00 PM", "26/03/2026, 16:00:12", "2026-03-26 16:00", "1h 2m", "Name (Original Name),User Email,",
        "Join Time,Leave Time,Duration (Minutes)\n", "In Waiting Room", "Yes", "16:02:11 From Gwen to Everyone:\n",
        "16:03:05 From Kai to Gwen(Direct Message):\n", "00:01:05\tKai:\tsaid\n", "From ", " to ", ":", "Joined",
        "Left",
        "99:99:99", "9223372036854775807", "\u{200C}", "\u{301}", "\u{2028}", "\u{0}", "😀", "+44 7700 900123",
        "a@b.example", "(", ")", "-->", "NOTE", "Full Name\tUser Action\tTimestamp\n",
    ]

    private static func anything(_ chance: inout SplitMix64) -> [UInt8] {
        if chance.next() % 2 == 0, var bytes = samples.randomElement(using: &chance), !bytes.isEmpty {
            // A report that was cut, mixed up or damaged on its way.
            for _ in 0...chance.next() % 4 {
                let at = Int(chance.next() % UInt64(bytes.count))
                switch chance.next() % 4 {
                case 0: bytes[at] = UInt8(chance.next() & 0xFF)
                case 1: bytes.removeSubrange(at...)
                case 2: bytes.insert(contentsOf: Array(pieces[Int(chance.next() % UInt64(pieces.count))].utf8), at: at)
                default: bytes.remove(at: at)
                }
                if bytes.isEmpty { break }
            }
            return bytes
        }
        let count = Int(chance.next() % 40)
        let start = chance.next() % 3 == 0 ? pieces[0] : ""
        let text = start + (0..<count).map { _ in pieces[Int(chance.next() % UInt64(pieces.count))] }.joined()
        return chance.next() % 4 == 0
            ? [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : Array(text.utf8)
    }

    @Test("given anything, when it is read, then it is a report within its bounds or an error with its line")
    func anything() throws {
        var chance = SplitMix64(seed: Self.seed)
        var taken = 0
        let zone = TimeZone(identifier: "Europe/London") ?? .gmt
        for round in 0..<3_000 {
            let bytes = Self.anything(&chance)
            let place = "seed \(Self.seed), round \(round)"
            do throws(ImportError) {
                let file = try ImportedFile(bytes, day: round % 5 == 0 ? Day("2026-03-26") : nil, zone: zone)
                taken += 1
                let keys = Set(file.people.map(\.key))
                #expect(keys.count == file.people.count && !keys.isEmpty || !file.turns.isEmpty, "\(place)")
                for person in file.people {
                    #expect(!person.name.isEmpty && person.name.unicodeScalars.count <= Limits.nameLength, "\(place)")
                    #expect(person.conflicts.allSatisfy(keys.contains), "\(place)")
                    #expect(zip(person.stays, person.stays.dropFirst()).allSatisfy { $0.to < $1.from }, "\(place)")
                    #expect(person.milliseconds >= 0, "\(place)")
                }
                #expect(file.turns.allSatisfy { $0.milliseconds >= 0 && $0.words > 0 }, "\(place)")
                #expect(file.turns.allSatisfy { $0.person.map(keys.contains) ?? true }, "\(place)")
                #expect(file.chat.allSatisfy { keys.contains($0.person) && $0.words >= 0 }, "\(place)")
            } catch {
                #expect(error.line >= 1 && !error.description.isEmpty, "\(place)")
            }
        }
        #expect(taken > 100, "seed \(Self.seed)")
    }

    /// As large as a file may be: what would take a step for each pair of its parts would take hours.
    @Test(
        "a long report of one kind of thing is read in one go",
        arguments: [
            "<v a>", "<", "&", "<v ", "</v>x", "Kai: ", "a\n\n", "00:00:05.000 --> 00:00:06.000\nKai: a\n\n", "\r",
            "16:02:11 From Gwen to Everyone: a\n", "From ", " to Everyone", "Kai,,3/26/26 4:00 PM,3/26/26 4:10 PM,5\n",
        ])
    func long(_ piece: String) {
        for start in [
            "WEBVTT\n\n00:00:05.000 --> 00:00:06.000\n", "16:02:11 From Gwen to Everyone: ",
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n",
        ] {
            let bytes = Array((start + String(repeating: piece, count: 400_000 / piece.utf8.count)).utf8)
            do throws(ImportError) {
                let file = try ImportedFile(bytes, zone: .gmt)
                #expect(file.people.count <= Limits.importPeople)
            } catch { #expect(error.line >= 1) }
        }
    }
}
