// Knows what a text must be to come back from the database as it went in.

/// The bound of a text.
enum StoredText {
    /// Short enough and without NUL, at which reading would stop.
    static func holds(_ text: String, bytes: Int) -> Bool { text.utf8.count <= bytes && !text.utf8.contains(0) }

    /// - Throws: `StoreError.beyondLimit` with the name of the limit.
    static func check(_ texts: String?..., bytes: Int = StorageLimits.lineBytes, limit: String = "lineBytes") throws {
        for case let text? in texts where !holds(text, bytes: bytes) { throw StoreError.beyondLimit(limit) }
    }
}
