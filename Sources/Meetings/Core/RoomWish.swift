// Knows what a wish declares: who may put it, for whom, and whom it concerns. There is no default: what is left out
// does not build.

/// A wish that can be put to a room.
public protocol RoomWish: Codable, Equatable, Sendable {
    /// Its row of the rights table.
    static var granted: Granted<Self> { get }
    /// The wish among all others.
    var command: Command { get }
}

/// To whom wishes of a kind are granted.
public struct Granted<C: RoomWish>: Sendable {
    /// Its name on the wire.
    public let kind: String
    public let row: Rights.Row
    /// The person whom it concerns, where it names one; who is named by none is meant.
    public let about: Derived<C, PersonID>

    /// - Parameters:
    ///   - phases: when it can be granted; never, to a person, where there are none.
    ///   - own: who may for themselves.
    ///   - other: who may for others.
    ///   - scribe: whether a scribe may for others.
    ///   - forOthers: whether it can be done for somebody who has no device of their own.
    init(
        _ kind: some RawRepresentable<String>, in phases: Set<Phase>, own: Set<Role>, other: Set<Role>, scribe: Bool,
        forOthers: Bool, about: Derived<C, PersonID>
    ) {
        self.kind = kind.rawValue
        row = Rights.Row(phases: phases, own: own, other: other, scribe: scribe, forOthers: forOthers)
        self.about = about
    }
}

extension Set<Role> {
    static let nobody: Set<Role> = []
    static let leads: Set<Role> = [.lead, .coordinator]
    static let members: Set<Role> = [.participant, .lead, .coordinator]
    static let tables: Set<Role> = [.table]
    /// Whoever takes part, in person or as the table they share.
    static let voices: Set<Role> = [.table, .participant, .lead, .coordinator]
    /// Whoever answers questions.
    static let hosts: Set<Role> = [.guest, .lead, .coordinator]
    static let everybody: Set<Role> = [.guest, .table, .participant, .lead, .coordinator]
}
