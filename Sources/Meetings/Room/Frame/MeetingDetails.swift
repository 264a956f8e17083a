// Knows the frame of a meeting: its title, its phase, its options.

/// Where a meeting is in its life.
public enum Phase: String, Codable, Sendable, CaseIterable {
    case planned, open, ended
}

/// What a lead can switch for one meeting.
public struct Options: Codable, Equatable, Sendable {
    /// New people wait until a lead lets them in.
    public var lobby: Bool
    /// A raised hand of somebody who has spoken less goes before those who have spoken more.
    public var leastHeardFirst: Bool
    /// "Got it / nearly / lost" opens by itself when a talk segment ends.
    public var pulseAfterTalk: Bool
    /// Participants may write in the chat.
    public var chat: Bool

    /// The options a meeting starts with.
    public init(lobby: Bool = false, leastHeardFirst: Bool = false, pulseAfterTalk: Bool = true, chat: Bool = true) {
        self.lobby = lobby
        self.leastHeardFirst = leastHeardFirst
        self.pulseAfterTalk = pulseAfterTalk
        self.chat = chat
    }
}

/// The frame of a meeting.
public struct MeetingDetails: Codable, Equatable, Sendable {
    /// Nil once it was erased.
    public var title: String?
    public var plannedStart: Instant?
    /// IANA name of the time zone in which the planned start is shown.
    public var zone = "Europe/London"
    public var phase: Phase = .planned
    public var openedAt: Instant?
    public var endedAt: Instant?
    /// Nobody new comes in.
    public var isLocked = false
    public var options = Options()
    /// Where those meet who are in the room.
    public var place: String?
    /// Where those meet who are on the call; for those who have come in.
    public var callLink: String?
}
