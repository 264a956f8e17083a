// Knows when a worse move is taken: integers only, so that every processor decides alike.

/// The cooling from 2 points to 0.5 and the draw of a threshold.
enum Cooling {
    /// Temperatures from the first to the last; the descent at zero comes after them.
    static let steps = 128
    /// The share of the search, in steps, that only goes downhill: short, as a descent that looks at everything follows.
    static let descentSteps = 3
    /// 16 fractional bits.
    private static let first: Int64 = 2 << 16
    /// (0.5 / 2) ^ (1 / 124), with 32 fractional bits.
    private static let ratio: Int64 = 4_247_217_861

    /// The temperature of every step, with 16 fractional bits.
    static let temperatures: [Int64] = {
        var list: [Int64] = []
        var now = first << 16
        for step in 0..<steps {
            list.append(step >= steps - descentSteps ? 0 : now >> 16)
            now =
                Int64(truncatingIfNeeded: (now.multipliedFullWidth(by: ratio).high << 32))
                | Int64(now.multipliedFullWidth(by: ratio).low >> 32)
        }
        return list
    }()

    /// -ln((i + 1/2) / 4096), with 16 fractional bits.
    static let losses: [Int32] = (0..<4096).map { index in
        // 12 bits of index and the half make 13 bits: -ln(m / 2^13).
        Int32((13 * ln2 - logarithm(UInt64(2 * index + 1))) >> 16)
    }

    /// ln 2, with 32 fractional bits.
    private static let ln2: Int64 = 2_977_044_472

    /// ln of a whole number, with 32 fractional bits: the binary logarithm bit by bit, by squaring.
    private static func logarithm(_ number: UInt64) -> Int64 {
        let whole = 63 - number.leadingZeroBitCount
        var rest = number << UInt64(62 - whole)
        var fraction: UInt64 = 0
        for _ in 0..<32 {
            let square = rest.multipliedFullWidth(by: rest)
            rest = (square.high << 2) | (square.low >> 62)
            fraction <<= 1
            if rest >= 1 << 63 {
                fraction |= 1
                rest >>= 1
            }
        }
        let binary = (Int64(whole) << 32) + Int64(fraction)
        let product = binary.multipliedFullWidth(by: ln2)
        return (product.high << 32) | Int64(product.low >> 32)
    }
}
