// Knows what a network answers for: complaints about data, each with its dates, and of what a look at personal data is.

/// A complaint about data.
public struct ComplaintID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// What somebody says is wrong with what is kept of them, or with how it is used.
public struct Complaint: Codable, Equatable, Sendable {
    public var id: ComplaintID
    public var person: PersonID
    /// From which meeting it was sent.
    public var meeting: String
    /// Nil once it was erased, or has gone by age.
    public var text: String?
    /// How they want to be answered; may be missing.
    public var contact: String?
    /// Whether they object to how data are used, rather than complain.
    public var isObjection: Bool
    public var madeAt: Instant
    /// When a coordinator said that it has come; due within `NetworkLimits.daysToAcknowledge`.
    public var acknowledgedAt: Instant?
    public var settledAt: Instant?
    /// What came of it, in the words of a coordinator.
    public var outcome: String?

    /// Until when it is to be acknowledged.
    public var due: Instant { madeAt + Int64(NetworkLimits.daysToAcknowledge) * NetworkLimits.dayMilliseconds }
}

/// What somebody looks at in which people are named.
public enum Look: String, Codable, Sendable, CaseIterable {
    /// Everybody of a network.
    case people
    /// What is kept of one person.
    case traces
    /// Who has which buddies.
    case buddies
    /// The figures of a meeting that is over.
    case report
    case minutes
    /// What evaluators are given.
    case review
    case pack
    /// Who is new before a meeting.
    case ahead
    /// The complaints, and these looks.
    case ledger
}
