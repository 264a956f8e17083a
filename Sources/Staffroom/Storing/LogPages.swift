// Knows how a log is gone through: page by page, because it may be longer than what one wants in memory.

import Log
import Meetings
import Storage
import Wire

/// The entries of one meeting, a page at a time.
struct LogPages {
    let store: Store
    let meeting: String
    /// The number of the last entry that is wanted.
    var end = Int64.max
    private var last: Int64 = 0

    /// Entries that are read at once.
    private static let page = 4_000

    init(_ store: Store, of meeting: String, through end: Int64 = .max) {
        (self.store, self.meeting, self.end) = (store, meeting, end)
    }

    /// The next ones, each with who caused it where the log says so; none once all were there.
    mutating func next() async throws -> [(entry: Entry, actor: PersonID?)] {
        let stored = try await store.entries(meeting, after: last, limit: Self.page)
        last = stored.last?.sequence ?? last
        return try stored.prefix { $0.sequence <= end }.map {
            (try Entry($0), $0.actor.map { PersonID(rawValue: $0) })
        }
    }
}
