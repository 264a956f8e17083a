// Knows what a row of each table of the pack holds. People, schools and everything else that could tell who somebody is
// are pseudonyms here already: whoever writes a row cannot write a name.

import Meetings

/// One meeting.
struct PackMeetingRow: Sendable {
    var meeting: String
    var series: String?
    var title: String?
    var isRecorded: Bool
    var hasClock: Bool
    var plannedStart: Instant?
    var start: Instant?
    var end: Instant?
    var zone: String
    var plannedMinutes: Double
    var actualMinutes: Double
    var leads: Int
    var attended: Int
    var counted: Int
    var observable: Int
    var modes: [String: Int]
    var definitions: String
}

/// One item of a meeting's agenda.
struct PackSegmentRow: Sendable {
    var meeting: String
    var segment: String
    var n: Int
    var kind: String
    var planned: Int
    var actual: Double
    var prompts: Int
}

/// When something was on.
struct PackSpanRow: Sendable {
    enum What: String, CaseIterable {
        case meeting, segment, item
    }
    var meeting: String
    var what: What
    var id: String
    var n: Int
    var from: Instant
    var to: Instant
}

/// One person of the pack.
struct PackPersonRow: Sendable {
    var person: String
    var school: String?
    var phase: String?
    var firstMeeting: String?
    var tier: Int
}

/// One person at one meeting.
struct PackParticipationRow: Sendable {
    enum Role: String, CaseIterable {
        case participant, lead, guest, table
    }
    var meeting: String
    var person: String
    var role: Role
    var mode: String
    var isAttended: Bool
    var isRemoved: Bool
    var isObservable: Bool
    var present: Double
    var observable: Double
    var school: String?
    var phase: String?
}

/// A stretch in which one person was there.
struct PackAttendanceRow: Sendable {
    var person: String
    var meeting: String
    var interval: Int
    var join: Instant
    var leave: Instant
    var reason: String?
    var mode: String
    var hasDevice: Bool
    var source: String
}

/// What was offered to one person.
struct PackOpportunityRow: Sendable {
    var person: String
    var meeting: String
    var item: String
    var segment: String?
    var kind: String
    var open: Int
    var present: Int
    var isObservable: Bool
    var isOffered: Bool
    var isTaken: Bool
}

/// One act.
struct PackEventRow: Sendable {
    var meeting: String
    var sequence: Int64
    var at: Instant
    var person: String?
    var scope: String
    var mode: String
    var segment: String?
    var place: String
    var kind: String
    var icap: String?
    var item: String?
    var words: Int?
    var milliseconds: Int?
    var re: Int64?
    var rePerson: String?
    var source: String
}

/// An exchange candidate.
struct PackExchangeRow: Sendable {
    var id: String
    var meeting: String
    var u: String
    var v: String
    var segment: String?
    var place: String
    var acts: Int
    var includesLead: Bool
    var basis: String
}

/// One group of a round.
struct PackGroupRow: Sendable {
    var meeting: String
    var group: String
    var set: String
    var minutes: Double
    var schools: Int?
}

/// A stretch in which one person had a seat in a group.
struct PackMemberRow: Sendable {
    var meeting: String
    var group: String
    var person: String
    var n: Int
    var from: Instant
    var to: Instant
}

/// What two people had to do with each other in a term.
struct PackTieRow: Sendable {
    var u: String
    var v: String
    var term: String
    var coMinutes: Double
    var exchanges: Int
    var isCrossSchool: Bool?
}

/// One answer to an instrument.
struct PackSurveyRow: Sendable {
    var person: String
    var meeting: String
    var instrument: String
    var item: Int
    var wave: Int
    var waves: Int
    var value: Int
    var day: String
}

/// How many there were, and of how many something is missing.
struct PackMissingRow: Sendable {
    var meeting: String
    var what: String
    /// Nil where it would tell of few.
    var n: Int?
    var reason: String
}

/// Words that somebody lets be quoted.
struct PackContentRow: Sendable {
    var meeting: String
    var sequence: Int64
    var person: String
    var kind: String
    var text: String
    var words: Int
}

/// One figure.
struct PackMetricRow: Sendable {
    var metric: String
    var scope: String
    var scopeID: String
    var subset: String
    var value: Double?
    var numerator: Double?
    var denominator: Double?
    var n: Int?
    var low: Double?
    var high: Double?
    var chance: Double?
    var isSuppressed: Bool
    var note: String?
}
