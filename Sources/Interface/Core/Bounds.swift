// Knows the bounds of everything that is sent by HTTP, each under the name of what it is.

import Foundation
import Meetings

enum PersonName: TextBound {
    static let limit = Limits.nameLength
    static let hasLines = false
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

/// What stands under a title, and the notice that people see before they join.
enum Note: TextBound {
    static let limit = Limits.noteLength
    static let hasLines = true
}

/// When something is planned: any time from 1970 to the end of 9999, in milliseconds.
enum Moment: NumberBound {
    static let range = 0...253_402_300_799_999
}

enum Timebox: NumberBound {
    static let range = Limits.timeboxSeconds
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

enum Seed: NumberBound {
    static let range = Int(Limits.seeds.lowerBound)...Int(Limits.seeds.upperBound)
}

enum Kilometres: NumberBound {
    static let range = NetworkLimits.farthestKilometres
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
        guard name.utf8.count <= Limits.zoneLength, TimeZone(identifier: name) != nil else {
            throw Refusal(409, "unknownZone", field: decoder.field)
        }
    }
}
