// Knows as what somebody sees a room.

/// As what a connection sees a room; one audience each, encoded once for all its members.
public enum ViewerKind: String, CaseIterable, Codable, Sendable {
    case lead, participant, guest, wall, waiting
}

/// All who see a room alike: what is for them is encoded once.
public struct Audience: Hashable, Sendable {
    public var kind: ViewerKind
    public var group: GroupID?

    /// The audience of a kind, and of a group of it.
    public init(kind: ViewerKind, group: GroupID? = nil) {
        self.kind = kind
        self.group = group
    }
}

/// One who sees a room: a person in a role, or a big screen.
public struct Viewer: Equatable, Sendable {
    public var kind: ViewerKind
    /// Nil for a wall only.
    public var person: PersonID?
    /// The group of a participant, while a round runs.
    public var group: GroupID?

    /// A viewer of that kind.
    public init(kind: ViewerKind, person: PersonID?, group: GroupID? = nil) {
        self.kind = kind
        self.person = person
        self.group = group
    }

    /// The audience to which the viewer belongs.
    public var audience: Audience { Audience(kind: kind, group: group) }

    /// As what `person` sees `room` now; nil if they have no place in it.
    public init?(of person: PersonID, in room: Room) {
        if room.waiting[person] != nil {
            self.init(kind: .waiting, person: person)
        } else if let role = room.people[person]?.role {
            switch role {
            case .lead, .coordinator: self.init(kind: .lead, person: person)
            case .participant, .table: self.init(kind: .participant, person: person, group: room.seat(of: person))
            case .guest: self.init(kind: .guest, person: person)
            case .evaluator: return nil
            }
        } else {
            return nil
        }
    }
}
