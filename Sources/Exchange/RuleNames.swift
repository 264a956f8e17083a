// Knows whether the rules of a matching file speak of its people. A rule about nobody would be no rule, and nobody would
// know: it is refused, with whoever may be meant.

/// The names that rules may use.
struct RuleNames {
    private let names: [String]
    private let known: Set<String>
    /// Whether everybody whom a rule names has to be there. In running groups somebody may have left, a buddy of
    /// earlier may take part no more.
    private let isWhole: Bool
    /// A file for golfers has no people.
    private let isEmpty: Bool

    init(_ names: [String], _ kind: MatchingFile.Kind) {
        (self.names, known) = (names, Set(names))
        switch kind {
        case .groups: (isWhole, isEmpty) = (true, false)
        case .rebalance, .buddies: (isWhole, isEmpty) = (false, false)
        case .golfer: (isWhole, isEmpty) = (false, true)
        }
    }

    func check(_ root: MatchingField) throws(MatchingFileError) {
        guard !isEmpty else { return }
        for rule in ["together", "apart"] { try check(root[rule], isWhole: isWhole) }
        // Who is not here today was in earlier rounds all the same.
        for rule in ["blocks", "earlier_buddies", "current"] { try check(root[rule], isWhole: false) }
        _ = try root["history"].list { round throws(MatchingFileError) in
            try check(round["groups"], isWhole: false)
        }
        for name in root["pins"].names { try check(name, at: root["pins"][name].place, isWhole: isWhole) }
    }

    private func check(_ lists: MatchingField, isWhole: Bool) throws(MatchingFileError) {
        _ = try lists.list { list throws(MatchingFileError) in
            for (index, name) in (try list.texts() ?? []).enumerated() {
                try check(name, at: "\(list.place)[\(index)]", isWhole: isWhole)
            }
        }
    }

    private func check(_ name: String, at place: String, isWhole: Bool) throws(MatchingFileError) {
        guard !known.contains(name) else { return }
        // Whoever is written in another way is meant, whether they have to be there or not.
        let alike = names.first { NearestName.isAlike(name, $0) }
        guard let nearest = alike ?? (isWhole ? NearestName.of(name, among: names) : nil) else {
            guard isWhole else { return }
            throw .wrong(place: place, expected: "the id of one of the people, not \"\(name)\"")
        }
        throw .wrong(
            place: place, expected: "the id of one of the people, not \"\(name)\": did you mean \"\(nearest)\"?")
    }
}
