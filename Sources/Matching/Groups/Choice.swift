// Knows the one-tap choices of forming groups and what rules and weights each of them stands for.

/// How a coordinator wants the groups to be.
public enum Choice: String, Sendable, CaseIterable {
    /// As different as can be.
    case mix
    /// Needs count twice.
    case expertise
    /// Teachers of one phase among themselves.
    case samePhase
    /// The groups there are; those who are new join them.
    case keepLast
    /// Having met counts twice.
    case newPartners
    /// The room and those who are remote by themselves.
    case separate
    /// In the room and remote together, over a device that speaks for the room.
    case bridged
}

/// What a coordinator asks of groups, in their own terms.
public struct GroupWishes: Equatable, Sendable {
    public var choice: Choice
    public var wish: GroupWish
    public var together: [[String]]
    public var apart: [[String]]
    /// Positions of groups by id of a person.
    public var pins: [String: Int]
    /// Positions in `current` of groups that stay as they are.
    public var locked: Set<Int>
    /// The groups there are now, by position; they may name people who left.
    public var current: [[String]]
    public var history: [PastRound]
    public var weights: GroupWeights

    public init(
        choice: Choice = .mix, wish: GroupWish, together: [[String]] = [], apart: [[String]] = [],
        pins: [String: Int] = [:], locked: Set<Int> = [], current: [[String]] = [], history: [PastRound] = [],
        weights: GroupWeights = GroupWeights()
    ) {
        self.choice = choice
        self.wish = wish
        self.together = together
        self.apart = apart
        self.pins = pins
        self.locked = locked
        self.current = current
        self.history = history
        self.weights = weights
    }

    /// The rules that the choice stands for. Throws if a lock contradicts a pin or names no group.
    public func rules(_ roster: Roster) throws(MatchingRefusal) -> Rules {
        var rules = Rules(wish: wish, together: together, apart: apart, history: history, weights: weights)
        rules.pins = pins.filter { roster.person($0.key) != nil }
        for group in locked.sorted() {
            guard current.indices.contains(group) else { throw .lockOutside(group: group, groups: current.count) }
            for person in current[group].compactMap(roster.person) {
                if let pin = rules.pins[person.id], pin != group {
                    throw .pinnedOutOfLock(name: person.name, group: pin, locked: group)
                }
                rules.pins[person.id] = group
                rules.locked.insert(group)
            }
        }
        switch choice {
        case .expertise: rules.weights.need = weights.need.map { 2 * $0 }
        case .newPartners: rules.weights.met = weights.met.map { 2 * $0 }
        case .samePhase:
            rules.phases = .separate
            // Where a few of one phase had to join others, they stay together rather.
            rules.weights.samePhase = 0
        case .mix, .keepLast, .separate, .bridged: break
        }
        rules.modes = modes(roster, rules)
        return rules
    }

    /// Where people are in the room and remote, groups are mixed if a device can bridge, and else by themselves: a group
    /// that cannot hear each other is none. Only who may still be moved counts.
    private func modes(_ roster: Roster, _ rules: Rules) -> ModeRule {
        let open = roster.people.filter { person in rules.pins[person.id].map { !rules.locked.contains($0) } ?? true }
        let inRoom = open.count(where: \.isInRoom)
        switch choice {
        case .separate: return .separate
        case .bridged: return .mixed
        default:
            guard inRoom > 0, inRoom < open.count else { return .any }
            if open.contains(where: \.isBridge) { return .mixed }
            return inRoom > 1 && open.count - inRoom > 1 ? .separate : .any
        }
    }
}
