// Knows how people who count only are forgotten in groups.

extension Room {
    /// Somebody who counts only is forgotten in groups as everywhere (`Room.endForEverybody`).
    mutating func forgetInGroups(_ counted: Set<PersonID>) {
        pairRules = pairRules.without(counted)
        itemRules = itemRules.mapValues { $0.without(counted) }
        for index in drafts.indices {
            for group in drafts[index].plan.groups.indices {
                drafts[index].plan.groups[group].members.removeAll { counted.contains($0) }
                drafts[index].plan.groups[group].roles = drafts[index].plan.groups[group].roles.without(counted)
                if drafts[index].plan.groups[group].bridge.map(counted.contains) == true {
                    drafts[index].plan.groups[group].bridge = nil
                }
            }
        }
        for round in rounds.indices {
            rounds[round].leftOut.removeAll { counted.contains($0) }
            rounds[round].gone = rounds[round].gone.filter { !counted.contains($0.key) }
            for group in rounds[round].groups.indices { rounds[round].groups[group].forget(counted) }
        }
        for index in announcements.indices where counted.contains(announcements[index].author) {
            announcements[index].author = .counted
            announcements[index].name = nil
        }
    }
}

extension Group {
    /// Without people who count only; what they wrote stays without its author.
    fileprivate mutating func forget(_ counted: Set<PersonID>) {
        members.removeAll { counted.contains($0) }
        visitors.removeAll { counted.contains($0) }
        roles = roles.without(counted)
        turns = turns?.without(counted)
        if bridge.map(counted.contains) == true { bridge = nil }
        for index in cards.indices {
            cards[index].stars.removeAll { counted.contains($0) }
            if counted.contains(cards[index].author) {
                cards[index].author = .counted
                cards[index].name = nil
            }
        }
    }
}
