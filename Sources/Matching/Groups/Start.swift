// Knows a random split to start from: blocks whole, sizes right.

enum Start {
    /// Everybody placed; nil if the blocks do not fit.
    static func random(_ pool: Pool, seed: UInt64) -> Arena? {
        var random = SplitMix64(seed: seed)
        let sizes = pool.sizes
        let larger = pool.count - sizes.count * sizes.least
        var rooms = (0..<sizes.count).map { sizes.least + ($0 < larger ? 1 : 0) }
        var order = Array(rooms.indices)
        random.shuffle(&order)
        var blocks = pool.blocks
        random.shuffle(&blocks)
        // A stable sort by size, so that the random order of equals stays.
        blocks =
            (2...max(2, sizes.most)).reversed().flatMap { size in blocks.filter { $0.count == size } }
            + blocks.filter { $0.count == 1 }
        let long = blocks.prefix { $0.count > 1 }
        var places: [Int] = []
        if !long.isEmpty {
            var owner: [Int: Int] = [:]
            for (index, block) in long.enumerated() { for person in block { owner[person] = index } }
            let conflicts = pool.apart.compactMap { one, other in
                owner[one].flatMap { first in owner[other].map { (first, $0) } }
            }
            var packing = Packing(long.map(\.count), conflicts: conflicts)
            guard let packed = packing.groups(rooms: rooms, order: order) else { return nil }
            places = packed
        }
        let arena = Arena(pool, groups: sizes.count)
        for (block, place) in zip(long, places) {
            rooms[place] -= block.count
            for person in block { arena.move(person, to: place) }
        }
        var free = order.flatMap { Array(repeating: $0, count: rooms[$0]) }
        random.shuffle(&free)
        for (block, place) in zip(blocks.dropFirst(long.count), free) { arena.move(block[0], to: place) }
        return arena
    }
}
