// Knows what makes one set of buddies better than another: everybody first, then few threes, then nobody twice, then value.

/// Buddies compared in order; smaller is better.
public struct BuddyKey: Equatable, Comparable, Sendable {
    public var unmatched = 0
    public var trios = 0
    public var repeats = 0
    public var value = 0

    public static func < (one: BuddyKey, other: BuddyKey) -> Bool {
        (one.unmatched, one.trios, one.repeats, -one.value)
            < (other.unmatched, other.trios, other.repeats, -other.value)
    }

    static func + (one: BuddyKey, other: BuddyKey) -> BuddyKey {
        BuddyKey(
            unmatched: one.unmatched + other.unmatched, trios: one.trios + other.trios,
            repeats: one.repeats + other.repeats, value: one.value + other.value)
    }
}

/// Values, repeats and permissions of all pairs, looked up.
struct BuddyTable {
    let count: Int
    private let values: [Int32]
    private let flags: [UInt8]

    init(_ book: BuddyBook) {
        count = book.count
        var values = [Int32](repeating: 0, count: count * count)
        var flags = [UInt8](repeating: 0, count: count * count)
        for one in 0..<count {
            for other in (one + 1)..<max(count, one + 1) where book.isAllowed(one, other) {
                let value = Int32(book.value(one, other))
                let flag: UInt8 = book.isRepeat(one, other) ? 3 : 1
                for at in [one * count + other, other * count + one] {
                    values[at] = value
                    flags[at] = flag
                }
            }
        }
        self.values = values
        self.flags = flags
    }

    @inline(__always)
    func isAllowed(_ one: Int, _ other: Int) -> Bool { flags[one * count + other] != 0 }
    @inline(__always)
    func repeats(_ one: Int, _ other: Int) -> Int { Int(flags[one * count + other] >> 1) }
    @inline(__always)
    func value(_ one: Int, _ other: Int) -> Int { Int(values[one * count + other]) }

    func partners(_ one: Int) -> [Int] { (0..<count).filter { isAllowed(one, $0) } }

    /// What a group adds; nil if it is not allowed. One person is unmatched.
    func key(_ group: [Int]) -> BuddyKey? {
        switch group.count {
        case 1: return BuddyKey(unmatched: 1)
        case 2:
            guard isAllowed(group[0], group[1]) else { return nil }
            return BuddyKey(repeats: repeats(group[0], group[1]), value: value(group[0], group[1]))
        case 3:
            let sides = [(group[0], group[1]), (group[1], group[2]), (group[0], group[2])]
            guard sides.allSatisfy({ isAllowed($0.0, $0.1) }) else { return nil }
            // Half the sum, rounded down below zero too.
            return BuddyKey(
                trios: 1, repeats: sides.reduce(0) { $0 + repeats($1.0, $1.1) },
                value: sides.reduce(0) { $0 + value($1.0, $1.1) } >> 1)
        default: return nil
        }
    }

    func key(_ groups: [[Int]]) -> BuddyKey { groups.compactMap(key).reduce(BuddyKey(), +) }

    /// The key as one whole number for pairs, larger is better: everybody, then no repeats, then value; 0 for a pair that
    /// may not be, which leaves both alone.
    func weights(_ people: [Int]) -> [Int64] {
        let (least, most) = (Int64(values.min() ?? 0), Int64(values.max() ?? 0))
        let pairs = Int64(people.count / 2 + 1)
        let again = pairs * (most - least + 2)
        let matched = pairs * (again + most - least + 2)
        var weights = [Int64](repeating: 0, count: people.count * people.count)
        for (row, one) in people.enumerated() {
            for (column, other) in people.enumerated() where isAllowed(one, other) {
                weights[row * people.count + column] =
                    matched + Int64(value(one, other)) - least + 1 - again * Int64(repeats(one, other))
            }
        }
        return weights
    }
}
