// Knows the folder of lists as people have them, and holds the reader to who is in each.

import Exchange
import Foundation
import Meetings
import Testing

/// What `Tests/Data/lists/expected.json` says of one file.
struct ExpectedList: Decodable, Sendable {
    struct Person: Decodable, Equatable, Sendable {
        var name: String
        var school: String?
        var address: String?
        var group: Int?
    }

    var known: [String]?
    var commas: ListCommas?
    var problem: String?
    var line: Int?
    var encoding: FileEncoding?
    var people: [Person]?
    var groups: [String]?
    var ignored: [String]?
    var repeats: Int?

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Data/lists")

    static let all: [String: ExpectedList] = {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("expected.json")) else { return [:] }
        return (try? JSONDecoder().decode([String: ExpectedList].self, from: data)) ?? [:]
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
}

@Suite struct ListsTests {
    @Test(
        "given a list as people have it, when it is read, then the right people are in it",
        arguments: ExpectedList.all.keys.sorted())
    func lists(_ name: String) throws {
        let expected = try #require(ExpectedList.all[name])
        let bytes = try ExpectedList.bytes(name)
        do throws(ListError) {
            let list = try PeopleList(FileText(bytes), known: expected.known ?? [], commas: expected.commas)
            let people = list.people.map {
                ExpectedList.Person(name: $0.name, school: $0.school, address: $0.address, group: $0.group)
            }
            #expect(expected.problem == nil, "\(name) was read: \(people)")
            #expect(people == expected.people, "\(name)")
            #expect(list.groups == expected.groups, "\(name)")
            #expect(list.ignored == expected.ignored, "\(name)")
            #expect(list.encoding == expected.encoding, "\(name)")
            #expect(list.repeats.count == expected.repeats ?? 0, "\(name)")
        } catch {
            #expect(error.code == expected.problem, "\(name): \(error)")
            #expect(error.line == expected.line, "\(name): \(error)")
            #expect(!error.description.isEmpty)
        }
    }

    @Test("every file has its answer, and there are enough of them")
    func whole() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: ExpectedList.folder.path)
        #expect(Set(names).subtracting(["README.md", "expected.json"]) == Set(ExpectedList.all.keys))
        #expect(ExpectedList.all.count >= 60)
    }

    @Test("given two people of one name, when groups are formed, then each is called with their school")
    func called() throws {
        let list = try PeopleList(FileText(ExpectedList.bytes("two-schools-decomposed.csv")))
        #expect(list.people.map(\.called) == ["Siân (A)", "Siân (B)", "Cai", "Dai"])
        let file = try MatchingFile(list, size: 2)
        #expect(file.people.map(\.attendee.id) == ["Siân (A)", "Siân (B)", "Cai", "Dai"])
    }

    @Test(
        "names meet whatever their case, spaces, accents' form and apostrophes",
        arguments: [
            ("Siân", "sia\u{302}n"), ("Siân  Evans", " SIÂN\u{A0}evans "), ("O'Brien", "O’brien"),
            ("Groß", "GROSS"), ("Jean\u{2011}Luc", "jean-luc"), ("Ann\u{200C}", "Ann"),
            ("Jean-Luc", "Jean Luc"), ("St. Mary's", "st marys"),
        ])
    func keys(_ one: String, _ other: String) {
        #expect(ComparedName(one) == ComparedName(other))
    }

    @Test(
        "the nearest name is near",
        arguments: [
            ("ann", ["Ann", "Anna"], "Ann"), ("Sian", ["Siân", "Sion"], "Siân"), ("Gwenn", ["Gwen", "Tomos"], "Gwen"),
            ("Zebedee", ["Ann", "Ben"], nil), ("Al", ["Bo"], nil), ("", ["Ann"], nil),
        ] as [(String, [String], String?)])
    func nearest(_ name: String, _ names: [String], _ found: String?) {
        #expect(NearestName.of(name, among: names) == found)
    }
}
