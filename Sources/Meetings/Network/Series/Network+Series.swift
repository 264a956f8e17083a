// Knows the series of a network: meetings that belong together, each in at most one. Whether a meeting is the network's
// own is for whoever asks to know: the list of meetings is not in this log.

/// Meetings that belong together.
public struct Series: Codable, Equatable, Sendable {
    public var id: SeriesID
    /// Nil once it was erased.
    public var name: String?
    /// In the order in which they were put into it.
    public var meetings: [String] = []
}

/// One series of a network.
public struct SeriesID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension Network {
    /// The series that a meeting is in.
    public func series(of meeting: String) -> Series? { series.first { $0.meetings.contains(meeting) } }

    /// The series of that name, however it is written.
    public func series(named name: String) -> Series? {
        series.first { one in one.name.map { Text.isSameName($0, name) } ?? false }
    }

    func decide(_ command: SeriesCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        switch command {
        case .makeSeries(let wish):
            guard series.count < NetworkLimits.series else { throw .tooMany(limit: NetworkLimits.series) }
            let id = SeriesID(rawValue: fresh("s"))
            let named = SeriesNamed(series: id, name: try freeName(wish.name, for: id)).event
            guard let meeting = wish.meeting else { return [named] }
            return [named, MeetingPlaced(meeting: try checked(meeting), series: id).event]
        case .renameSeries(let wish):
            let known = try known(wish.series)
            let name = try freeName(wish.name, for: known.id)
            guard name != known.name else { throw .alreadySo }
            return [SeriesNamed(series: known.id, name: name).event]
        case .dropSeries(let wish): return [SeriesDropped(series: try known(wish.series).id).event]
        case .placeMeeting(let wish):
            let (known, meeting) = (try known(wish.series), try checked(wish.meeting))
            guard !known.meetings.contains(meeting) else { throw .alreadySo }
            guard known.meetings.count < NetworkLimits.meetingsInSeries else {
                throw .tooMany(limit: NetworkLimits.meetingsInSeries)
            }
            return [MeetingPlaced(meeting: meeting, series: known.id).event]
        case .takeOutMeeting(let wish):
            guard series(of: wish.meeting) != nil else { throw .alreadySo }
            return [MeetingTakenOut(meeting: wish.meeting).event]
        }
    }

    private func known(_ id: SeriesID) throws(Rejection) -> Series {
        guard let found = series.first(where: { $0.id == id }) else { throw .notFound }
        return found
    }

    private func checked(_ meeting: String) throws(Rejection) -> String {
        guard !meeting.isEmpty, meeting.unicodeScalars.count <= NetworkLimits.meetingLength else { throw .notFound }
        return meeting
    }

    /// Two series of one name could not be told apart in a list.
    private func freeName(_ name: String, for id: SeriesID) throws(Rejection) -> String {
        let name = try Text.line(name, limit: NetworkLimits.seriesNameLength)
        if let other = series(named: name), other.id != id { throw .alreadySo }
        return name
    }

    mutating func apply(_ facet: SeriesFact, at: Instant) {
        switch facet {
        case .seriesNamed(let fact):
            if let index = series.firstIndex(where: { $0.id == fact.series }) {
                series[index].name = fact.name
            } else {
                series.append(Series(id: fact.series, name: fact.name))
            }
        case .seriesDropped(let fact): series.removeAll { $0.id == fact.series }
        case .meetingPlaced(let fact):
            takeOut(fact.meeting)
            guard let index = series.firstIndex(where: { $0.id == fact.series }) else { break }
            series[index].meetings.append(fact.meeting)
        case .meetingTakenOut(let fact): takeOut(fact.meeting)
        }
    }

    private mutating func takeOut(_ meeting: String) {
        for index in series.indices { series[index].meetings.removeAll { $0 == meeting } }
    }
}
