// Knows what the door found out of whoever says hello.

import Meetings
import Wire

/// Who says hello.
public struct Admission: Sendable {
    public var meeting: String
    /// Nil for a wall.
    public var person: PersonID?
    /// The name and school of a coordinator who has not been in this room yet.
    public var introduction: (name: String, school: String?)?
    /// The person's own link.
    public var link: PersonalLink?

    /// An admission to one meeting.
    public init(
        meeting: String, person: PersonID?, introduction: (name: String, school: String?)? = nil,
        link: PersonalLink? = nil
    ) {
        self.meeting = meeting
        self.person = person
        self.introduction = introduction
        self.link = link
    }
}
