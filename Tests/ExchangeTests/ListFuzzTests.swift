// Throws anything at the reader of lists: it never falls over, and whatever it takes is within its bounds. A seed is
// printed with every failure; STAFFROOM_SEED repeats it.

import Foundation
import Matching
import Meetings
import Testing

@testable import Exchange

@Suite(.timeLimit(.minutes(5))) struct ListFuzzTests {
    private static let seed =
        ProcessInfo.processInfo.environment["STAFFROOM_SEED"].flatMap(UInt64.init)
        ?? UInt64.random(in: 0..<1_000_000)

    /// What lists are made of, and what takes them apart.
    private static let pieces = [
        "Ann", "Siân", "Evans, Gwen", "name", "Enw", "First name", "Surname", "group", "school", "phase", "primary",
        ",", ";", "\t", "\n", "\r", "\r\n", "\"", "'", "<", ">", "(", ")", "[", "]", "@", "ann@example.org", ":",
        "Group 1",
        "Robots:", "sep=;", " ", "\u{200C}", "\u{301}", "\u{2028}", "\u{FEFF}", "\u{0}", "5.0", "1. ", "- ", "**", "😀",
        "https://", "mailto:", "To:", "\\", "\u{85}",
    ]

    private static func list(_ chance: inout SplitMix64) -> [UInt8] {
        let count = Int(chance.next() % 60)
        let text = (0..<count).map { _ in pieces[Int(chance.next() % UInt64(pieces.count))] }.joined()
        var bytes: [UInt8] =
            chance.next() % 4 == 0
            ? [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            : Array(text.utf8)
        // Some of them are broken.
        if chance.next() % 3 == 0, !bytes.isEmpty {
            bytes[Int(chance.next() % UInt64(bytes.count))] = UInt8(chance.next() & 0xFF)
        }
        return bytes
    }

    @Test("given anything, when it is read, then it is a list within its bounds or a sentence that says why not")
    func anything() throws {
        var chance = SplitMix64(seed: Self.seed)
        var taken = 0
        for round in 0..<3_000 {
            let bytes = Self.list(&chance)
            do throws(ListError) {
                let list = try PeopleList(FileText(bytes), known: ["Ann", "Gwen Evans"], commas: .people)
                taken += 1
                let place = "seed \(Self.seed), round \(round)"
                #expect(list.people.allSatisfy { !$0.name.isEmpty && !ComparedName($0.name).isEmpty }, "\(place)")
                #expect(list.people.allSatisfy { $0.name.unicodeScalars.count <= Limits.nameLength }, "\(place)")
                #expect(list.people.allSatisfy { $0.group.map(list.groups.indices.contains) ?? true }, "\(place)")
                #expect(Set(list.people.map(\.called)).count == list.people.count, "\(place)")
            } catch { #expect(!error.description.isEmpty) }
        }
        #expect(taken > 100, "seed \(Self.seed)")
    }

    @Test(
        "a long file of one kind of thing is read in one go",
        arguments: [",", "\"", "\n", ";", "<", "(", "'", "a,", "Ann\n", "\t", "@", "; '", " ", "[", "\r", "- ", "a@b;"])
    func large(_ piece: String) throws {
        let bytes = Array(String(repeating: piece, count: Limits.fileBytes / 256 / piece.utf8.count).utf8)
        for head in ["", "name,school\n", "; \"", "name\n"] {
            do throws(ListError) {
                _ = try PeopleList(FileText(Array(head.utf8) + bytes), known: ["Ann"], commas: nil)
            } catch { #expect(!error.code.isEmpty) }
        }
    }

    @Test("what is larger than any list is refused before it is looked at")
    func tooLarge() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: Limits.listBytes + 1)
        #expect(throws: ListError.tooLarge(limit: Limits.listBytes)) { try FileText(bytes) }
        let many = Array(String(repeating: "Ann\n", count: 4 * Limits.listPeople + 1).utf8)
        #expect(throws: ListError.tooMany(limit: Limits.listPeople)) { try PeopleList(FileText(many)) }
    }
}
