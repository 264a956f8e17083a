// Knows how rosters are read from CSV, and that a mistake is named with its line, its column and what was expected.

import Exchange
import Foundation
import Testing

@Suite struct RosterCSVTests {
    @Test("marks, quotes, lists and spellings of yes and no")
    func reading() throws {
        let text =
            "\u{FEFF}id,name,school,years,offers,needs,core,mode,bridge\r\n"
            + "p1,\"Khan, Amina\",S1,7,\"python; CAD ;python\",,Yes,room,y\r\n\r\n"
            + "p2,\"Ben \"\"B\"\" Lee\",S2,2,,python,No,remote,\n"
        let file = try MatchingFile(csv: text, size: 4)
        let people = file.people.map(\.attendee)
        #expect(people.map(\.name) == ["Khan, Amina", "Ben \"B\" Lee"])
        #expect(people[0].offers == ["python", "CAD"])
        #expect(people.map(\.isCore) == [true, false])
        #expect(people.map(\.hasBridge) == [true, false])
        #expect(people.map(\.isInRoom) == [true, false])
        #expect(file.rules.modes == .mixed)
    }

    @Test(
        "mistakes are named",
        arguments: [
            ("id,years\np1,7\np2,many\n", 3, 2, "years"), ("id,core\np1,perhaps", 2, 2, "core"),
            ("id,shoe\np1,7", 1, 2, "shoe"), ("id,name\np1,A\np1,B", 3, 1, "id"), ("id,name\np1,\"A", 2, 2, "\""),
            ("id,mode\np1,hall", 2, 2, "mode"), ("id,name\n,A", 2, 1, "id"), ("id\np1,x", 2, 2, ""),
        ])
    func mistakes(_ text: String, _ line: Int, _ column: Int, _ name: String) {
        do {
            _ = try MatchingFile(csv: text, size: 4)
            Issue.record("\(text) was read")
        } catch {
            guard case .wrongCell(let foundLine, let foundColumn, let foundName, let expected) = error else {
                Issue.record("\(error)")
                return
            }
            #expect((foundLine, foundColumn, foundName) == (line, column, name))
            #expect(!expected.isEmpty)
        }
    }

    @Test("JSON mistakes are named by their place")
    func json() {
        let text = #"{"kind":"groups","groups":{"size":4},"people":[{"id":"a"},{"id":"b","years":"x"}]}"#
        #expect(throws: MatchingFileError.wrong(place: "people[1].years", expected: "a whole number from 0 to 100")) {
            try MatchingFile(Data(text.utf8))
        }
    }
}
