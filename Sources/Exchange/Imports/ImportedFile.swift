// Knows what a report of another program says once it was read: who, when, how much. Nobody's words are in it.

import Meetings

/// A report as it was read. Moments are milliseconds from `start`, or as `clock` says where there is none.
public struct ImportedFile: Codable, Equatable, Sendable {
    public var kind: ImportKind
    /// When the call began; nil where neither the file nor whoever was asked says so.
    public var start: Instant?
    public var clock: ImportClock
    public var people: [ImportedPerson] = []
    public var turns: [ImportedTurn] = []
    public var chat: [ImportedMessage] = []
    public var warnings: [ImportWarning] = []
}

/// From when the moments of a file count.
public enum ImportClock: String, Codable, Equatable, Sendable {
    /// From its `start`.
    case start
    /// From midnight of a day that the file does not name.
    case midnight
    /// From the beginning of a recording.
    case recording
}

/// Somebody on a call.
public struct ImportedPerson: Codable, Equatable, Sendable {
    /// What turns and messages of the same file call them by.
    public var key: String
    public var name: String
    /// What else they are called there: the name of their account.
    public var alias: String?
    /// Without case: addresses that differ in nothing else are one.
    public var email: String?
    public var form: CallerForm
    /// Apart from each other, in order.
    public var stays: [ImportedStay] = []
    /// How long they were there: the sum of their stays; what the report says where it names no moments.
    public var milliseconds: Int64 = 0
    /// Keys of whoever else they may be: nothing but whoever was there can say so.
    public var conflicts: [String] = []
    /// Where they stand first.
    public var line: Int
}

/// From when to when somebody was there.
public struct ImportedStay: Codable, Equatable, Sendable {
    public var from: Int64
    public var to: Int64
}

/// How long somebody spoke at a stretch, and how many words.
public struct ImportedTurn: Codable, Equatable, Sendable {
    /// Nil where the transcript does not say who spoke.
    public var person: String?
    public var from: Int64
    public var milliseconds: Int64
    public var words: Int
}

/// A message to everybody.
public struct ImportedMessage: Codable, Equatable, Sendable {
    public var person: String
    public var at: Int64
    public var words: Int
}

/// Something that whoever confirms should look at.
public struct ImportWarning: Codable, Equatable, Sendable {
    public enum Code: String, Codable, CaseIterable, Sendable {
        /// Somebody dialled in: the number is not kept.
        case phone
        /// An account of a room: perhaps several people.
        case room
        /// A row about waiting outside: it is no presence, and left out.
        case waitingRoom
        /// Two rows of one person at one time: counted once.
        case overlap
        /// Names that are the same, and perhaps two people.
        case sameName
        /// A message to some only: left out.
        case directMessage
        /// A name that is too long: cut.
        case longName
        /// Nothing says when they left: the end of the call was taken.
        case noLeave
        /// How long, but not when.
        case noTimes
        /// They were away in between, and nothing says when.
        case gapUnknown
        /// Nobody is named who says this.
        case noSpeaker
    }

    public var code: Code
    public var line: Int
}
