// Knows what hosts ask of a store, and what it has to keep to. SQLite on one machine keeps it, a store in memory keeps
// it for tests; PostgreSQL behind several servers would be one more conformance.

import Meetings

/// The log of all streams: rooms and networks, each by its identifier.
///
/// What every conformance keeps:
/// - **Expected sequence.** An entry's place is `(stream, sequence)`, unique, from 1 without gaps. A submission says
///   after which sequence it comes and is refused when the stream ends elsewhere: of two servers that both hold a room
///   in memory only one can write it.
/// - **One transaction a batch.** All that `append` is given is stored together. An element that clashes (sequence,
///   command, catalogue, limit) fails alone, with everything of it, and the elements behind it see the log without it.
///   When the transaction itself fails, every element fails and nothing is stored.
/// - **Durable when it returns.** A success survives the loss of the machine's power (or of the primary, where there
///   are several): it is published at once.
/// - **Epoch.** It stands for one life of the log. It changes when what was said to be stored may be gone, as after a
///   restore, so that a client which read further can tell.
/// - **Repeated commands.** A stamp is unique by stream, actor and id. The same again is `alreadyStored` if its hash
///   is the same and `conflict` if not, whatever sequence is expected; what was refused leaves its stamp free.
/// - **Marks.** An entry has one mark for ever, the same whenever it is asked for; another one at its place, or another
///   past before it, gives another.
/// - **Erasures come first.** What a submission erases is never what it brings.
public protocol LogStore: AnswerStore {
    /// The present life of the log.
    var epoch: String { get async }

    /// Stores a batch; where its stream ends for each element, or why it was not stored, in the same order.
    /// At most `LogLimits.submissionsPerBatch`.
    func commit(_ batch: [Submission]) async -> [Result<Appended, AppendError>]

    /// The marks of the entries of a stream after a sequence, in order.
    func marks(_ stream: String, after sequence: Int64) async throws -> [EntryMark]

    /// The entries of a stream after a sequence, in order, with what is left of their erasable parts: at most `limit`,
    /// and none only where the stream ends.
    func entries(_ stream: String, after sequence: Int64, limit: Int) async throws -> [LogEntry]

    /// The last moment at which the server that stored the end of a stream is known to have lived, not before that end
    /// itself; nil if that server is this one, or nothing is stored. It is off by what lies between two signs
    /// (`LogLimits.lifeMilliseconds`) and never too late.
    func lastSign(of stream: String) async throws -> Instant?

    /// The commands that the stream remembers, by sequence.
    func commands(_ stream: String) async throws -> [StoredCommand]

    /// The last facts of each kind by which somebody said what they offer, need and teach at meetings of a network,
    /// newest first. What others tapped in for them is not found; rehearsals count nowhere.
    func lastTopics(of person: String, network: String) async throws -> [LogEntry]

    /// Who sat together and who spoke for how long in the last meetings of a network that have ended, one list a
    /// meeting, the last meeting first. Rehearsals and samples count nowhere, nor does `meeting` itself.
    func acquaintance(network: String, before meeting: String) async throws -> [[LogEntry]]

    /// How a person came to the meetings of a network and had to go, in order; how everybody did, where nobody is
    /// named. Of those who only count nothing is found.
    func comings(of person: String?, network: String) async throws -> [Coming]
}

extension LogStore {
    /// Stores a batch; the last sequence of its stream for each element, or why it was not stored.
    public func append(_ batch: [Submission]) async -> [Result<Int64, AppendError>] {
        await commit(batch).map { $0.map(\.sequence) }
    }

    /// A whole stream.
    public func entries(_ stream: String) async throws -> [LogEntry] {
        var entries: [LogEntry] = []
        while true {
            let page = try await self.entries(
                stream, after: entries.last?.sequence ?? 0, limit: LogLimits.entriesPerRead)
            if page.isEmpty { return entries }
            entries += page
        }
    }
}

/// The bounds that hosts and stores have agreed on.
public enum LogLimits {
    /// Most elements in one batch.
    public static let submissionsPerBatch = 4_096
    /// Most entries in one submission.
    public static let entriesPerSubmission = 1_000
    /// How often a server gives a sign of life.
    public static let lifeMilliseconds = 5_000
    /// Most entries that one read returns.
    public static let entriesPerRead = 100_000
}
