// Knows whether everybody got everything that was for them, and how long it took.

import Meetings

/// What reached one person.
struct Inbox {
    /// The first sequence that has to come as a fact: what was before it came with the room.
    private(set) var from: Int64 = 0
    private(set) var through: Int64 = 0
    private(set) var sequences: Set<Int64> = []
    /// How many came a second time or behind a later one.
    private(set) var disorders = 0

    /// A whole room came: what was before needs no facts.
    mutating func begin(at sequence: Int64) {
        // What came before the first whole room counts no more than what came before us.
        (from, through) = (sequence + 1, sequence)
        sequences = []
    }

    mutating func take(_ sequence: Int64) {
        if sequence <= through || !sequences.insert(sequence).inserted { disorders += 1 }
        through = max(through, sequence)
    }

    mutating func reach(_ sequence: Int64) { through = max(through, sequence) }
}

/// The sum over all.
public struct Delivery: Codable, Equatable, Sendable {
    /// Facts that reached people while they were connected, one for each person and fact.
    public internal(set) var delivered = 0
    /// Facts that others in the same place got and somebody did not.
    public internal(set) var lost = 0
    /// Facts that came twice or out of order.
    public internal(set) var disordered = 0
    /// Facts that took longer than `Delivery.lateMilliseconds`, from the server's decision to a person's screen.
    public internal(set) var late = 0
    public internal(set) var medianMilliseconds = 0
    public internal(set) var p99Milliseconds = 0
    public internal(set) var slowestMilliseconds = 0

    /// Later than this is late.
    public static let lateMilliseconds: Int64 = 1_000
}

/// Collects while the rehearsal runs.
struct DeliveryCount {
    /// Facts by how long they took; the last holds all that took longer.
    private var byMilliseconds = [Int](repeating: 0, count: 10_001)
    private var union: Set<Int64> = []
    /// How far our clock is ahead of the server's, at most: the smallest difference that a welcome showed.
    private var ahead: Int64?

    mutating func clock(server: Instant, here: Int64) { ahead = min(ahead ?? .max, here - server) }

    /// A fact that came while somebody was connected.
    mutating func live(_ sequence: Int64, at: Instant, here: Int64) {
        union.insert(sequence)
        let took = Int(max(0, here - (ahead ?? 0) - at))
        byMilliseconds[min(took, byMilliseconds.count - 1)] += 1
    }

    /// What it came to. Everybody is to have all facts between their first and the last that anybody had.
    func result(_ inboxes: [Inbox], isComplete: [Bool]) -> Delivery {
        var result = Delivery()
        let last = union.max() ?? 0
        let all = union.sorted()
        for (inbox, stayed) in zip(inboxes, isComplete) {
            result.disordered += inbox.disorders
            // Whoever left early is owed only what was before they left.
            let end = stayed ? last : inbox.through
            result.lost += all.count { $0 >= inbox.from && $0 <= end && !inbox.sequences.contains($0) }
        }
        result.delivered = byMilliseconds.reduce(0, +)
        result.late = byMilliseconds.dropFirst(Int(Delivery.lateMilliseconds) + 1).reduce(0, +)
        result.medianMilliseconds = place(0.5, of: result.delivered)
        result.p99Milliseconds = place(0.99, of: result.delivered)
        result.slowestMilliseconds = byMilliseconds.lastIndex { $0 > 0 } ?? 0
        return result
    }

    private func place(_ share: Double, of count: Int) -> Int {
        var seen = 0
        for (milliseconds, number) in byMilliseconds.enumerated() {
            seen += number
            if Double(seen) >= share * Double(count), seen > 0 { return milliseconds }
        }
        return 0
    }
}
