// Knows how wrong codes are budgeted: guessing is slowed, and whoever has not guessed is never shut out.

import Meetings

/// Budgets of wrong codes, by address and for the whole server, never by room.
public struct CodeGuard: Sendable {
    /// Wrong codes one address may send in a minute.
    public static let perAddress = 10.0
    /// Wrong codes that all addresses together may send in a minute before every address that has guessed wrong in
    /// the last hour has to pause.
    public static let together = 60.0
    /// How long a wrong code is remembered.
    public static let memoryMilliseconds: Int64 = 3_600_000
    /// Addresses remembered at most; beyond them the oldest are forgotten.
    public static let addresses = 20_000

    private struct Record {
        var bucket: TokenBucket
        var last: Instant
    }
    private var records: [String: Record] = [:]
    private var all: TokenBucket
    private var allPausedUntil: Instant = 0

    /// No wrong code yet.
    public init(at now: Instant) {
        all = TokenBucket(perSecond: Self.together / 60, burst: Self.together, at: now)
    }

    /// For how many milliseconds codes of this address are not looked at; nil if they are.
    public func pause(_ address: String, at now: Instant) -> Int? {
        guard let record = records[Self.network(address)] else { return nil }
        var own = record.bucket
        if let wait = own.take(at: now) { return wait }
        guard now < allPausedUntil, now - record.last < Self.memoryMilliseconds else { return nil }
        return Int(allPausedUntil - now)
    }

    /// Remembers a wrong code.
    public mutating func wrong(_ address: String, at now: Instant) {
        let key = Self.network(address)
        var record =
            records[key]
            ?? Record(
                bucket: TokenBucket(perSecond: Self.perAddress / 60, burst: Self.perAddress, at: now), last: now)
        _ = record.bucket.take(at: now)
        record.last = now
        records[key] = record
        if let wait = all.take(at: now) { allPausedUntil = now + Int64(wait) }
        if records.count > Self.addresses { forget(at: now) }
    }

    private mutating func forget(at now: Instant) {
        records = records.filter { now - $0.value.last < Self.memoryMilliseconds }
        guard records.count > Self.addresses else { return }
        let kept = records.sorted { ($0.value.last, $0.key) > ($1.value.last, $1.key) }.prefix(Self.addresses / 2)
        records = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }

    /// An IPv4 address as it is, an IPv6 one by its first 64 bits.
    static func network(_ address: String) -> String {
        guard address.contains(":") else { return address }
        let groups = address.split(separator: ":", omittingEmptySubsequences: false).prefix(4)
        return groups.joined(separator: ":")
    }
}
