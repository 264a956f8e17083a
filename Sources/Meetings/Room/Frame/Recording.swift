// Knows what is said of a meeting that was recorded elsewhere and is played into a log.

/// The frame of a recording: facts that no act in it tells.
public struct Recording: Codable, Equatable, Sendable {
    /// The recording's own name; no two in one store are the same.
    public var id: String
    /// Recordings of one series have their people in common.
    public var series: String?
    /// The day, as the recording says it.
    public var date: String?
    public var plenary: String?
    /// Remarks on its quality; nil if the recording has no place for them.
    public var flags: [String]?
    /// Whether its acts have times; without, only their order counts.
    public var hasClock: Bool

    /// A frame; it is checked where it enters a room.
    public init(id: String, series: String?, date: String?, plenary: String?, flags: [String]?, hasClock: Bool) {
        (self.id, self.series, self.date) = (id, series, date)
        (self.plenary, self.flags, self.hasClock) = (plenary, flags, hasClock)
    }

    func checked() throws(Rejection) -> Recording {
        guard flags?.count ?? 0 <= Limits.recordingFlags else { throw .tooMany(limit: Limits.recordingFlags) }
        var kept: [String]?
        if let flags {
            var lines: [String] = []
            for flag in flags { lines.append(try Text.line(flag, limit: Limits.recordingLength)) }
            kept = lines
        }
        return Recording(
            id: try Text.line(id, limit: Limits.recordingLength),
            series: try Text.optionalLine(series, limit: Limits.recordingLength),
            date: try Text.optionalLine(date, limit: Limits.recordingLength),
            plenary: try Text.optionalLine(plenary, limit: Limits.recordingLength), flags: kept, hasClock: hasClock)
    }
}

/// What somebody brought to the front, where it is known.
public enum View: String, Codable, Sendable, CaseIterable {
    /// The speaking queue.
    case queue
}
