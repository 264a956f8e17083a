// Knows when a meeting was open: once, or again after its end. The time between is no part of it.

import Meetings

/// The times in which a meeting was open, in order.
public struct Sittings: Equatable, Sendable {
    private struct Sitting: Equatable, Sendable {
        var from: Instant
        var to: Instant?
    }
    private var all: [Sitting] = []

    /// When it was opened first.
    public var openedAt: Instant? { all.first?.from }
    /// When it ended last; nil while it goes on.
    public var endedAt: Instant? { all.last?.to }
    /// Whether it goes on.
    var isOpen: Bool { !all.isEmpty && endedAt == nil }

    /// All of them; the one that goes on ends at that moment.
    func stretches(until last: Instant) -> [Stretch] { all.map { Stretch(from: $0.from, to: $0.to ?? last) } }

    mutating func open(_ at: Instant) {
        guard all.isEmpty || endedAt != nil else { return }
        all.append(Sitting(from: at, to: nil))
    }

    mutating func end(_ at: Instant) {
        guard !all.isEmpty, endedAt == nil else { return }
        all[all.count - 1].to = at
    }

    /// When the sitting began in which something was, or after which it was; nil before the first.
    func start(of at: Instant) -> Instant? { all.last { $0.from <= at }?.from }

    /// How long the meeting had been open at a moment, in milliseconds; nil when it was never opened.
    func elapsed(_ at: Instant) -> Instant? {
        guard let openedAt else { return nil }
        let pauses = zip(all, all.dropFirst()).reduce(Instant(0)) { sum, pair in
            guard let end = pair.0.to, at > end else { return sum }
            return sum + min(at, pair.1.from) - end
        }
        return at - openedAt - pauses
    }
}
