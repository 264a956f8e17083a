// Knows how much memory all that waits for the clients of lines takes. What is said to many is kept once, and counts
// once; who reads nothing for long pays with their line.

/// The bytes that are kept for all lines together.
struct LineLedger {
    /// How many lines keep a piece, by where it lies in memory. As long as one does, nothing else can lie there.
    private var keepers: [UInt: Int] = [:]
    /// What is kept, in bytes.
    private(set) var bytes = 0

    mutating func keep(_ frame: LineFrame) {
        for piece in frame where !piece.isEmpty {
            let place = Self.place(piece)
            keepers[place, default: 0] += 1
            if keepers[place] == 1 { bytes += piece.count }
        }
    }

    mutating func drop(_ frames: some Sequence<LineFrame>) {
        for piece in frames.joined() where !piece.isEmpty {
            let place = Self.place(piece)
            guard let count = keepers[place] else { continue }
            keepers[place] = count == 1 ? nil : count - 1
            if count == 1 { bytes -= piece.count }
        }
    }

    private static func place(_ piece: [UInt8]) -> UInt { piece.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } }
}
