// Knows how a log is kept in memory, to the contract of `LogStore`, and how its disk is stopped and broken.

import Foundation
import Log
import Meetings

/// A store that forgets everything with its last reference; an actor of its own, as the real one.
public actor MemoryStore: LogStore {
    /// A meeting as the list has it.
    public struct Meeting: Sendable, Equatable {
        public var network: String
        public var phase = Phase.planned
        public var title = ""
        public var start: CatalogueChange.Start?
        public var isRehearsal: Bool
    }

    struct Row {
        var number: Int
        var entry: LogEntry
        var parts: [ErasablePart]
        var mark: EntryMark

        var present: LogEntry {
            LogEntry(
                stream: entry.stream, sequence: entry.sequence, epoch: entry.epoch, at: entry.at, actor: entry.actor,
                kind: entry.kind, version: entry.version, body: entry.body,
                parts: parts.sorted { !$0.untilEnd && $1.untilEnd }.map(\.json))
        }
    }

    public private(set) var epoch = "e1"
    /// What was stored, in order.
    public private(set) var stored: [Submission] = []
    /// How many elements each transaction had.
    public private(set) var batches: [Int] = []
    /// How often the entries of a stream were asked for from their beginning.
    public private(set) var loads: [String: Int] = [:]
    public private(set) var meetings: [String: Meeting] = [:]
    var streams: [String: [Row]] = [:]
    var answerBoxes: [String: [String: MemoryAnswers]] = [:]
    private var commands: [String: [StoredCommand]] = [:]
    private var count = 0
    private var isHeld = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var failures: [AppendError] = []
    private var areReadsBroken = false
    private var areReadsHeld = false
    private(set) var isSealingBroken = false
    private var reading: [CheckedContinuation<Void, Never>] = []
    private var watching: [CheckedContinuation<Void, Never>] = []
    /// When the server that stored all that is there was last alive; nil while it lives.
    private var lastLife: Instant?

    /// A store with nothing in it but meetings of one network.
    public init(meetings: [String] = [], network: String = "n1") {
        for id in meetings { self.meetings[id] = Meeting(network: network, isRehearsal: false) }
    }

    // MARK: What a test does to it

    /// Commits wait from now on.
    public func hold() { isHeld = true }

    /// The server that stored all this was killed, and was last known to live then.
    public func killServer(lastAlive instant: Instant) { lastLife = instant }

    /// The next transaction fails as a whole.
    public func failNext(with error: AppendError = .full) { failures.append(error) }

    /// Nothing can be read from now on; or it can again.
    public func breakReads(_ areBroken: Bool = true) { areReadsBroken = areBroken }

    /// No answers can be closed up from now on; or they can again.
    public func breakSealing(_ isBroken: Bool = true) { isSealingBroken = isBroken }

    /// Whoever reads entries waits from now on.
    public func holdReads() { areReadsHeld = true }

    /// Returns once somebody waits to read.
    public func waitForReader() async {
        if reading.isEmpty { await withCheckedContinuation { watching.append($0) } }
    }

    /// Whoever waits to read goes on.
    public func releaseReads() {
        areReadsHeld = false
        for continuation in reading { continuation.resume() }
        reading = []
    }

    /// Commits that wait go on.
    public func release() {
        isHeld = false
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    /// One more meeting in the list.
    public func add(meeting id: String, network: String, isRehearsal: Bool = false) {
        meetings[id] = Meeting(network: network, isRehearsal: isRehearsal)
    }

    /// A meeting and all of its log go.
    public func remove(meeting id: String) {
        meetings[id] = nil
        streams[id] = nil
        commands[id] = nil
        answerBoxes[id] = nil
    }

    // MARK: The contract

    public func commit(_ batch: [Submission]) async -> [Result<Appended, AppendError>] {
        if isHeld { await withCheckedContinuation { waiting.append($0) } }
        batches.append(batch.count)
        guard batch.count <= LogLimits.submissionsPerBatch else {
            return batch.map { _ in .failure(.beyondLimit("submissionsPerBatch")) }
        }
        if !failures.isEmpty {
            let error = failures.removeFirst()
            return batch.map { _ in .failure(error) }
        }
        return batch.map { submission in
            if let error = refusal(of: submission) { return .failure(error) }
            let last = store(submission)
            let new = streams[submission.stream, default: []].suffix(submission.entries.count)
            return .success(Appended(sequence: last, marks: new.map(\.mark)))
        }
    }

    /// Anonymous answers wait and fail as commits do.
    func refusalOfAnswer() async -> AppendError? {
        if isHeld { await withCheckedContinuation { waiting.append($0) } }
        return failures.isEmpty ? nil : failures.removeFirst()
    }

    private func refusal(of submission: Submission) -> AppendError? {
        guard submission.entries.count <= LogLimits.entriesPerSubmission else {
            return .beyondLimit("entriesPerSubmission")
        }
        let known = commands[submission.stream, default: []].first {
            $0.stamp.actor == submission.command?.actor && $0.stamp.id == submission.command?.id
        }
        if let known {
            let isSame = known.stamp.bodyHash == submission.command?.bodyHash
            return isSame ? .alreadyStored(sequence: known.sequence) : .conflict(sequence: known.sequence)
        }
        let last = Int64(streams[submission.stream, default: []].count)
        guard submission.expectedSequence == last else { return .unexpectedSequence(last: last) }
        return submission.catalogue != nil && meetings[submission.stream] == nil ? .unknownMeeting : nil
    }

    private func store(_ submission: Submission) -> Int64 {
        let stream = submission.stream
        for erasure in submission.erasures { erase(erasure, in: stream) }
        for sealed in submission.entries {
            count += 1
            let entry = LogEntry(
                stream: stream, sequence: Int64(streams[stream, default: []].count + 1), epoch: epoch, at: sealed.at,
                actor: sealed.actor, kind: sealed.event.kind, version: sealed.event.version, body: sealed.event.body,
                parts: [])
            let before = streams[stream]?.last?.mark.text ?? stream
            streams[stream, default: []].append(
                Row(number: count, entry: entry, parts: sealed.event.parts, mark: Self.mark(entry, after: before)))
        }
        let last = Int64(streams[stream, default: []].count)
        if let stamp = submission.command {
            commands[stream, default: []].append(StoredCommand(stamp: stamp, sequence: last))
        }
        if let change = submission.catalogue {
            if let phase = change.phase { meetings[stream]?.phase = phase }
            if let title = change.title { meetings[stream]?.title = title }
            if let start = change.start { meetings[stream]?.start = start }
        }
        stored.append(submission)
        return last
    }

    private func erase(_ erasure: Erasure, in stream: String) {
        if case .answers(let prompt) = erasure { answerBoxes[stream]?[prompt] = nil }
        if erasure == .untilEnd { commands[stream]?.removeAll { $0.stamp.untilEnd } }
        for index in streams[stream, default: []].indices {
            streams[stream]?[index].parts.removeAll { part in
                switch erasure {
                case .object(let object): part.object == object
                case .person(let person): part.person == person
                case .untilEnd: part.untilEnd
                case .answers: false
                }
            }
        }
    }

    /// A hash that is good enough where nobody wants to deceive: FNV-1a.
    private static func mark(_ entry: LogEntry, after before: String) -> EntryMark {
        let text = "\(before) \(entry.sequence) \(entry.at) \(entry.actor ?? "-") \(entry.kind) \(entry.version) "
        return EntryMark(
            (Array(text.utf8) + entry.body).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }

    public func marks(_ stream: String, after sequence: Int64) -> [EntryMark] {
        streams[stream, default: []].dropFirst(Int(sequence)).map(\.mark)
    }

    public func entries(_ stream: String, after sequence: Int64, limit: Int) async throws -> [LogEntry] {
        if areReadsHeld {
            for continuation in watching { continuation.resume() }
            watching = []
            await withCheckedContinuation { reading.append($0) }
        }
        if areReadsBroken { throw Unreadable() }
        if sequence == 0 { loads[stream, default: 0] += 1 }
        return streams[stream, default: []].dropFirst(Int(sequence))
            .prefix(max(0, min(limit, LogLimits.entriesPerRead))).map(\.present)
    }

    public func lastSign(of stream: String) -> Instant? {
        guard let lastLife, let last = streams[stream]?.last else { return nil }
        return max(lastLife, last.entry.at)
    }

    public func commands(_ stream: String) -> [StoredCommand] { commands[stream, default: []] }
}

/// What a log that cannot be read throws.
public struct Unreadable: Error {}
