// Knows the short mark by which a client and a server find out that they speak of the same log.

/// What a store says of one entry to those who were told of it: a few bits of a keyed hash of its place in the chain.
/// Two entries with the same number and another past have another mark. Nothing of the entry can be guessed from it.
public struct EntryMark: Hashable, Sendable {
    /// Bits of a mark: enough that a client is taken for one that has the same log once in 2^48 losses.
    public static let bits = 48

    /// Hexadecimal digits, the most significant first.
    public let text: String

    /// A mark of the lowest `bits` of a number.
    public init(_ number: UInt64) {
        let digits = String(number & (1 << UInt64(Self.bits) - 1), radix: 16)
        text = String(repeating: "0", count: Self.bits / 4 - digits.count) + digits
    }
}

/// Where a stream ends after something was appended.
public struct Appended: Sendable, Equatable {
    /// Its last sequence.
    public let sequence: Int64
    /// The mark of each entry that was appended, in order.
    public let marks: [EntryMark]

    /// The end of a stream.
    public init(sequence: Int64, marks: [EntryMark]) { (self.sequence, self.marks) = (sequence, marks) }
}
