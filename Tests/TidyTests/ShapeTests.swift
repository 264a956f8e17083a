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
}
