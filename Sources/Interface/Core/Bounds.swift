// Knows the bounds of everything that is sent by HTTP, each under the name of what it is.

import Meetings
import Wire

enum PersonName: TextBound {
    static let limit = Limits.nameLength
    static let hasLines = false
    static let isName = true
}

enum SchoolName: TextBound {
    static let limit = Limits.schoolLength
    static let hasLines = false
}

/// Of a meeting, a segment, a network; and whom to ask there.
enum Title: TextBound {
    static let limit = Limits.titleLength
    static let hasLines = false
}

/// Where a meeting is.
enum PlaceName: TextBound {
    static let limit = Limits.placeLength
    static let hasLines = false
}

/// Where a call is.
enum CallLink: TextBound {
    static let limit = Limits.linkLength
    static let hasLines = false
}

/// What stands under a title, and the notice that people see before they join.
enum Note: TextBound {
    static let limit = Limits.noteLength
    static let hasLines = true
}

/// What somebody says is wrong with data, and what came of it.
enum ComplaintText: TextBound {
    static let limit = NetworkLimits.complaintLength
    static let hasLines = true
}

/// How somebody wants to be answered.
enum ContactText: TextBound {
    static let limit = NetworkLimits.contactLength
    static let hasLines = false
}

/// When something is planned, in milliseconds.
enum Moment: NumberBound {
    static let range = Int(Limits.moments.lowerBound)...Int(Limits.moments.upperBound)
}

enum Timebox: NumberBound {
    static let range = Limits.timeboxSeconds
}

/// What groups are given to do.
enum GroupTask: TextBound {
    static let limit = Limits.taskLength
    static let hasLines = true
}

/// What to do with a kit in one step.
enum StepText: TextBound {
    static let limit = Limits.stepLength
    static let hasLines = true
}

enum KitName: TextBound {
    static let limit = Limits.kitNameLength
    static let hasLines = false
}

/// A step by its position.
enum StepPlace: NumberBound {
    static let range = 0...Limits.benchSteps.upperBound - 1
}

enum BenchSteps: ListBound {
    static let most = Limits.benchSteps.upperBound
}

/// How long groups work.
enum RoundTime: NumberBound {
    static let range = Limits.roundSeconds
}

enum GroupSize: NumberBound {
    static let range = 2...Limits.peopleInGroup
}

enum GroupCount: NumberBound {
    static let range = 1...Limits.groups
}

/// A group by its position.
enum GroupPlace: NumberBound {
    static let range = 0...Limits.groups - 1
}

/// Which of several draws that are as good or nearly.
enum DrawTurn: NumberBound {
    static let range = 0...9_999
}

enum Seed: NumberBound {
    static let range = Int(Limits.seeds.lowerBound)...Int(Limits.seeds.upperBound)
}

enum Kilometres: NumberBound {
    static let range = NetworkLimits.farthestKilometres
}

/// The number of a piece of a file.
enum FilePieceNumber: NumberBound {
    static let range = 0...FilePieces.mostPieces - 1
}

enum FilePieceCount: NumberBound {
    static let range = 1...FilePieces.mostPieces
}

/// The number of a frame or message on a line.
enum FrameNumber: NumberBound {
    static let range = 0...9_007_199_254_740_991
}

enum Segments: ListBound {
    static let most = Limits.segments
}

enum Topics: ListBound {
    static let most = Limits.topics
}

/// Callers of one report about whom somebody said who they are.
enum CallersNamed: ListBound {
    static let most = Limits.importPeople
}

enum PeopleNamed: ListBound {
    static let most = Limits.people
}

enum GroupsNamed: ListBound {
    static let most = Limits.groups
}

/// Of one round: every member of a network in a pair.
enum BuddyGroups: ListBound {
    static let most = NetworkLimits.members / NetworkLimits.buddies.lowerBound
}

enum BuddiesNamed: ListBound {
    static let most = NetworkLimits.buddies.upperBound
}

/// A time zone that this server knows, by its IANA name.
struct KnownZone: Decodable, Sendable {
    let name: String

    init(from decoder: any Decoder) throws {
        name = try decoder.singleValueContainer().decode(String.self)
        guard Zones.isKnown(name) else { throw Refusal(.unknownZone, field: decoder.field) }
    }
}
