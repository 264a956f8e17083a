// Knows which jobs the loop's thread has taken over and not run yet, first in first out.

struct JobQueue {
    private var jobs: [UnownedJob] = []
    private var next = 0
    private var takenAt: UInt64
    /// Everything that was handed in before this time has been run.
    private(set) var caughtUpTo: UInt64

    init(now: UInt64) { (takenAt, caughtUpTo) = (now, now) }

    var isEmpty: Bool { next == jobs.count }

    /// Takes what has come in, once all is run that was taken before.
    mutating func refill(from incoming: inout [UnownedJob], at now: UInt64) {
        guard isEmpty else { return }
        jobs.removeAll(keepingCapacity: true)
        next = 0
        swap(&jobs, &incoming)
        caughtUpTo = jobs.isEmpty ? now : takenAt
        takenAt = now
    }

    mutating func popFirst() -> UnownedJob? {
        guard !isEmpty else { return nil }
        defer { next += 1 }
        return jobs[next]
    }
}
