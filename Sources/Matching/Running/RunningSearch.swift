// Knows how to find new groups near the running ones when a few moves are not enough: a search in which every move of
// somebody who was placed costs its points.

struct RunningSearch {
    private static let slices = 200

    private let scorer: Scorer
    private let bounds: GroupSizes
    private let groups: Int
    private let before: [Int]
    private let anchors: Anchors

    init(_ scorer: Scorer, _ bounds: GroupSizes, groups: Int, before: [Int], anchors: Anchors) {
        self.scorer = scorer
        self.bounds = bounds
        self.groups = groups
        self.before = before
        self.anchors = anchors
    }

    /// The group of everybody, or nil if no number of groups is possible. Pools are searched by themselves, each with
    /// as many groups as now, one more and one less.
    func outcome() throws(MatchingRefusal) -> [Int]? {
        var outcome = before
        var used = Set(before)
        let locked = Division(scorer.roster, scorer.rules).locked
        for (group, people) in locked { for person in people { outcome[person] = group } }
        let still = Set(locked.values.joined())
        for pool in scorer.roster.pools(scorer.rules.modes) {
            let people = pool.filter { !still.contains($0) }
            guard !people.isEmpty else { continue }
            let inPool = Set(people)
            let live = (0..<groups).filter { group in
                guard locked[group] == nil else { return false }
                let members = before.indices.filter { before[$0] == group }
                // A group with both kinds, which may not be, stays with the kind that it has more of.
                return !members.isEmpty && 2 * members.count(where: inPool.contains) >= members.count
            }
            let opened = (0...used.count + groups).first { !used.contains($0) } ?? groups
            let smallest = live.min { one, other in before.count { $0 == one } < before.count { $0 == other } }
            var best: (places: [Int], total: Int)?
            for places in [live, live + [opened], live.filter { $0 != smallest }] {
                let sizes = GroupSizes(count: places.count, least: bounds.least, most: bounds.most)
                guard places.count * sizes.least <= people.count, people.count <= places.count * sizes.most else {
                    continue
                }
                let found = try search(people, places, sizes)
                if best.map({ found.total < $0.total }) ?? true { best = found }
            }
            guard let best else { return nil }
            for (person, group) in zip(people, best.places) {
                outcome[person] = group
                used.insert(group)
            }
        }
        return outcome
    }

    private func search(
        _ people: [Int], _ places: [Int], _ sizes: GroupSizes
    ) throws(MatchingRefusal) -> (places: [Int], total: Int) {
        let blocks = try Blocks(people, of: scorer.roster, scorer.rules, sizes)
        let pool = Pool(people, sizes: sizes, blocks: blocks, scorer: scorer)
        let move = Int32(scorer.rules.weights.move)
        let alone = places.flatMap { group in
            people.map { person in
                let isAtHome = before[person] < 0 || before[person] == group
                return anchors.forbids(person, in: group) ? Pool.hard : isAtHome ? 0 : move
            }
        }
        let arena = Arena(pool, groups: places.count, alone: alone)
        start(arena, pool, places)
        var annealer = Annealer(arena, seed: 1)
        annealer.run { $0 * Cooling.steps / (Self.slices * Annealer.slice) }
        return (annealer.best.map { places[$0] }, annealer.bestTotal)
    }

    /// Blocks where they were, as far as there is room; the others where most room is left.
    private func start(_ arena: Arena, _ pool: Pool, _ places: [Int]) {
        var members = [[[Int]]](repeating: [], count: places.count)
        func size(_ group: Int) -> Int { members[group].reduce(0) { $0 + $1.count } }
        var open: [[Int]] = []
        for block in pool.blocks {
            if let group = places.firstIndex(of: before[pool.people[block[0]]]),
                size(group) + block.count <= pool.sizes.most
            {
                members[group].append(block)
            } else {
                open.append(block)
            }
        }
        for block in open {
            let group = members.indices.min { size($0) < size($1) } ?? 0
            members[group].append(block)
        }
        // Groups that are too small take from the largest, the smallest block first.
        for _ in 0..<pool.count {
            guard let needy = members.indices.first(where: { size($0) < pool.sizes.least }),
                let rich = members.indices.max(by: { size($0) < size($1) }),
                let at = members[rich].indices.min(by: { members[rich][$0].count < members[rich][$1].count })
            else { break }
            members[needy].append(members[rich].remove(at: at))
        }
        for (group, blocks) in members.enumerated() {
            for person in blocks.joined() { arena.move(person, to: group) }
        }
    }
}
