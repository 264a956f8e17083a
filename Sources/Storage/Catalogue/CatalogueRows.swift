// What the catalogue's functions return: one plain value for each row, without its secrets.

import Meetings

/// A network: the teachers one coordinator serves.
public struct NetworkRow: Sendable, Equatable {
    /// Its identifier.
    public let id: String
    /// Its name.
    public let name: String
    /// Whom to ask about data, in the network's own words.
    public let contact: String
    /// The notice that people see before they join.
    public let notice: String
    /// The topics that people offer and need, as JSON; empty until somebody changes them.
    public let topics: String
    /// When it was made, in milliseconds since 1970.
    public let created: Int64
}

/// What an account may do.
public enum AccountRole: String, Sendable, CaseIterable {
    /// Owns the network.
    case coordinator
    /// Reads the log.
    case evaluator
}

/// Somebody who signs in.
public struct AccountRow: Sendable, Equatable {
    /// Its identifier.
    public let id: String
    /// The network it belongs to.
    public let network: String
    /// What it may do.
    public let role: AccountRole
    /// The login name as it was typed first; unique without regard to case.
    public let login: String
    /// The name that others see.
    public let displayName: String
    /// Who this is among the network's people, if anybody.
    public let person: String?
    /// The password in PHC string format; nil until the person has set one.
    public let password: String?
    /// Whether signing in is switched off.
    public let isDisabled: Bool
}

/// What a one-time link is for.
public enum OneTimePurpose: String, Sendable, CaseIterable {
    /// Set the first password.
    case setup
    /// Set a new password.
    case reset
    /// Look at the sample meeting.
    case sample
}

/// A one-time link that is good now.
public struct OneTimeLinkRow: Sendable, Equatable {
    /// The account it opens.
    public let account: String
    /// What it is for.
    public let purpose: OneTimePurpose
    /// When it stops being good, in milliseconds since 1970.
    public let expires: Int64
}

/// A session that is good now.
public struct SessionInfo: Sendable, Equatable {
    /// Who signed in.
    public let account: AccountRow
    /// What a form or command of this session has to bring along.
    public let csrf: String
    /// When it began, in milliseconds since 1970.
    public let created: Int64
}

/// A person of a network. After erasure only the identifier and the dates are left.
public struct PersonRow: Sendable, Equatable {
    /// The identifier.
    public let id: String
    /// The network.
    public let network: String
    /// The name; empty after erasure.
    public let name: String
    /// The school, if given.
    public let school: String?
    /// The chosen privacy tier, 0 to 3.
    public let tier: Int
    /// When the row was made, in milliseconds since 1970.
    public let created: Int64
    /// When the person was erased, in milliseconds since 1970.
    public let erased: Int64?
}

/// A meeting's catalogue row.
public struct MeetingRow: Sendable, Equatable {
    /// The identifier.
    public let id: String
    /// The network.
    public let network: String
    /// The title.
    public let title: String
    /// When it is planned to begin, in milliseconds since 1970.
    public let plannedStart: Int64?
    /// The time zone the plan is in, as an IANA name.
    public let zone: String
    /// The code that people type; unique among meetings that are not archived.
    public let code: String
    /// Where it is in its life.
    public let phase: Phase
    /// When it was made, in milliseconds since 1970.
    public let created: Int64
    /// Whether it is the sample that comes with a new network.
    public let isSample: Bool
    /// Whether it is a rehearsal, whose figures count nowhere.
    public let isRehearsal: Bool
    /// The name of the recording that was played into it, if it is one.
    public let recording: String?
    /// When it was archived, in milliseconds since 1970.
    public let archived: Int64?
}

/// What a link lets its holder be.
public enum LinkKind: String, Sendable, CaseIterable {
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
public struct LinkInfo: Sendable, Equatable {
    /// The network.
    public let network: String
    /// The meeting it leads to.
    public let meeting: String
    /// What it lets its holder be.
    public let kind: LinkKind
    /// Whose it is, for a personal one.
    public let person: String?
    /// How often it was made anew, from 1.
    public let generation: Int
}
