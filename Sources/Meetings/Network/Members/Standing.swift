// Knows what the meetings of a network say of somebody: whether they are one of its teachers, and where they sat.

/// How somebody stands in a network, by the logs of its meetings.
public struct Standing: Sendable, Equatable {
    /// As what their last way in or out left them.
    public enum Place: Sendable {
        /// No meeting has seen them: somebody who was written down by a coordinator, or who only counts.
        case unseen
        /// They waited, were a guest or a table's device, or came to rehearsals only.
        case passing
        /// They took part in a meeting.
        case teacher
        /// They took part, and were put out since.
        case putOut
    }

    public private(set) var place = Place.unseen
    /// Whether only rehearsals have seen them: such a one is in no list of the network.
    public private(set) var isOfRehearsals = false
    /// Where they were let in and not put out; rehearsals too.
    public private(set) var seats: Set<String> = []
    /// From where they were put out for good.
    public private(set) var shutOut: Set<String> = []

    /// From what was said of one person, in order.
    public init(_ comings: some Sequence<Coming> = []) {
        for coming in comings { take(coming) }
    }

    /// Everybody's, by person.
    public static func all(_ comings: [Coming]) -> [PersonID: Standing] {
        comings.reduce(into: [:]) { $0[$1.person, default: Standing()].take($1) }
    }

    /// Whether a list of the network's teachers shows them.
    public var isListed: Bool { place == .teacher || place == .unseen }

    private mutating func take(_ coming: Coming) {
        isOfRehearsals = coming.isRehearsal && (place == .unseen || isOfRehearsals)
        if place == .unseen { place = .passing }
        switch coming.how {
        case .waited: break
        case .joined(let role):
            seats.insert(coming.meeting)
            if !coming.isRehearsal, role.isTeaching { place = .teacher }
        case .removed:
            leave(coming)
            shutOut.insert(coming.meeting)
        case .sentBack: leave(coming)
        }
    }

    private mutating func leave(_ coming: Coming) {
        seats.remove(coming.meeting)
        if !coming.isRehearsal, place == .teacher { place = .putOut }
    }
}

extension Role {
    /// Whether it is a teacher's, and not an outside speaker's, a device's or a reader's.
    fileprivate var isTeaching: Bool {
        switch self {
        case .participant, .lead, .coordinator: true
        case .guest, .table, .evaluator: false
        }
    }
}
