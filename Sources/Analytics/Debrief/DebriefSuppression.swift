// Knows what of a meeting's figures is held back from whoever does not coordinate it: parts of the whole so small that
// somebody could be known by them, and with them their complements.

extension Debrief {
    /// Fewest people of a subgroup of whom anything is shown on a screen (measures.md, 5).
    public static let leastShown = 5

    /// The same without titles, without the spread of the talk of fewer than `least` people, without comparisons with fewer
    /// in one place, and without room and call at all where either has fewer or ever had no more: of two parts whose sum is
    /// known both go. Counts of all together stay, however small.
    ///
    /// - Parameter least: fewest people of a part, 1 or more.
    public func heldBack(under least: Int = leastShown) -> Debrief {
        var debrief = self
        for index in debrief.items.indices { debrief.items[index].title = nil }
        if let talk, talk.people < least { debrief.talk = nil }
        debrief.comparisons.removeAll { 1..<least ~= $0.room.all || 1..<least ~= $0.call.all }
        let places = [people.room, people.call, (people.room ?? 0) + (people.call ?? 0) - people.known]
        // Whoever was in one place for a while only is in its line alone.
        let parts = places.map { abs($0 ?? 0) } + presence.map { $0.steps.map { $0[1] }.max() ?? 0 }
        guard parts.contains(where: { 1..<least ~= $0 }) else { return debrief }
        (debrief.people.room, debrief.people.call) = (nil, nil)
        debrief.comparisons = []
        debrief.pairs?.places = nil
        debrief.presence = [Line(place: .all, steps: Self.together(presence))]
        return debrief
    }

    /// The steps of several lines as one.
    static func together(_ lines: [Line]) -> [[Int]] {
        var now = [Int](repeating: 0, count: lines.count)
        let changes = lines.enumerated().flatMap { index, line in
            line.steps.map { (at: $0[0], index: index, people: $0[1]) }
        }
        var steps: [[Int]] = []
        for change in changes.sorted(by: { ($0.at, $0.index) < ($1.at, $1.index) }) {
            now[change.index] = change.people
            let step = [change.at, now.reduce(0, +)]
            if steps.last?[0] == change.at { steps.removeLast() }
            if steps.last?[1] != step[1] { steps.append(step) }
        }
        return steps
    }
}
