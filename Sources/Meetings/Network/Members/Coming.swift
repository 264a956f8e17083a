// Knows what a log says of how somebody came to a meeting, and how they had to go.

/// One fact of somebody at the door of a meeting.
public struct Coming: Sendable, Equatable {
    /// What it was.
    public enum How: Sendable, Equatable {
        case waited
        case joined(Role)
        /// Put out for good.
        case removed
        /// Put out as far as the lobby.
        case sentBack
    }

    public let person: PersonID
    public let meeting: String
    /// Nothing of it counts.
    public let isRehearsal: Bool
    public let how: How

    /// As a log has it; nil when the row says nothing that is known. `role` is that of a joining.
    public init?(person: String, meeting: String, isRehearsal: Bool, kind: String, role: String?) {
        switch DoorFact.Kind(rawValue: kind) {
        case .personJoined:
            guard let role = role.flatMap(Role.init) else { return nil }
            how = .joined(role)
        case .personWaited: how = .waited
        case .personRemoved: how = .removed
        case .personReturnedToLobby: how = .sentBack
        // Whoever was erased is nobody anywhere. Who was joined with another entry sits there as them.
        case .personDenied, .waitEnded, .presenceBegan, .presenceEnded, .personCheckedIn, .personSeated, .personErased,
            .entryClaimed, .personMerged, nil:
            return nil
        }
        (self.person, self.meeting) = (PersonID(rawValue: person), meeting)
        self.isRehearsal = isRehearsal
    }
}
