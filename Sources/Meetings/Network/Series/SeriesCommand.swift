// Knows the wishes that concern series, each with its row of rights.

/// A wish that concerns a series.
public enum SeriesCommand: Equatable, Sendable {
    case makeSeries(MakeSeries)
    case renameSeries(RenameSeries)
    case dropSeries(DropSeries)
    case placeMeeting(PlaceMeeting)
    case takeOutMeeting(TakeOutMeeting)

    /// The names of these wishes.
    public enum Kind: String, CaseIterable, Sendable {
        case makeSeries, renameSeries, dropSeries, placeMeeting, takeOutMeeting

        public var type: any NetworkWish.Type {
            switch self {
            case .makeSeries: MakeSeries.self
            case .renameSeries: RenameSeries.self
            case .dropSeries: DropSeries.self
            case .placeMeeting: PlaceMeeting.self
            case .takeOutMeeting: TakeOutMeeting.self
            }
        }
    }

    public var wish: any NetworkWish {
        switch self {
        case .makeSeries(let wish): wish
        case .renameSeries(let wish): wish
        case .dropSeries(let wish): wish
        case .placeMeeting(let wish): wish
        case .takeOutMeeting(let wish): wish
        }
    }
}

/// Makes a series, with its first meeting if one is named.
public struct MakeSeries: NetworkWish {
    public var name: String
    public var meeting: String?

    public static let granted = NetworkGranted<Self>(
        SeriesCommand.Kind.makeSeries, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .series(.makeSeries(self)) }

    public init(name: String, meeting: String? = nil) { (self.name, self.meeting) = (name, meeting) }
}

/// Gives a series another name.
public struct RenameSeries: NetworkWish {
    public var series: SeriesID
    public var name: String

    public static let granted = NetworkGranted<Self>(
        SeriesCommand.Kind.renameSeries, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .series(.renameSeries(self)) }

    public init(series: SeriesID, name: String) { (self.series, self.name) = (series, name) }
}

/// Lets a series be none; its meetings stay.
public struct DropSeries: NetworkWish {
    public var series: SeriesID

    public static let granted = NetworkGranted<Self>(
        SeriesCommand.Kind.dropSeries, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .series(.dropSeries(self)) }

    public init(series: SeriesID) { self.series = series }
}

/// Puts a meeting into a series, out of the one that it was in.
public struct PlaceMeeting: NetworkWish {
    public var meeting: String
    public var series: SeriesID

    public static let granted = NetworkGranted<Self>(
        SeriesCommand.Kind.placeMeeting, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .series(.placeMeeting(self)) }

    public init(meeting: String, series: SeriesID) { (self.meeting, self.series) = (meeting, series) }
}

/// Takes a meeting out of its series.
public struct TakeOutMeeting: NetworkWish {
    public var meeting: String

    public static let granted = NetworkGranted<Self>(
        SeriesCommand.Kind.takeOutMeeting, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .series(.takeOutMeeting(self)) }

    public init(meeting: String) { self.meeting = meeting }
}
