// Knows that tests of pages and sockets wait for what must come, and never read at an instant what may still be coming.

import Testing

@Suite struct InstantTests {
    private static func browserTests() throws -> [TextFile] {
        let files = try Tree.files("Tests/Browser", endings: [".py"])
        try #require(!files.isEmpty)
        return files
    }

    /// Where one of `words` stands although the file is none of `exceptions`, each of which needs to be one.
    private static func places(
        of words: [String], in files: [TextFile], except exceptions: Set<String> = []
    ) -> [String] {
        var found: [String] = []
        var used: Set<String> = []
        for file in files {
            for (index, line) in file.lines.enumerated() where words.contains(where: { line.contains($0) }) {
                if exceptions.contains(file.name) {
                    used.insert(file.name)
                } else {
                    found.append("\(file):\(index + 1)")
                }
            }
        }
        return found + exceptions.subtracting(used).sorted().map { "an exception that nobody needs: \($0)" }
    }

    @Test("browser tests measure all they compare at one instant: between two looks a page may scroll")
    func measuring() throws {
        let files = try Self.browserTests()
        #expect(files.filter { $0.text.contains("getBoundingClientRect") }.map(\.name).contains("boxes.py"))
        #expect(Self.places(of: [".bounding_box("], in: files) == [])
    }

    @Test("browser tests read by reading.py, which waits until there is something to read")
    func reading() throws {
        let instants = [
            ".all()", ".all_inner_texts(", ".all_text_contents(", ".count()", ".get_attribute(", ".inner_text(",
            ".input_value(", ".is_checked(", ".is_disabled(", ".is_enabled(", ".is_hidden(", ".is_visible(",
            ".text_content(",
        ]
        // A clipboard is asked until something is in it; what is driven from outside waits around each look.
        let exceptions: Set<String> = ["reading.py", "clipboard.py", "driven.py"]
        #expect(Self.places(of: instants, in: try Self.browserTests(), except: exceptions) == [])
    }

    @Test("nothing waits for a while, but for something")
    func waiting() throws {
        let browser = try Self.browserTests()
        // How long a phone is away is what is under test there.
        #expect(
            Self.places(of: [".wait_for_timeout("], in: browser, except: ["reading.py", "test_drops.py"]) == [])
        // Whoever is told to wait waits as long as is said.
        let files = try browser + Tree.files("Tests/EndToEnd", endings: [".py"])
        #expect(Self.places(of: ["time.sleep("], in: files, except: ["lead.py", "pace.py"]) == [])
    }

    @Test("a browser test says beforehand what it provokes: a page may complain once more after any later look")
    func provoking() throws {
        #expect(Self.places(of: ["complaints.all ="], in: try Self.browserTests()) == [])
    }

    @Test("no day in a browser test is one that will have passed")
    func days() throws {
        let day = try Regex(#"\b20\d\d-\d\d-\d\d\b"#)
        // What is brought in from a call is of a day that has passed.
        for file in try Self.browserTests() where file.name != "test_imports.py" {
            #expect(file.text.firstMatch(of: day) == nil, "\(file) has a day that dates.py should give")
        }
    }

    @Test("ports that are known beforehand are those that ports.py gives")
    func ports() throws {
        let files = try ["Tests/Browser", "Tests/EndToEnd"].flatMap { try Tree.files($0, endings: [".py"]) }
        #expect(Self.places(of: [".bind(("], in: files, except: ["ports.py"]) == [])
    }
}
