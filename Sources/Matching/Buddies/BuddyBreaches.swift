// Knows which hard rule a group that was put together by hand breaks.

/// Two people who may not be buddies, and by which rule.
public struct BuddyBreach: Sendable, Equatable {
    public enum Rule: Sendable, CaseIterable {
        case sameSchool, outOfReach
        /// One does not want to be with the other; whose wish it is is not said.
        case block
    }

    public let people: [String]
    public let rule: Rule
}

extension BuddyBook {
    /// The pairs of a group that may not be, each with the first rule it breaks that may be spoken of.
    public func breaches(of group: [String]) -> [BuddyBreach] {
        let members = roster.indices(of: group)
        return members.enumerated().flatMap { at, one in
            members[(at + 1)...].compactMap { other in
                breach(one, other).map { rule in
                    BuddyBreach(people: [roster.people[one].id, roster.people[other].id], rule: rule)
                }
            }
        }
    }

    private func breach(_ one: Int, _ other: Int) -> BuddyBreach.Rule? {
        if isAllowed(one, other) { return nil }
        if !isWithinReach(one, other) { return .outOfReach }
        return isPossible(one, other) ? .block : .sameSchool
    }
}
