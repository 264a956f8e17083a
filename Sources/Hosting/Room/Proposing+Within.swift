// Knows how groups are split by themselves, as into pairs: each as if there were no other, and whoever sits in none among
// themselves.

import Matching
import Meetings

extension Proposing {
    /// The parts of all of them, one group after the other.
    func run(within: [[PersonID]]) throws(MatchingRefusal) -> ProposedGroups {
        var open = Set(seated)
        var parts: [[PersonID]] = []
        for group in within {
            let here = group.filter { open.remove($0) != nil }
            if !here.isEmpty { parts.append(here.sorted()) }
        }
        if !open.isEmpty { parts.append(open.sorted()) }
        guard let first = parts.first else { throw .nobody }
        var all = try split(first)
        for part in parts.dropFirst() { all.add(try split(part)) }
        return all
    }

    /// One group in parts; where people who stay together are more than a part holds, in fewer.
    private func split(_ part: [PersonID]) throws(MatchingRefusal) -> ProposedGroups {
        let size = wish.size ?? 2
        do throws(MatchingRefusal) {
            return try groups(of: part, .size(size))
        } catch {
            for count in stride(from: part.count / size - 1, through: 1, by: -1) {
                if let fewer = try? groups(of: part, .count(count)) { return fewer }
            }
            throw error
        }
    }
}

extension ProposedGroups {
    /// What was found elsewhere, too.
    fileprivate mutating func add(_ more: ProposedGroups) {
        groups += more.groups
        draw.iterations += more.draw.iterations
        draw.points += more.draw.points
        gaps = Set(gaps).union(more.gaps).sorted()
        facilitators += more.facilitators
        terms.merge(more.terms, uniquingKeysWith: +)
        alternatives = nil
    }
}
