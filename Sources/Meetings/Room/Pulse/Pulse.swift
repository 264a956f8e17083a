// Knows the quick question after a talk.

/// An answer to a pulse.
public enum PulseAnswer: String, Codable, Sendable, CaseIterable {
    case gotIt = "got_it"
    case nearly
    case lost
}

/// One opening of "got it / nearly / lost". It counts to the talk segment that opened it.
public struct Pulse: Codable, Equatable, Sendable {
    public var id: PulseID
    public var segment: SegmentID
    public var openedAt: Instant
    public var closedAt: Instant?
    /// How many gave each answer; what everybody may see.
    public var counts: [String: Int] = [:]
    /// Who answered what; nobody is ever sent another person's answer.
    public var answers: [PersonID: PulseAnswer] = [:]
}
