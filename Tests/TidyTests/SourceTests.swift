// Knows the house rules of the sources: short files, no shortcuts, no loose ends, nothing odd at the top.

import Testing

@Suite struct SourceTests {
    private static let mostLines = 300
    private static let text = [".swift", ".js", ".css", ".html", ".h", ".c", ".py"]

    @Test("nothing visible at the top but what belongs there")
    func top() throws {
        // The last two are made by tools and ignored by git.
        let known: Set<String> = [
            "Package.swift", "Sources", "Tests", "Web", "Config", "README.md", "LICENSE", "Package.resolved",
            "node_modules",
        ]
        #expect(try Set(Tree.visibleNames()).subtracting(known) == [])
    }

    @Test("no file is longer than it can be read in one go")
    func length() throws {
        let files = try ["Sources", "Tests", "Web"].flatMap { try Tree.files($0, endings: Self.text) }
        #expect(!files.isEmpty)
        for file in files { #expect(file.lineCount <= Self.mostLines, "\(file) has \(file.lineCount) lines") }
    }

    @Test("no shortcuts in Swift: nothing is printed, forced or promised without a reason")
    func shortcuts() throws {
        let print = try Regex(#"(?:^|[^\w.])(?:debugPrint|print|dump)\s*\("#)
        let files = try ["Sources", "Tests"].flatMap { try Tree.files($0, endings: [".swift"]) }
        #expect(!files.isEmpty)
        for file in files {
            for (index, line) in file.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let place = "\(file):\(index + 1)"
                #expect(line.firstMatch(of: print) == nil, "\(place) prints")
                #expect(!line.contains("try!"), "\(place) forces")
                #expect(!line.contains("@unchecked") || Self.mayBeUnchecked(file), "\(place) is unchecked")
            }
        }
    }

    /// What belongs to a thread of its own is kept by that thread, which the compiler cannot see.
    private static func mayBeUnchecked(_ file: TextFile) -> Bool {
        file.path.hasPrefix("Sources/Sockets/") || file.path.hasPrefix("Tests/SocketsTests/")
            || file.path == "Sources/Storage/Database/OwnThread.swift"
    }

    @Test("what can be erased goes in one place, which takes note of it")
    func erasing() throws {
        let files = try Tree.files("Sources/Storage", endings: [".swift"])
        let erasing = files.filter { $0.text.contains("DELETE FROM personal") }.map(\.name)
        #expect(erasing == ["PersonalRows.swift"])
        let naming = files.filter { $0.text.contains("INTO person_words") || $0.text.contains("UPDATE person_words") }
        #expect(naming.map(\.name) == ["PersonWords.swift"])
    }

    @Test("no loose ends")
    func looseEnds() throws {
        // Written in parts, so that this file has none itself.
        let marks = try Regex("\\b(" + ["TO" + "DO", "FIX" + "ME", "X" + "XX"].joined(separator: "|") + ")\\b")
        for folder in ["Sources", "Tests", "Web", "Config"] {
            for file in try Tree.files(folder, endings: Self.text + [".md", ".json", ".modulemap", ".service"]) {
                for (index, line) in file.lines.enumerated() {
                    #expect(line.firstMatch(of: marks) == nil, "\(file):\(index + 1) has a loose end")
                }
            }
        }
    }

    @Test("code is told from comments and strings")
    func codeIsRead() {
        let text = """
            let a = "print(1)" // print(2)
            /* try!
               print(3) */ let b = "\\"print(4)"
            print(5)
            """
        let code = TextFile(path: "x.swift", text: text).code
        #expect(code.components("print(") == 1)
        #expect(!code.contains("try!"))
        #expect(code.split(separator: "\n", omittingEmptySubsequences: false).count == 4)
    }
}

extension String {
    /// How often `part` stands in the string.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
