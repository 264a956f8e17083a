// Knows what pages are told of buddies, as JSON. No way to reach somebody is in any of it but the person's own: that is
// asked for apart, and answered only once everybody has said yes.

import Meetings

/// Somebody by name.
struct NamedPerson: Encodable, Equatable {
    var person: PersonID
    var name: String
    var school: String?
}

/// A reason with the words that belong to it now.
struct ToldReason: Encodable, Equatable {
    var code: BuddyReason.Code
    var one: PersonID
    var other: PersonID
    var kilometres: Int?
    /// What one offers and the other looks for.
    var skills: [String]?
    /// The phase or subject of `one`, and of `other` where it is another.
    var value: String?
    var otherValue: String?
}

/// What a teacher's page shows.
struct BuddyPage: Encodable {
    struct Network: Encodable {
        var id: String
        var name: String
    }
    /// A device that waits for a yes.
    struct Device: Encodable {
        var id: String
        var at: Instant
    }
    struct Note: Encodable {
        var note: NoteID
        var person: PersonID
        var text: String
        var at: Instant
    }
    struct CheckIn: Encodable {
        var occasion: CheckInOccasion
        var outcome: BuddyOutcome
    }
    struct Buddies: Encodable {
        var pair: PairID
        var state: BuddyPair.State
        var saidYes: Bool
        var others: [NamedPerson]
        var reasons: [ToldReason]
        var proposedAt: Instant
        var madeAt: Instant?
        var goal: String?
        var notes: [Note]
        var next: BuddyDate?
        var pausedUntil: Instant?
        /// The check-in that is open.
        var open: CheckInOccasion?
        var checkIns: [CheckIn]
    }
    /// What somebody said of themselves at meetings.
    struct Known: Encodable {
        var offers: [TopicID]
        var needs: [TopicID]
        var teaching: SchoolPhase?
    }
    /// Why somebody who takes part has nobody now.
    struct News: Encodable {
        enum Code: String, Encodable {
            case notThisTime, left, youLeft, newRound, nobodyWithinReach, nobodyElse, allTaken, byHand
        }
        var code: Code
        var at: Instant
    }

    var network: Network
    var now: Instant
    /// False on a device that waits for a yes: then there is nothing else.
    var confirmed: Bool
    var you: NamedPerson?
    var devices: [Device]?
    /// What people choose from at the meetings.
    var topics: [Topic]?
    var known: Known?
    var wish: BuddyWish?
    var buddies: Buddies?
    var news: News?
    /// With whom they do not want to be again, and with whom they were.
    var blocked: [NamedPerson]?
    var earlier: [NamedPerson]?
}

/// What the console shows. Nothing of what buddies write to each other.
struct BuddyOverview: Encodable {
    struct Alone: Encodable {
        var who: NamedPerson
        /// Missing for those who opted in after the last round.
        var reason: BuddyPage.News.Code?
    }
    struct Pair: Encodable {
        var pair: PairID
        /// Once it has ended, all who were in it: who ended it is not said.
        var members: [NamedPerson]
        var state: BuddyPair.State
        var end: BuddyEnd?
        /// How many said yes.
        var said: Int
        var proposedAt: Instant
        var madeAt: Instant?
        var pausedUntil: Instant?
        var outcomes: [Outcome]
    }
    struct Outcome: Encodable {
        var occasion: CheckInOccasion
        var met: Int
        var tried: Int
        var no: Int
    }

    var now: Instant
    var members: [NamedPerson]
    /// People of the network who do not take part.
    var others: [NamedPerson]
    var alone: [Alone]
    var pairs: [Pair]
    var rounds: Int
    var rule: BuddyRule?
}

/// A round before it is published.
struct BuddyPreview: Encodable {
    struct Group: Encodable {
        var members: [NamedPerson]
        var reasons: [ToldReason]
        /// For each member whom else they could be with; for the coordinator only.
        var nextBest: [NextBest]
    }
    struct NextBest: Encodable {
        var person: PersonID
        var names: [NamedPerson]
    }
    struct Unmatched: Encodable {
        var who: NamedPerson
        var reason: UnmatchedBuddy.Reason
    }
    /// Two of a group, by its place, who may not be with each other.
    struct Fault: Encodable {
        var group: Int
        var people: [NamedPerson]
        var code: BuddyMatching.Fault.Code
    }

    var groups: [Group]
    var unmatched: [Unmatched]
    var points: Int
    var faults: [Fault]?
}
