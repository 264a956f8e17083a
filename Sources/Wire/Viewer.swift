// Knows as what somebody sees a room.

import Meetings

/// As what a connection sees a room; one audience each, encoded once for all its members.
public enum ViewerKind: String, CaseIterable, Codable, Sendable {
    case lead, participant, guest, wall, waiting
}

/// One who sees a room: a person in a role, or a big screen.
public struct Viewer: Equatable, Sendable {
    public var kind: ViewerKind
    /// Nil for a wall only.
    public var person: PersonID?

    /// A viewer of that kind.
    public init(kind: ViewerKind, person: PersonID?) {
        self.kind = kind
        self.person = person
    }

    /// As what `person` sees `room` now; nil if they have no place in it.
    public init?(of person: PersonID, in room: Room) {
        if room.waiting[person] != nil {
            self.init(kind: .waiting, person: person)
        } else if let role = room.people[person]?.role {
            switch role {
            case .lead, .coordinator: self.init(kind: .lead, person: person)
            case .participant, .table: self.init(kind: .participant, person: person)
            case .guest: self.init(kind: .guest, person: person)
            case .evaluator: return nil
            }
        } else {
            return nil
        }
    }
}
