// Knows how the sources are laid out: files that can be read in one go, folders that can be looked over, one name for
// one thing.

import Testing

@Suite struct ShapeTests {
    private static func sources() throws -> [TextFile] {
        let files = try Tree.files("Sources", endings: [".swift"])
        try #require(!files.isEmpty)
        return files
    }

    @Test("half of the files are short")
    func median() throws {
        let counts = try Self.sources().map(\.lineCount).sorted()
        #expect(counts[counts.count / 2] < 110)
    }

    /// Types that two modules call the same for a reason.
    private static let namesakes: Set<String> = [
        "ConnectionNumber"  // hosts know no sockets, and number their lines too
    ]

    @Test("one word, one thing: no two modules have a type of the same name")
    func oneNameForOneThing() throws {
        var modules: [String: Set<String>] = [:]
        for file in try Self.sources() {
            for name in file.declaredTypes { modules[name, default: []].insert(file.module) }
        }
        let twice = modules.filter { $0.value.count > 1 }
        for (name, modules) in twice where !Self.namesakes.contains(name) {
            Issue.record("\(name) is declared in \(modules.sorted().joined(separator: " and "))")
        }
        #expect(Self.namesakes.isSubset(of: twice.keys), "an exception that nobody needs")
    }

    @Test("declared types are read as Swift reads them")
    func declaredTypesAreRead() {
        let text = """
            public struct One: Sendable { struct Inner {} }
            @MainActor final class Two {}
            private enum Hidden {}
            extension Three {}
            // actor Never
            let enumeration = 4
            actor Five {
                enum Inner {}
            }
            """
        #expect(TextFile(path: "x.swift", text: text).declaredTypes == ["One", "Two", "Five"])
    }

    /// Where every switch names all cases, so that a new one is not forgotten.
    private static let exhaustive: Set<String> = ["Meetings", "Wire", "Hosting", "Analytics"]
    private static let mostDefaults = 12

    @Test("what decides about facts, rights and audiences has no default")
    func noDefaults() throws {
        var count = 0
        for file in try Self.sources() where Self.exhaustive.contains(file.module) {
            let code = file.code.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, (line, whole)) in zip(code, file.lines).enumerated() where Self.hasDefault(line) {
                count += 1
                #expect(Self.isMarked(whole), "\(file):\(index + 1): a default over a type that is not foreign")
            }
        }
        #expect(count <= Self.mostDefaults)
    }

    private static func hasDefault(_ line: Substring) -> Bool {
        let start = line.drop { $0 == " " }
        return start.hasPrefix("default:") || start.hasPrefix("@unknown default:")
    }

    /// Such as `default: return nil  // foreign: Int`.
    private static func isMarked(_ line: Substring) -> Bool {
        guard let mark = line.firstRange(of: "// foreign: ") else { return false }
        return line[mark.upperBound...].contains { $0.isLetter }
    }

    @Test("a default is seen, and its mark")
    func defaultsAreRead() {
        #expect(Self.hasDefault("        default: return nil"))
        #expect(Self.hasDefault("    @unknown default:"))
        #expect(!Self.hasDefault("        call(default: 3)"))
        #expect(Self.isMarked("default: return nil  // foreign: Int"))
        #expect(!Self.isMarked("default: return nil  // foreign: "))
    }

    @Test("no folder holds more files than one looks over")
    func folders() throws {
        let folders = Dictionary(grouping: try Self.sources(), by: \.folder)
        for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
            #expect(files.count <= 30, "\(folder) holds \(files.count) files: what belongs together?")
        }
    }
}
