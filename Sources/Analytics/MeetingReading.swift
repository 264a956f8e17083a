// Knows how a log is read for figures: once, entry by entry, into all that is asked of it.

import Meetings

/// What one pass over the log of a meeting gives.
public struct MeetingReading: Sendable {
    private var counts = Participation()
    private var fold: RecordFold
    /// Nothing happens in it but prompts.
    private var asked = Room()

    /// Nothing yet.
    public init(_ thresholds: Thresholds = .standard) { fold = RecordFold(thresholds) }

    /// A whole log, in whatever order its entries come; a repeated one counts once.
    ///
    /// - Parameter actors: who caused an entry, by its number, where the log says so.
    public init(
        _ entries: some Sequence<Entry>, actors: [Int64: PersonID] = [:], _ thresholds: Thresholds = .standard
    ) {
        self.init(thresholds)
        for entry in entries.sorted(by: { $0.sequence < $1.sequence }) { take(entry, by: actors[entry.sequence]) }
    }

    /// The next entry, and who caused it, where the log says so; one that is not after the last is left out.
    public mutating func take(_ entry: Entry, by actor: PersonID?) {
        guard entry.sequence > fold.record.lastSequence else { return }
        counts.take(entry, by: actor)
        fold.take(entry, by: actor)
        if case .prompts = entry.event { asked.apply(entry) }
    }

    /// What each person did, without what was not them.
    public var participation: Participation { counts.corrected }

    /// What was asked, with its answers as they stand.
    var prompts: [Prompt] { asked.prompts }

    /// The participation record of what came so far.
    public var record: ParticipationRecord { fold.soFar }
}
