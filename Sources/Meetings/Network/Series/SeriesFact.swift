// Knows the facts of series, meetings that belong together, and all that each declares.

/// A fact of a series.
public enum SeriesFact: Equatable, Sendable {
    case seriesNamed(SeriesNamed)
    case seriesDropped(SeriesDropped)
    case meetingPlaced(MeetingPlaced)
    case meetingTakenOut(MeetingTakenOut)

    /// The names of these facts in the log.
    public enum Kind: String, CaseIterable, Sendable {
        case seriesNamed, seriesDropped, meetingPlaced, meetingTakenOut

        public var type: any NetworkFact.Type {
            switch self {
            case .seriesNamed: SeriesNamed.self
            case .seriesDropped: SeriesDropped.self
            case .meetingPlaced: MeetingPlaced.self
            case .meetingTakenOut: MeetingTakenOut.self
            }
        }
    }

    public var fact: any NetworkFact {
        switch self {
        case .seriesNamed(let fact): fact
        case .seriesDropped(let fact): fact
        case .meetingPlaced(let fact): fact
        case .meetingTakenOut(let fact): fact
        }
    }
}

/// There is a series of that name, or it has another name from now on.
public struct SeriesNamed: NetworkFact {
    public var series: SeriesID
    /// Missing once it was erased.
    public var name: String?

    public static let kept = Kept<Self>(
        SeriesFact.Kind.seriesNamed, .first, ages: .standing,
        fields: Fields(names: [], words: [CodingKeys.name], codes: [], people: []), whose: .actor,
        object: .of { "series-\($0.series)" }, erases: .of { .object("series-\($0.series)") })
    public var event: NetworkEvent { .series(.seriesNamed(self)) }
}

/// There is no such series any more; its meetings are in none.
public struct SeriesDropped: NetworkFact {
    public var series: SeriesID

    public static let kept = Kept<Self>(
        SeriesFact.Kind.seriesDropped, .first, ages: .standing, fields: .plain, whose: .actor,
        object: .of { "series-\($0.series)" }, erases: .of { .object("series-\($0.series)") })
    public var event: NetworkEvent { .series(.seriesDropped(self)) }
}

/// A meeting belongs to a series, and to no other any more.
public struct MeetingPlaced: NetworkFact {
    public var meeting: String
    public var series: SeriesID

    public static let kept = Kept<Self>(
        SeriesFact.Kind.meetingPlaced, .first, ages: .standing,
        fields: Fields(names: [], words: [], codes: [CodingKeys.meeting], people: []), whose: .actor, object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .series(.meetingPlaced(self)) }
}

/// A meeting belongs to no series any more.
public struct MeetingTakenOut: NetworkFact {
    public var meeting: String

    public static let kept = Kept<Self>(
        SeriesFact.Kind.meetingTakenOut, .first, ages: .standing,
        fields: Fields(names: [], words: [], codes: [CodingKeys.meeting], people: []), whose: .actor, object: .nothing,
        erases: .nothing)
    public var event: NetworkEvent { .series(.meetingTakenOut(self)) }
}
