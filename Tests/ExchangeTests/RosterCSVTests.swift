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
        let file = try MatchingFile(PeopleList(FileText(pasted: text)), size: 4)
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
            ("id,name\np1,A\np1,B", 3, 1, "id"), ("id,mode\np1,hall", 2, 2, "mode"), ("id,name\n,A", 2, 1, "id"),
            ("name,phase\nAnn,tertiary", 2, 2, "phase"), ("name;lat\nAnn;91", 2, 2, "lat"),
        ])
    func mistakes(_ text: String, _ line: Int, _ column: Int, _ name: String) {
        do {
            _ = try MatchingFile(PeopleList(FileText(pasted: text)), size: 4)
            Issue.record("\(text) was read")
        } catch {
            guard case .wrongValue(let foundLine, let foundColumn, let foundName, let expected) = error else {
                Issue.record("\(error)")
                return
            }
            #expect((foundLine, foundColumn, foundName) == (line, column, name))
            #expect(!expected.isEmpty)
        }
    }

    @Test(
        "given values as programs write them, when a roster is read, then they are what they mean",
        arguments: [("5.0", 5), ("5,0", 5), ("0", 0), ("12.00", 12)])
    func years(_ cell: String, _ years: Int) throws {
        let file = try MatchingFile(PeopleList(FileText(pasted: "name;years\nAnn;\(cell)")), size: 4)
        #expect(file.people[0].attendee.years == years)
    }

    @Test("phases, modes and flags in words of both languages")
    func words() throws {
        let text = "enw,cyfnod,modd,core\nAnn,Cynradd,ar-lein,ie\nBen,further education,in person,nac oes\nCai,,,"
        let people = try MatchingFile(PeopleList(FileText(pasted: text)), size: 4).people.map(\.attendee)
        #expect(people.map(\.phase) == ["primary", "FE", ""])
        #expect(people.map(\.isInRoom) == [false, true, true])
        #expect(people.map(\.isCore) == [true, false, false])
    }

    @Test(
        "given a rule about somebody who is not there, when the file is read, then it is refused with the nearest name",
        arguments: [
            (#""apart":[["ann","Ben"]]"#, "apart[0][0]", "Ann"),
            (#""together":[["Ben","Can"]]"#, "together[0][1]", "Cai"),
            (#""apart":[["Ann","Sian"]]"#, "apart[0][1]", "Siân"), (#""pins":{"BEN":0}"#, "pins.BEN", "Ben"),
            (#""history":[{"age":0,"groups":[["Ann"],["ann ","Ben"]]}]"#, "history[0].groups[1][0]", "Ann"),
        ])
    func unknownNames(_ rule: String, _ place: String, _ nearest: String) {
        let people = #"[{"id":"Ann"},{"id":"Ben"},{"id":"Cai"},{"id":"Siân"}]"#
        do {
            _ = try MatchingFile(Data(#"{"people":\#(people),"groups":{"size":2},\#(rule)}"#.utf8))
            Issue.record("\(rule) was taken")
        } catch {
            guard case .wrong(place, let expected) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(expected.hasSuffix("did you mean \"\(nearest)\"?"), "\(expected)")
        }
    }

    @Test("who was in an earlier round and is not here today is no mistake; decomposed accents meet")
    func earlier() throws {
        let text = #"""
            {"people":[{"id":"Siân"},{"id":"Ben"}],"groups":{"size":2},"apart":[["Sia\u0302n","Ben"]],
            "history":[{"groups":[["Zeb","Ben"]]}]}
            """#
        let file = try MatchingFile(Data(text.utf8))
        #expect(file.rules.apart == [["Siân", "Ben"]])
    }

    @Test("JSON mistakes are named by their place")
    func json() {
        let text = #"{"kind":"groups","groups":{"size":4},"people":[{"id":"a"},{"id":"b","years":"x"}]}"#
        #expect(throws: MatchingFileError.wrong(place: "people[1].years", expected: "a whole number from 0 to 100")) {
            try MatchingFile(Data(text.utf8))
        }
    }
}
