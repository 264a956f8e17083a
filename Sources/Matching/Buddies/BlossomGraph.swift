// Knows the data of a weighted matching in a general graph: edges, duals and nested blossoms, in flat arrays.

/// An edge to a neighbour, with twice its weight, so that all duals stay whole numbers.
struct Arc {
    var to: Int32
    var weight: Int64
}

/// Labels of the search: outer vertices are reached over an even number of edges from an unmatched one.
enum SearchLabel: UInt8 { case free, outer, inner }

/// The state of the search for a perfect matching of the largest weight. Ids below `n` are vertices, those from `n` on
/// blossoms: odd circles shrunk to one.
struct BlossomGraph {
    let n: Int
    /// Edges by vertex.
    var arcs: [[Arc]]
    /// The partner of each vertex, or -1.
    var mate: [Int]
    /// Duals; of blossoms never negative.
    var dual: [Int64]
    /// The outermost blossom of each vertex.
    var top: [Int]
    var parent: [Int]
    /// The vertex of a blossom that is matched to the outside.
    var base: [Int]
    /// Of a blossom, around the circle from the one that holds the base.
    var children: [[Int]]
    /// `links[b][k]` joins child `k` with the next.
    var links: [[Link]]
    /// Labels of outermost blossoms.
    var label: [SearchLabel]
    /// The edge over which an outermost blossom was reached: from a vertex outside to one inside.
    var reached: [Link]
    var unused: [Int]

    struct Link {
        var from: Int
        var to: Int
        static let none = Link(from: -1, to: -1)
        var reversed: Link { Link(from: to, to: from) }
    }

    init(arcs: [[Arc]]) {
        n = arcs.count
        self.arcs = arcs
        mate = [Int](repeating: -1, count: n)
        dual = [Int64](repeating: 0, count: 2 * n)
        top = Array(0..<n)
        parent = [Int](repeating: -1, count: 2 * n)
        base = Array(0..<n) + [Int](repeating: -1, count: n)
        children = [[Int]](repeating: [], count: 2 * n)
        links = [[Link]](repeating: [], count: 2 * n)
        label = [SearchLabel](repeating: .free, count: 2 * n)
        reached = [Link](repeating: .none, count: 2 * n)
        unused = Array((n..<(2 * n)).reversed())
    }

    /// Never negative outside of blossoms.
    @inline(__always)
    func slack(_ vertex: Int, _ arc: Arc) -> Int64 { dual[vertex] &+ dual[Int(arc.to)] &- arc.weight }

    /// The vertices within.
    func leaves(_ blossom: Int) -> [Int] {
        var list: [Int] = []
        var open = [blossom]
        while let next = open.popLast() {
            if next < n { list.append(next) } else { open += children[next] }
        }
        return list
    }

    /// Makes `blossom` the outermost of its vertices.
    mutating func raise(_ blossom: Int) {
        for vertex in leaves(blossom) { top[vertex] = blossom }
    }
}
