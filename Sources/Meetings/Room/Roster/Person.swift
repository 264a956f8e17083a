// Knows who can be in a room and how they are there.

/// What a person may do. Rights come from the role alone, never from being there first (`Rights`).
public enum Role: String, Codable, Sendable, CaseIterable {
    /// An outside speaker: first names, the question wall and the timebox, nothing else.
    case guest
    /// A device that several people share: no person. What nobody at it is named for is the table's.
    case table
    /// A teacher who takes part.
    case participant
    /// Runs this meeting, alone or with others.
    case lead
    /// Owns the network; may do in a room what a lead may.
    case coordinator
    /// Reads the log afterwards; has no place in a live room.
    case evaluator

    /// Whether the role runs the meeting.
    public var isLeading: Bool { self == .lead || self == .coordinator }
}

/// How somebody takes part: on the call, or in the room with or without a device of their own.
public enum AttendanceMode: String, Codable, Sendable, CaseIterable {
    case remote
    case roomDevice = "room_device"
    case roomNoDevice = "room_no_device"
    case tableDevice = "table_device"
    case phoneIn = "phone_in"
    case unknown
}

extension AttendanceMode {
    /// Whether somebody in this mode may have no device of their own, so that others tap for them.
    public var needsOthers: Bool {
        switch self {
        case .roomNoDevice, .tableDevice, .phoneIn: true
        case .remote, .roomDevice, .unknown: false
        }
    }

    /// In the room, with or without a device; who is unknown or on the phone is not.
    public var isInRoom: Bool {
        switch self {
        case .roomDevice, .roomNoDevice, .tableDevice: true
        case .remote, .phoneIn, .unknown: false
        }
    }

    /// Has a device over which others can speak with the room.
    public var hasOwnDevice: Bool { self == .roomDevice || self == .tableDevice }
}

/// What may be kept of a person's contributions; chosen at the door, changeable.
public enum Tier: String, Codable, Sendable, CaseIterable {
    /// Contributions are logged without a person from the start.
    case countOnly = "count_only"
    case pseudonymous
    case quotable
    case contactable
}

/// By whose tap an act came into the log.
public enum Source: String, Codable, Sendable, CaseIterable {
    case client
    case leadTap = "lead_tap"
    case selfReport = "self_report"
    case scribe
    case transcript
}

/// Why somebody is no longer present.
public enum PresenceEnd: String, Codable, Sendable, CaseIterable {
    /// They said so.
    case left
    /// The connection went and did not come back.
    case lost
    /// The meeting ended.
    case ended
    /// A lead removed them or moved them to the lobby.
    case moved
}

/// The optional reason behind "I have to go".
public enum GoingReason: String, Codable, Sendable, CaseIterable {
    case family, travel, work, connection, other
}

/// A person of this meeting's roster as the room knows them.
public struct Person: Codable, Equatable, Sendable {
    /// First name as given; nil once it was erased.
    public var name: String?
    /// School as given; nil if none was given or once it was erased.
    public var school: String?
    public var role: Role
    public var mode: AttendanceMode
    public var tier: Tier
    /// Whether a lead asked this person to tap in who is speaking.
    public var isScribe = false
    /// Whether at least one of their devices is connected now, or they were checked in.
    public var isPresent = false
    /// Whether somebody else checked them in: they are here without a connection.
    public var isCheckedIn = false
    /// The table whose device they share.
    public var table: PersonID?
    /// When they first joined.
    public var joinedAt: Instant
    /// What they can help with.
    public var offers: [TopicID] = []
    /// What they would like help with, the most wanted first.
    public var needs: [TopicID] = []
    /// Where in school they teach, if they said so.
    public var teaching: SchoolPhase?
    /// When they said that they had to go, until they come back.
    public var leftAt: Instant?
    /// Who they say they are too: somebody who is in under the same name.
    public var claims: PersonID?
}

/// Somebody at the door of a room whose lobby is on.
public struct Waiting: Codable, Equatable, Sendable {
    public var name: String?
    public var school: String?
    public var mode: AttendanceMode
    public var tier: Tier
    public var since: Instant
}
