// Knows how to match everybody in a complete graph with few edges at hand: the best ones first, and those that the
// duals ask for.

/// The perfect matching of the largest weight of an even number of vertices, any of which may be matched.
struct PerfectMatching {
    /// Edges of each vertex to begin with.
    private static let firstEdges = 16

    let pairs: [(Int, Int)]
    let certificate: Certificate

    /// `weights` are row by row and symmetric.
    init(count: Int, weights: [Int64]) {
        guard count > 1 else {
            pairs = []
            certificate = Certificate(duals: [], odd: [])
            return
        }
        var neighbours = Self.bestEdges(count, weights)
        while true {
            let arcs = neighbours.enumerated().map { vertex, others in
                others.sorted().map { Arc(to: Int32($0), weight: 2 * weights[vertex * count + $0]) }
            }
            var search = BlossomSearch(arcs: arcs)
            let isPerfect = search.run()
            let graph = search.graph
            let missing = isPerfect ? Self.violated(graph, weights) : []
            guard !missing.isEmpty else {
                pairs = (0..<count).filter { graph.mate[$0] > $0 }.map { ($0, graph.mate[$0]) }
                certificate = Certificate(graph)
                return
            }
            for (one, other) in missing {
                neighbours[one].insert(other)
                neighbours[other].insert(one)
            }
        }
    }

    /// The best edges of each vertex, and a matching, so that there is a perfect one.
    private static func bestEdges(_ count: Int, _ weights: [Int64]) -> [Set<Int>] {
        var neighbours = (0..<count).map { Set([$0 ^ 1]) }
        for vertex in 0..<count {
            let row = vertex * count
            // The best so far, in order: most others are worse than the last of them, which is seen at once.
            var best: [Int] = []
            for other in 0..<count where other != vertex {
                let weight = weights[row + other]
                if best.count == firstEdges {
                    guard weight > weights[row + best[firstEdges - 1]] else { continue }
                    best.removeLast()
                }
                var at = best.count
                while at > 0, weights[row + best[at - 1]] < weight { at -= 1 }
                best.insert(other, at: at)
            }
            for other in best {
                neighbours[vertex].insert(other)
                neighbours[other].insert(vertex)
            }
        }
        return neighbours
    }

    /// Pairs that the duals do not allow: the search has to know of them.
    private static func violated(_ graph: BlossomGraph, _ weights: [Int64]) -> [(Int, Int)] {
        let count = graph.n
        var list: [(Int, Int)] = []
        for one in 0..<count {
            let (own, row) = (graph.dual[one], one * count)
            for other in (one + 1)..<max(count, one + 1) {
                let slack = own &+ graph.dual[other] &- 2 &* weights[row + other]
                if slack < 0 && slack + graph.sharedDual(one, other) < 0 { list.append((one, other)) }
            }
        }
        return list
    }
}

extension BlossomGraph {
    /// The duals of all blossoms around both vertices.
    func sharedDual(_ one: Int, _ other: Int) -> Int64 {
        guard top[one] == top[other] else { return 0 }
        var around: Set<Int> = []
        var at = parent[one]
        while at >= 0 {
            around.insert(at)
            at = parent[at]
        }
        var sum: Int64 = 0
        at = parent[other]
        while at >= 0 {
            if around.contains(at) { sum += dual[at] }
            at = parent[at]
        }
        return sum
    }
}

extension Certificate {
    /// The duals of a finished search.
    init(_ graph: BlossomGraph) {
        let used = (graph.n..<(2 * graph.n)).filter { !graph.children[$0].isEmpty && graph.dual[$0] > 0 }
        self.init(
            duals: Array(graph.dual[..<graph.n]),
            odd: used.map { OddSet(vertices: graph.leaves($0).sorted(), dual: graph.dual[$0]) })
    }
}
