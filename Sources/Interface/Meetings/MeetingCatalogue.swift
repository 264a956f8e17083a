// Knows what the interface asks about meetings and the links that lead to them.

import Meetings

/// A meeting in the list.
public struct MeetingRecord: Sendable, Equatable {
    public var id: String
    public var network: String
    public var title: String
    public var plannedStart: Instant?
    public var zone: String
    /// What people type to join.
    public var code: String
    public var phase: Phase
    public var isSample: Bool
    public var isRehearsal: Bool
    public var isArchived: Bool

    public init(
        id: String, network: String, title: String, plannedStart: Instant?, zone: String, code: String, phase: Phase,
        isSample: Bool, isRehearsal: Bool, isArchived: Bool
    ) {
        (self.id, self.network, self.title, self.plannedStart) = (id, network, title, plannedStart)
        (self.zone, self.code, self.phase) = (zone, code, phase)
        (self.isSample, self.isRehearsal, self.isArchived) = (isSample, isRehearsal, isArchived)
    }
}

/// What a link lets its holder be.
public enum DoorKind: String, Sendable, CaseIterable {
    /// Anybody of the network.
    case room
    /// One person.
    case personal
    /// An outside speaker.
    case guest
    /// The big screen.
    case wall
}

/// A link that is good now.
public struct LinkRecord: Sendable, Equatable {
    public var network: String
    public var meeting: String
    public var kind: DoorKind
    /// Whose it is, for a personal one.
    public var person: PersonID?

    public init(network: String, meeting: String, kind: DoorKind, person: PersonID?) {
        (self.network, self.meeting, self.kind, self.person) = (network, meeting, kind, person)
    }
}

/// The list of meetings. A meeting of another network is one that is not there.
public protocol MeetingCatalogue: Sendable {
    func meeting(_ id: String, network: String) async throws -> MeetingRecord?
    /// By its code as a person typed it; never an archived one.
    func meeting(code: String) async throws -> MeetingRecord?
    /// The network whose meeting it is.
    func network(ofMeeting id: String) async throws -> String?
    /// In the order of their planned start, archived ones too.
    func meetings(network: String) async throws -> [MeetingRecord]
    func addMeeting(
        network: String, title: String, plannedStart: Instant?, zone: String, isSample: Bool, isRehearsal: Bool,
        at now: Instant
    ) async throws -> MeetingRecord
    /// False when it is in the archive already. Its links end.
    func archiveMeeting(_ id: String, network: String, at now: Instant) async throws -> Bool
    /// Out of the archive; nil when it is not in it.
    func reopenMeeting(_ id: String, network: String) async throws -> MeetingRecord?
    /// False when it was opened.
    func deleteMeeting(_ id: String, network: String) async throws -> Bool

    /// Where a link leads; nil when it is unknown, revoked, or its meeting archived.
    func link(_ token: String) async throws -> LinkRecord?
    /// The token of the link that is good now, made if there is none.
    func linkToken(_ kind: DoorKind, of meeting: MeetingRecord, person: PersonID?) async throws -> String
}
