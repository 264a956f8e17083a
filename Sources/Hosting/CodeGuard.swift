// Knows how codes are judged: guessing is slowed, a right code behind a guessing address waits its turn, and whoever has
// not guessed is never shut out.

import Meetings

/// Budgets of wrong codes, by address and for the whole server, never by room; and the queue of those who are beyond.
public struct CodeGuard: Sendable {
    /// Wrong codes one address may send in a minute that are judged at once.
    public static let perAddress = 10.0
    /// Wrong codes of all addresses together in a minute, `togetherBurst` of them at once. Beyond that the addresses
    /// that have guessed wrong in the last hour share one queue.
    public static let together = 50.0
    public static let togetherBurst = 10.0
    /// How long a wrong code is remembered.
    public static let memoryMilliseconds: Int64 = 3_600_000
    /// Beyond its budget one code of an address is judged in so long.
    public static let judgedEveryMilliseconds: Int64 = 1_000
    /// A code waits at most so long.
    public static let patienceMilliseconds: Int64 = 10_000
    /// So many codes of one address are looked at at the same time.
    public static let atOnce = 32
    /// How soon one that found so many being looked at asks again.
    static let soonMilliseconds = 20
    /// Addresses, and connections, remembered at most; beyond them the oldest are forgotten.
    public static let remembered = 20_000

    /// One code that waits to be judged.
    public struct Ticket: Hashable, Sendable {
        fileprivate let number: UInt64
    }

    /// What becomes of a code that was sent.
    public enum Turn: Equatable, Sendable {
        /// It is looked at; what it was is told by `wrong` or `right`.
        case now
        /// Ask again after so many milliseconds.
        case later(Ticket, milliseconds: Int)
        /// Too many wait already; try again after so many milliseconds.
        case refused(milliseconds: Int)
    }

    private struct Record {
        var bucket: TokenBucket
        var last: Instant
        /// When the next code beyond the budget may be judged.
        var next: Instant
    }
    private struct Waiting {
        let ticket: Ticket
        let address: String
        let connection: UInt64
        let since: Instant
    }
    private var records: [String: Record] = [:]
    /// Codes that are being looked at, by address.
    private var judging: [String: Int] = [:]
    private var guesses: [UInt64: (count: Int, last: Instant)] = [:]
    private var all: TokenBucket
    private var queue: [Waiting] = []
    private var lastTicket: UInt64 = 0

    /// No wrong code yet.
    public init(at now: Instant) {
        all = TokenBucket(perSecond: Self.together / 60, burst: Self.togetherBurst, at: now)
    }

    /// A code came from an address, on a connection.
    public mutating func ask(_ address: String, _ connection: UInt64, at now: Instant) -> Turn {
        let address = Self.network(address)
        guard let wait = wait(address, at: now) else {
            judging[address, default: 0] += 1
            return .now
        }
        let place = Waiting(
            ticket: Ticket(number: lastTicket + 1), address: address, connection: connection, since: now)
        // One code a connection waits, and no more than can be judged in time: those of whoever guessed most give way.
        guard !queue.contains(where: { $0.connection == connection }) else { return .refused(milliseconds: wait) }
        let rivals = queue.filter { shares($0.address, address, at: now) }
        if rivals.count >= Int(Self.patienceMilliseconds / Self.judgedEveryMilliseconds) {
            guard let worst = rivals.max(by: { isBefore($0, $1) }), isBefore(place, worst) else {
                return .refused(milliseconds: wait)
            }
            queue.removeAll { $0.ticket == worst.ticket }
        }
        lastTicket += 1
        queue.append(place)
        return turn(of: place, at: now)
    }

    /// The same code once more, after the time that was told.
    public mutating func ask(_ ticket: Ticket, at now: Instant) -> Turn {
        guard let place = queue.first(where: { $0.ticket == ticket }) else {
            return .refused(milliseconds: Int(Self.judgedEveryMilliseconds))
        }
        return turn(of: place, at: now)
    }

    private mutating func turn(of place: Waiting, at now: Instant) -> Turn {
        let ahead = queue.count { shares($0.address, place.address, at: now) && isBefore($0, place) }
        let wait = wait(place.address, at: now)
        if ahead == 0, wait == nil || hasSlot(place.address, at: now) {
            queue.removeAll { $0.ticket == place.ticket }
            records[place.address]?.next = now + Self.judgedEveryMilliseconds
            judging[place.address, default: 0] += 1
            return .now
        }
        guard now - place.since < Self.patienceMilliseconds else {
            queue.removeAll { $0.ticket == place.ticket }
            return .refused(milliseconds: wait ?? Int(Self.judgedEveryMilliseconds))
        }
        let slot = max(1, (records[place.address]?.next ?? now) - now, allWait(at: now))
        let milliseconds = slot + Int64(ahead) * Self.judgedEveryMilliseconds
        let left = place.since + Self.patienceMilliseconds - now
        return .later(place.ticket, milliseconds: Int(min(milliseconds, max(1, left))))
    }

    /// For how long codes of this address are not judged at once; nil if they are.
    private func wait(_ address: String, at now: Instant) -> Int? {
        let judged = judging[address] ?? 0
        guard judged < Self.atOnce else { return Self.soonMilliseconds }
        guard let record = records[address] else { return nil }
        var own = record.bucket
        // As if all that are being looked at were wrong.
        for _ in 0...judged { if let wait = own.take(at: now) { return wait } }
        guard isGuessing(record, at: now) else { return nil }
        let shared = allWait(at: now)
        return shared > 0 ? Int(shared) : nil
    }

    private func hasSlot(_ address: String, at now: Instant) -> Bool {
        guard judging[address] ?? 0 < Self.atOnce else { return false }
        guard let record = records[address] else { return true }
        return now >= record.next && (!isGuessing(record, at: now) || allWait(at: now) == 0)
    }

    private func allWait(at now: Instant) -> Int64 {
        var all = all
        return Int64(all.take(at: now) ?? 0)
    }

    private func isGuessing(_ record: Record, at now: Instant) -> Bool { now - record.last < Self.memoryMilliseconds }

    /// Whether the codes of two addresses wait for each other.
    private func shares(_ one: String, _ other: String, at now: Instant) -> Bool {
        one == other || allWait(at: now) > 0
    }

    /// Whoever guessed least on their connection comes first, then whoever waits longest.
    private func isBefore(_ one: Waiting, _ other: Waiting) -> Bool {
        let (left, right) = (guesses[one.connection]?.count ?? 0, guesses[other.connection]?.count ?? 0)
        return left == right ? one.ticket.number < other.ticket.number : left < right
    }

    /// A code that was looked at was a right one.
    public mutating func right(_ address: String) { judged(Self.network(address)) }

    private mutating func judged(_ address: String) {
        let left = (judging[address] ?? 1) - 1
        judging[address] = left > 0 ? left : nil
    }

    /// Remembers a wrong code.
    public mutating func wrong(_ address: String, _ connection: UInt64, at now: Instant) {
        let key = Self.network(address)
        judged(key)
        var record =
            records[key]
            ?? Record(
                bucket: TokenBucket(perSecond: Self.perAddress / 60, burst: Self.perAddress, at: now), last: now,
                next: now)
        _ = record.bucket.take(at: now)
        record.last = now
        records[key] = record
        guesses[connection] = ((guesses[connection]?.count ?? 0) + 1, now)
        _ = all.take(at: now)
        if records.count > Self.remembered { Self.forget(&records, \.last, at: now) }
        if guesses.count > Self.remembered { Self.forget(&guesses, \.last, at: now) }
    }

    private static func forget<Key: Hashable & Comparable, Value>(
        _ known: inout [Key: Value], _ last: (Value) -> Instant, at now: Instant
    ) {
        known = known.filter { now - last($0.value) < memoryMilliseconds }
        guard known.count > remembered else { return }
        let kept = known.sorted { (last($0.value), $0.key) > (last($1.value), $1.key) }.prefix(remembered / 2)
        known = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }

    /// An IPv4 address as it is, an IPv6 one by its first 64 bits.
    public static func network(_ address: String) -> String {
        guard address.contains(":") else { return address }
        let groups = address.split(separator: ":", omittingEmptySubsequences: false).prefix(4)
        return groups.joined(separator: ":")
    }
}
