// Knows the must-be-together blocks as plain memory, and what moving a whole one costs at least.

/// Blocks of two and more people of a pool.
final class BlockTable {
    let count: Int
    private let flat: UnsafeMutablePointer<Int32>
    private let start: UnsafeMutablePointer<Int32>
    /// The block of each person; -1 for those who have none.
    private let blockOf: UnsafeMutablePointer<Int32>
    /// The pair points within a block, and the points of needs that it may meet itself, which nobody else has to.
    private let within: UnsafeMutablePointer<Int32>
    private let met: UnsafeMutablePointer<Int32>
    /// Who is drawn.
    private let drawn: UnsafeMutablePointer<Int32>
    private let candidates: UnsafeMutablePointer<Int32>

    init(_ pool: Pool) {
        func memory(_ count: Int, _ value: Int32) -> UnsafeMutablePointer<Int32> {
            let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, count))
            pointer.initialize(repeating: value, count: max(1, count))
            return pointer
        }
        let blocks = pool.blocks.filter { $0.count > 1 }
        count = blocks.count
        flat = memory(pool.count, 0)
        start = memory(blocks.count + 1, 0)
        blockOf = memory(pool.count, -1)
        within = memory(blocks.count, 0)
        met = memory(blocks.count, 0)
        drawn = memory(pool.count, 0)
        candidates = memory(pool.count, 0)
        for (index, block) in blocks.enumerated() {
            for (at, person) in block.enumerated() {
                flat[Int(start[index]) + at] = Int32(person)
                blockOf[person] = Int32(index)
                for other in block[(at + 1)...] { within[index] += pool.pairs[person * pool.count + other] }
                let offered = block.reduce(0) { $0 | pool.offers[$1] }
                for need in pool.needs[pool.needStart[person]..<pool.needStart[person + 1]] {
                    if offered & (1 << UInt64(need.skill)) != 0 { met[index] += need.points }
                }
            }
            start[index + 1] = start[index] + Int32(block.count)
        }
    }

    deinit {
        for pointer in [flat, start, blockOf, within, met, drawn, candidates] { pointer.deallocate() }
    }

    @inline(__always)
    func people(of block: Int) -> UnsafeMutableBufferPointer<Int32> {
        UnsafeMutableBufferPointer(start: flat + Int(start[block]), count: Int(start[block + 1] - start[block]))
    }

    /// Up to `wanted` people of a group by chance, blocks whole. Valid until the next call.
    func some(
        _ wanted: Int, of members: UnsafeMutableBufferPointer<Int32>, _ random: inout SplitMix64
    ) -> UnsafeMutableBufferPointer<Int32> {
        for (at, person) in members.enumerated() { candidates[at] = person }
        var (left, found) = (members.count, 0)
        while left > 0, found < wanted {
            let at = random.below(left)
            let person = candidates[at]
            left -= 1
            candidates[at] = candidates[left]
            let block = Int(blockOf[Int(person)])
            guard block >= 0 else {
                drawn[found] = person
                found += 1
                continue
            }
            // A block is drawn by its first.
            let whole = people(of: block)
            guard whole[0] == person, found + whole.count <= wanted else { continue }
            for other in whole {
                drawn[found] = other
                found += 1
            }
        }
        return UnsafeMutableBufferPointer(start: drawn, count: found)
    }

    /// A bound of what it costs that a block goes from one group to another, and some people the other way: all pairs,
    /// less every need that those who come together could meet among themselves, and all that counts can save.
    func leastDelta(
        _ arena: Arena, _ block: Int, _ coming: UnsafeMutableBufferPointer<Int32>, from: Int, to: Int
    ) -> Int {
        let n = arena.n
        let (here, there) = (arena.near + from * n, arena.near + to * n)
        var sum = Int(2 &* within[block] &- met[block] &- arena.counted[from] &- arena.counted[to])
        let going = people(of: block)
        for person in going { sum += Int(there[Int(person)] &- here[Int(person)]) }
        var offered: UInt64 = 0
        for person in coming { offered |= arena.offers[Int(person)] }
        for (at, one) in coming.enumerated() {
            let row = arena.pairs + Int(one) * n
            sum += Int(here[Int(one)] &- there[Int(one)])
            if offered & arena.needMask[Int(one)] != 0 { sum -= Int(arena.points(of: Int(one), in: offered)) }
            for other in going { sum -= 2 * Int(row[Int(other)]) }
            for other in 0..<at { sum += 2 * Int(row[Int(coming[other])]) }
        }
        return sum
    }
}
