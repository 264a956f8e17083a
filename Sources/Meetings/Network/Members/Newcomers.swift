// Knows who is new before a meeting, and who of those who know the network could welcome them. Nobody is weighed: whoever
// is named is named with a reason, and nobody more often than they can look after.

/// What a network knows of somebody before a meeting.
public struct Acquainted: Equatable, Sendable {
    /// Nil for a name that was written down and under which nobody has come in yet.
    public var person: PersonID?
    /// Meetings that are over and to which they came.
    public var meetings: Set<String>
    /// Whether they said that they come, or somebody prepared a place for them.
    public var isExpected: Bool
    /// Whether they look for a buddy.
    public var seeksBuddy: Bool
    /// Whether they run the meeting, or the network.
    public var isLeading: Bool

    public init(
        _ person: PersonID?, meetings: Set<String> = [], isExpected: Bool = false, seeksBuddy: Bool = false,
        isLeading: Bool = false
    ) {
        (self.person, self.meetings, self.isExpected) = (person, meetings, isExpected)
        (self.seeksBuddy, self.isLeading) = (seeksBuddy, isLeading)
    }
}

/// Why somebody could welcome somebody else.
public enum WelcomeReason: String, Codable, Sendable, CaseIterable {
    /// They offer what the other looks for.
    case gives
    /// They sat in a group together.
    case metOnce
    case sameSubject, samePhase, sameSchool
    /// Both in the room, both on the call: it alone is no reason.
    case sameRoom, sameCall
}

/// Somebody who could welcome somebody else.
public struct Welcomer: Equatable, Sendable {
    public var person: PersonID
    public var reasons: [WelcomeReason]

    public init(_ person: PersonID, _ reasons: [WelcomeReason]) { (self.person, self.reasons) = (person, reasons) }

    /// Whether there is a reason beside where both take part.
    var hasReason: Bool { reasons.contains { $0 != .sameRoom && $0 != .sameCall } }
}

/// How somebody is new.
public enum Newness: String, Codable, Sendable, CaseIterable {
    /// It will be their first meeting.
    case first
    /// They came once.
    case second
}

/// Who is new and who welcomes, by the meetings of a network.
public struct Newcomers: Sendable {
    /// Who came to so many meetings knows how they go.
    public static let meetingsOfHosts = 2
    /// So many are named for one newcomer, and nobody for more newcomers than that.
    public static let welcomers = 2
    public static let newcomersEach = 2
    /// So many newcomers are told of; the others are counted.
    public static let most = 8

    /// The last meeting that is over.
    let last: String?
    let everybody: [Acquainted]

    public init(_ everybody: [Acquainted], last: String?) { (self.everybody, self.last) = (everybody, last) }

    /// Who could welcome others, by their places: they know how a meeting goes, and came last time or are expected.
    public var hosts: [Int] { everybody.indices.filter { isHost(everybody[$0]) } }

    private func isHost(_ one: Acquainted) -> Bool {
        guard one.person != nil, !one.isLeading, one.meetings.count >= Self.meetingsOfHosts else { return false }
        return one.isExpected || last.map(one.meetings.contains) ?? false
    }

    /// How somebody is new; nil for whoever is not, and for whoever nothing says of that they come.
    public func newness(of one: Acquainted) -> Newness? {
        guard !one.isLeading else { return nil }
        let isComing = one.isExpected || one.meetings.count == 1 && last.map(one.meetings.contains) ?? false
        if one.meetings.isEmpty { return isComing || one.seeksBuddy ? .first : nil }
        // After its first meeting everybody of a network came once.
        return one.meetings.count == 1 && isComing && everybody.contains(where: isHost) ? .second : nil
    }

    /// Those who are new, by their places: whose first meeting it will be before those who came once, in the order given.
    public var newcomers: [(place: Int, newness: Newness)] {
        let found = everybody.enumerated().compactMap { place, one in
            newness(of: one).map { (place: place, newness: $0) }
        }
        return found.filter { $0.newness == .first } + found.filter { $0.newness == .second }
    }

    /// Whom to name for each newcomer, of those who could welcome them, the best first. Who offers what is looked for
    /// comes before all others, and nobody is named for more newcomers than `newcomersEach`.
    public static func named(_ candidates: [[Welcomer]]) -> [[Welcomer]] {
        var times: [PersonID: Int] = [:]
        return candidates.map { all in
            let able = all.filter { $0.hasReason && times[$0.person, default: 0] < newcomersEach }
            let giving = able.filter { $0.reasons.contains(.gives) }
            let chosen = Array((giving + able.filter { !$0.reasons.contains(.gives) }).prefix(welcomers))
            for one in chosen { times[one.person, default: 0] += 1 }
            return chosen
        }
    }
}
