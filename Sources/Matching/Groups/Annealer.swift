// Knows simulated annealing over an arena: swaps, single moves where sizes allow them, and moves of whole blocks.

/// One search. The pace is given from outside, so that it can follow iterations or a clock.
struct Annealer {
    /// Moves between two looks at the pace.
    static let slice = 2048

    let arena: Arena
    private var random: SplitMix64
    /// People without a block.
    private let singles: [Int32]
    private let blocks: BlockTable
    /// Of 4096 moves so many are of single people to another group, of blocks.
    private let singleShare: UInt64
    private let blockShare: UInt64
    private(set) var best: [Int]
    private(set) var bestTotal: Int
    private(set) var iterations = 0

    /// Everybody in the arena is placed.
    init(_ arena: Arena, seed: UInt64) {
        self.arena = arena
        random = SplitMix64(seed: seed)
        blocks = BlockTable(arena.pool)
        singles = arena.pool.blocks.filter { $0.count == 1 }.map { Int32($0[0]) }
        let isRigid = arena.groups * arena.sizes.least == arena.n && arena.sizes.least == arena.sizes.most
        singleShare = isRigid ? 0 : 512
        let inBlocks = arena.n - singles.count
        blockShare = blocks.count == 0 ? 0 : UInt64(max(64, min(1024, 4096 * inBlocks / (4 * max(1, arena.n)))))
        best = arena.places
        bestTotal = arena.total
    }

    /// Searches until the pace says that it is over. `pace` gets the moves made and answers with the step of the
    /// cooling, `Cooling.steps` for the end.
    mutating func run(_ pace: (Int) -> Int) {
        guard arena.groups > 1 else { return }
        while true {
            let step = pace(iterations)
            guard step < Cooling.steps else { break }
            turn(Annealer.slice, temperature: Cooling.temperatures[max(0, step)])
            iterations += Annealer.slice
            if arena.total < bestTotal { keep() }
        }
        settle()
    }

    private mutating func keep() {
        best = arena.places
        bestTotal = arena.total
    }

    /// So many moves at one temperature.
    private mutating func turn(_ moves: Int, temperature: Int64) {
        let count = UInt64(singles.count)
        let groups = UInt64(arena.groups)
        var random = self.random
        defer { self.random = random }
        Cooling.losses.withUnsafeBufferPointer { losses in
            singles.withUnsafeBufferPointer { singles in
                for _ in 0..<moves {
                    let draw = random.next()
                    let limit = Int32(truncatingIfNeeded: (temperature &* Int64(losses[Int(draw & 4095)])) >> 32)
                    let kind = draw >> 52
                    if kind < blockShare {
                        moveBlock(Annealer.scaled(draw >> 12, UInt64(blocks.count)), limit, &random)
                        continue
                    }
                    guard count > 0 else { continue }
                    let i = Int(singles[Annealer.scaled(draw >> 12, count)])
                    if kind < blockShare &+ singleShare {
                        relocate(i, Annealer.scaled(draw >> 32, groups), limit)
                        continue
                    }
                    let j = Int(singles[Annealer.scaled(draw >> 32, count)])
                    guard arena.place[i] != arena.place[j] else { continue }
                    let delta = arena.swapDelta(i, j, limit: limit)
                    if delta != Arena.never { arena.swap(i, j, delta: delta) }
                }
            }
        }
    }

    /// A number below `bound` from the lowest 20 bits of a draw.
    @inline(__always)
    private static func scaled(_ bits: UInt64, _ bound: UInt64) -> Int { Int(((bits & 0xF_FFFF) &* bound) >> 20) }

    private func relocate(_ i: Int, _ to: Int, _ limit: Int32) {
        let from = Int(arena.place[i])
        guard from != to, isRoomy(from, -1), isRoomy(to, 1) else { return }
        if arena.moveDelta(i, to: to, limit: limit) != Arena.never { arena.move(i, to: to) }
    }

    /// Whether the size of `group` may change by so many.
    private func isRoomy(_ group: Int, _ change: Int) -> Bool {
        let size = Int(arena.counts[group].size) + change
        return size >= arena.sizes.least && size <= arena.sizes.most
    }

    /// A whole block changes places with blocks and people of another group; undone if it costs too much.
    private func moveBlock(_ index: Int, _ limit: Int32, _ random: inout SplitMix64) {
        let going = blocks.people(of: index)
        let from = Int(arena.place[Int(going[0])])
        let to = random.below(arena.groups)
        guard to != from else { return }
        // Sizes may change by one where they differ, so a block of three may change places with two or four.
        let wanted = going.count + (arena.sizes.least == arena.sizes.most ? 0 : random.below(3) - 1)
        let coming = blocks.some(wanted, of: arena.members(of: to), &random)
        guard isRoomy(from, coming.count - going.count), isRoomy(to, going.count - coming.count) else { return }
        guard blocks.leastDelta(arena, index, coming, from: from, to: to) <= Int(limit) else { return }
        let before = arena.total
        for person in going { arena.move(Int(person), to: to) }
        for person in coming { arena.move(Int(person), to: from) }
        guard arena.total - before > Int(limit) else { return }
        for person in coming { arena.move(Int(person), to: to) }
        for person in going { arena.move(Int(person), to: from) }
    }

    /// Goes downhill from the best until no exchange of two people and no single move helps.
    private mutating func settle() {
        for person in 0..<arena.n where Int(arena.place[person]) != best[person] {
            arena.move(person, to: best[person])
        }
        var isBetter = arena.n <= 600
        while isBetter {
            isBetter = false
            for (at, i) in singles.enumerated() {
                for j in singles[(at + 1)...] where arena.place[Int(i)] != arena.place[Int(j)] {
                    let delta = arena.swapDelta(Int(i), Int(j), limit: -1)
                    guard delta != Arena.never else { continue }
                    arena.swap(Int(i), Int(j), delta: delta)
                    isBetter = true
                }
                let before = arena.total
                for to in 0..<arena.groups where singleShare > 0 { relocate(Int(i), to, -1) }
                if arena.total < before { isBetter = true }
            }
        }
        if arena.total < bestTotal { keep() }
    }
}
