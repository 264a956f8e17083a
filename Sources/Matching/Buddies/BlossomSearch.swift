// Knows Edmonds' algorithm in its primal-dual form: from tight edges to a perfect matching of the largest weight, stage
// by stage, with all unmatched vertices as roots at once.

/// Finds a perfect matching of the largest weight. The duals that it ends with prove that there is no better one.
struct BlossomSearch {
    private(set) var graph: BlossomGraph
    private var queue: [Int] = []

    init(arcs: [[Arc]]) {
        graph = BlossomGraph(arcs: arcs)
        start()
    }

    /// Duals that allow every edge, as low as a look at each vertex makes them, and a matching of tight edges. All duals
    /// are even, so that those of unmatched vertices differ by even numbers for ever and halves never come up.
    private mutating func start() {
        for vertex in 0..<graph.n {
            let most = graph.arcs[vertex].reduce(Int64.min) { max($0, $1.weight) }
            graph.dual[vertex] = most == Int64.min ? 0 : 2 * ((most / 2 + 1) / 2)
        }
        for vertex in 0..<graph.n where graph.mate[vertex] < 0 {
            var (least, partner) = (Int64.max, -1)
            for arc in graph.arcs[vertex] {
                let slack = graph.slack(vertex, arc)
                if slack < least
                    || slack == least && partner >= 0 && graph.mate[partner] >= 0
                        && graph.mate[Int(arc.to)] < 0
                {
                    (least, partner) = (slack, Int(arc.to))
                }
            }
            guard partner >= 0 else { continue }
            graph.dual[vertex] -= least
            if graph.mate[partner] < 0 {
                graph.mate[vertex] = partner
                graph.mate[partner] = vertex
            }
        }
    }

    /// False if there is no perfect matching.
    mutating func run() -> Bool {
        while graph.mate.contains(-1) {
            guard stage() else { return false }
        }
        return true
    }

    /// One augmentation.
    private mutating func stage() -> Bool {
        queue.removeAll(keepingCapacity: true)
        for id in 0..<(2 * graph.n) {
            graph.label[id] = .free
            graph.reached[id] = .none
        }
        for vertex in 0..<graph.n where graph.mate[vertex] < 0 && graph.label[graph.top[vertex]] == .free {
            graph.label[graph.top[vertex]] = .outer
            queue += graph.leaves(graph.top[vertex])
        }
        while true {
            while let vertex = queue.popLast() {
                for arc in graph.arcs[vertex] where graph.slack(vertex, arc) == 0 {
                    if meet(BlossomGraph.Link(from: vertex, to: Int(arc.to))) { return true }
                }
            }
            guard changeDuals() else { return false }
        }
    }

    /// A tight edge out of an outer vertex: the tree grows, a circle shrinks, or two trees join and the matching grows
    /// by one, which is the end of the stage.
    private mutating func meet(_ edge: BlossomGraph.Link) -> Bool {
        let (own, other) = (graph.top[edge.from], graph.top[edge.to])
        guard own != other else { return false }
        switch graph.label[other] {
        case .inner: return false
        case .free:
            graph.label[other] = .inner
            graph.reached[other] = edge
            let from = graph.base[other]
            let outer = graph.top[graph.mate[from]]
            graph.label[outer] = .outer
            graph.reached[outer] = BlossomGraph.Link(from: from, to: graph.mate[from])
            queue += graph.leaves(outer)
            return false
        case .outer:
            if let meeting = graph.meeting(own, other) {
                queue += graph.shrink(edge, at: meeting)
                return false
            }
            augment(edge)
            return true
        }
    }

    /// Matches the edge and exchanges matched and unmatched on both ways back to the roots.
    private mutating func augment(_ edge: BlossomGraph.Link) {
        for start in [edge, edge.reversed] {
            var (vertex, partner) = (start.from, start.to)
            while true {
                let outer = graph.top[vertex]
                let up = graph.reached[outer]
                graph.rebase(outer, to: vertex)
                graph.mate[vertex] = partner
                guard up.from >= 0 else { break }
                let inner = graph.top[up.from]
                let link = graph.reached[inner]
                graph.rebase(inner, to: link.to)
                graph.mate[link.to] = link.from
                (vertex, partner) = (link.from, link.to)
            }
        }
    }

    /// The largest change of duals that keeps every edge allowed; it makes an edge tight or an inner blossom empty.
    private mutating func changeDuals() -> Bool {
        var least = Int64.max
        var tight: [Int] = []
        for vertex in 0..<graph.n {
            let own = graph.top[vertex]
            guard graph.label[own] == .outer else { continue }
            var mine = Int64.max
            for arc in graph.arcs[vertex] {
                let other = graph.top[Int(arc.to)]
                guard other != own else { continue }
                switch graph.label[other] {
                case .inner: continue
                case .free: mine = min(mine, graph.slack(vertex, arc))
                case .outer: mine = min(mine, graph.slack(vertex, arc) / 2)
                }
            }
            if mine < least {
                least = mine
                tight.removeAll(keepingCapacity: true)
            }
            if mine == least && mine != Int64.max { tight.append(vertex) }
        }
        var isLive = [Bool](repeating: true, count: graph.n)
        for id in graph.unused { isLive[id - graph.n] = false }
        let blossoms = (graph.n..<(2 * graph.n)).filter { isLive[$0 - graph.n] && graph.parent[$0] < 0 }
        for blossom in blossoms where graph.label[blossom] == .inner { least = min(least, graph.dual[blossom] / 2) }
        guard least != Int64.max else { return false }
        for vertex in 0..<graph.n {
            switch graph.label[graph.top[vertex]] {
            case .outer: graph.dual[vertex] -= least
            case .inner: graph.dual[vertex] += least
            case .free: break
            }
        }
        queue += tight
        for blossom in blossoms {
            switch graph.label[blossom] {
            case .outer: graph.dual[blossom] += 2 * least
            case .inner:
                graph.dual[blossom] -= 2 * least
                if graph.dual[blossom] == 0 {
                    queue += graph.expand(blossom)
                    // What became free may have tight edges to any outer vertex.
                    queue += (0..<graph.n).filter { graph.label[graph.top[$0]] == .outer }
                }
            case .free: break
            }
        }
        return true
    }
}
