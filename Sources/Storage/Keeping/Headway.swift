import Synchronization

/// How far a piece of work is that takes long: told by whoever does it, shown by whoever waits for it. It knows nothing
/// of how it is shown, and costs next to nothing when it is not.
public final class Headway: Sendable {
    /// What is being done.
    public enum Stage: Sendable, CaseIterable {
        /// The database is copied, in bytes.
        case copying
        /// SQLite reads all of the file; it does not say how far it is.
        case readingFile
        /// Every event is read, in events.
        case readingLog
        /// People are erased again, in people.
        case erasing
        /// A recording is played, in acts.
        case playing
        /// Meetings are counted up, in meetings.
        case reporting
    }

    /// A moment of it.
    public struct Moment: Sendable, Equatable {
        public var stage: Stage?
        /// How much of `total` is done, in the stage's own unit.
        public var done = 0
        /// How much there is to do; 0 when nobody knows.
        public var total = 0
    }

    private struct State {
        var moment = Moment()
        var measure: (@Sendable () -> Int)?
    }

    private let state = Mutex(State())

    /// Nothing has begun.
    public init() {}

    /// Begins the next stage.
    ///
    /// - Parameters:
    ///   - total: how much there is to do; 0 when nobody knows.
    ///   - measure: finds out how much is done, where it cannot be told.
    public func begin(_ stage: Stage, total: Int = 0, measure: (@Sendable () -> Int)? = nil) {
        state.withLock { $0 = State(moment: Moment(stage: stage, total: total), measure: measure) }
    }

    /// So much more is done.
    public func advance(by count: Int = 1) {
        state.withLock { $0.moment.done += count }
    }

    /// Where it is now.
    public var now: Moment {
        let state = state.withLock { $0 }
        guard let measure = state.measure else { return state.moment }
        var moment = state.moment
        moment.done = measure()
        return moment
    }
}
