// Knows what a report says of somebody on a call: when they were there, how long they spoke, how much they wrote. Moments
// are server time, as far as anybody could tell.

/// From when to when somebody was on a call.
public struct CallStay: Codable, Equatable, Sendable {
    public var from: Instant
    public var to: Instant

    public init(from: Instant, to: Instant) { (self.from, self.to) = (from, to) }
}

/// What somebody said without a break: how long and how many words, never which.
public struct CallTurn: Codable, Equatable, Sendable {
    public var at: Instant
    public var milliseconds: Int64
    public var words: Int

    public init(at: Instant, milliseconds: Int64, words: Int) {
        (self.at, self.milliseconds, self.words) = (at, milliseconds, words)
    }
}

/// A message to everybody on a call: how many words, never which.
public struct CallMessage: Codable, Equatable, Sendable {
    public var at: Instant
    public var words: Int

    public init(at: Instant, words: Int) { (self.at, self.words) = (at, words) }
}

/// A report that was brought into a meeting.
public struct BroughtReport: Codable, Equatable, Sendable {
    public var id: ImportID
    public var form: ImportKind
    /// When it was brought in.
    public var at: Instant
    /// Of how many people, phones and rooms.
    public var callers = 0
    public var turns = 0
    public var messages = 0
    public var isUndone = false
}

/// Somebody who was on the call only.
public struct CallOnly: Codable, Equatable, Sendable {
    /// Nil once it was erased.
    public var name: String?
    public var caller: CallerForm
    /// The reports that name them.
    public var reports: [ImportID]
}
