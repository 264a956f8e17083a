// The frames of one turn, joined; shared by all who are sent them.

/// Whole WebSocket frames, one behind the other, in memory that does not move while a write looks at it.
final class Batch {
    static let startBytes = 512

    private(set) var storage = UnsafeMutableRawBufferPointer.allocate(byteCount: Batch.startBytes, alignment: 16)
    private(set) var count = 0

    deinit { storage.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[..<count]) }

    func append(text: UnsafeRawBufferPointer) {
        reserve(text.count + Frame.headBytes)
        count += Frame.writeHead(textOf: text.count, to: .init(rebasing: storage[count...]))
        UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyMemory(from: text)
        count += text.count
    }

    func append(frames: UnsafeRawBufferPointer) {
        guard !frames.isEmpty else { return }
        reserve(frames.count)
        UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyMemory(from: frames)
        count += frames.count
    }

    /// Empties it, and gives back what an unusually large turn took.
    func clear() {
        count = 0
        guard storage.count > 64 * Batch.startBytes else { return }
        storage.deallocate()
        storage = .allocate(byteCount: Batch.startBytes, alignment: 16)
    }

    /// How many bytes from `from` on are whole frames of together at most `limit` bytes; at least one frame.
    /// libwebsockets may write a pong between two pieces, so a piece must not end within a frame.
    func piece(from: Int, limit: Int) -> Int {
        guard count - from > limit else { return count - from }
        var end = from
        repeat {
            end += Frame.length(at: end, in: bytes)
        } while end < count
            && end - from + Frame.length(at: end, in: bytes) <= limit
        return end - from
    }

    private func reserve(_ more: Int) {
        guard count + more > storage.count else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: (count + more) * 2, alignment: 16)
        larger.copyMemory(from: bytes)
        storage.deallocate()
        storage = larger
    }
}
