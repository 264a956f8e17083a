// What the marks of entries keep to themselves.

import Foundation
import Log
import Testing

@testable import Storage

@Suite struct EntryMarkTests {
    @Test("two databases mark the same entries differently, and one marks them alike for ever")
    func keyed() async throws {
        let (one, other) = (TestDirectory(), TestDirectory())
        let submission = Submission(
            stream: "s", expectedSequence: 0,
            entries: [
                SealedEntry(at: 1, actor: nil, event: SealedEvent(kind: "k", version: 1, body: [123, 125], parts: []))
            ])
        var marks: [[EntryMark]] = []
        for directory in [one, other] {
            let store = try directory.open()
            // The key of the epochs would tell them apart, too.
            marks.append([store.marker.mark([UInt8](repeating: 7, count: 32))])
            _ = await store.append([submission])
            try await store.close()
        }
        #expect(marks[0] != marks[1])
        let again = try one.open()
        #expect([again.marker.mark([UInt8](repeating: 7, count: 32))] == marks[0])
        try await again.close()
    }

    @Test("a mark is written with all its digits")
    func digits() {
        #expect(EntryMark(1).text == "000000000001")
        #expect(EntryMark(.max).text == "ffffffffffff")
        #expect(EntryMark(1 << 48).text == "000000000000")
    }
}
