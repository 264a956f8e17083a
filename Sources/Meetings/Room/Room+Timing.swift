// Knows whether something is being timed in a room: then its clock must not jump.

extension Room {
    /// Whether a segment, a turn, groups, a pulse or a prompt run, or somebody is here.
    public var isTimed: Bool {
        guard details.phase == .open else { return false }
        return current != nil || turn != nil || round != nil || pulses.contains { $0.closedAt == nil }
            || prompts.contains(where: \.isOpen)
            || people.contains { $0.value.isPresent }
    }
}
