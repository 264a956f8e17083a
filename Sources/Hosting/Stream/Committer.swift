// Knows that one transaction takes all that is waiting: the group commit of a store. What comes in while a commit is
// under way goes with the next one; a lone event does not wait.

import Log
import Meetings

/// The one commit task of a store, for all rooms on it.
public actor Committer {
    private let executor: any SerialExecutor
    /// The loop: hosts are on it too, so that their results reach them without a hop.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Of one host, so many results are told before others on the loop have their turn.
    static let toldAtOnce = 64

    private let log: any LogStore
    private var waiting: [(host: RoomHost, item: PendingCommit)] = []
    private var isCommitting = false
    private var idle: [CheckedContinuation<Void, Never>] = []

    /// A committer for `log`, on the executor of the loop.
    public init(log: any LogStore, executor: any SerialExecutor) {
        self.log = log
        self.executor = executor
    }

    /// Puts the outcome of a command on its way to the disk.
    func enqueue(_ item: PendingCommit, of host: RoomHost) {
        waiting.append((host, item))
        guard !isCommitting else { return }
        isCommitting = true
        Task(priority: .medium) { await commitAll() }
    }

    /// Returns when all that was handed in is stored and answered.
    public func drain() async {
        guard isCommitting else { return }
        await withCheckedContinuation { idle.append($0) }
    }

    private func commitAll() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(LogLimits.submissionsPerBatch))
            waiting.removeFirst(batch.count)
            let asked = ContinuousClock.now
            let outcomes = await log.commit(batch.map(\.item.submission))
            let stored = outcomes.count { if case .success = $0 { true } else { false } }
            HostingMeters.shared.committed(stored, in: .now - asked)
            await deliver(batch, outcomes)
        }
        isCommitting = false
        for continuation in idle { continuation.resume() }
        idle = []
    }

    /// Tells every host what became of its part: first those with little, so that nobody waits for a crowd elsewhere.
    private func deliver(
        _ batch: [(host: RoomHost, item: PendingCommit)], _ outcomes: [Result<Appended, AppendError>]
    ) async {
        var order: [RoomHost] = []
        var results: [ObjectIdentifier: [(PendingCommit, Result<Appended, AppendError>)]] = [:]
        for ((host, item), outcome) in zip(batch, outcomes) {
            if results[ObjectIdentifier(host)] == nil { order.append(host) }
            results[ObjectIdentifier(host), default: []].append((item, outcome))
        }
        func count(_ host: RoomHost) -> Int { results[ObjectIdentifier(host)]?.count ?? 0 }
        for host in order.sorted(by: { count($0) < count($1) }) {
            var own = (results[ObjectIdentifier(host)] ?? [])[...]
            while !own.isEmpty {
                let some = Array(own.prefix(Self.toldAtOnce))
                own = own.dropFirst(some.count)
                tell(host, some)
                if !own.isEmpty { await giveWay(self) }
            }
        }
    }

    private func tell(_ host: RoomHost, _ results: [(PendingCommit, Result<Appended, AppendError>)]) {
        host.assumeIsolated { $0.finished(results) }
    }
}
