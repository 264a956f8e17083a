// When to look at which connection next. One entry per connection and look; entries that no longer fit are stale
// and dropped when their turn comes, so that moving a deadline costs nothing. Ticks are numbered by the clock: a wheel
// that is turned late goes on, tick by tick, until it is where the clock is.

struct DeadlineWheel {
    static let slotCount = 256

    private var slots = [[ConnectionNumber]](repeating: [], count: slotCount)
    private(set) var tick: UInt64
    private let tickMilliseconds: UInt64

    init(tickMilliseconds: Int, now: UInt64) {
        self.tickMilliseconds = UInt64(max(1, tickMilliseconds))
        tick = now / self.tickMilliseconds
    }

    /// The tick at which a deadline is looked at: never the present one; far ones come up early and are put in again.
    func due(_ deadline: UInt64) -> UInt64 {
        let exact = (deadline + tickMilliseconds - 1) / tickMilliseconds
        return min(max(tick + 1, exact), tick + UInt64(Self.slotCount - 1))
    }

    /// Puts a connection in for `deadline`. Returns the tick to remember.
    mutating func insert(_ number: ConnectionNumber, deadline: UInt64) -> UInt64 {
        let due = due(deadline)
        slots[Int(due % UInt64(Self.slotCount))].append(number)
        return due
    }

    /// Goes on by one tick and takes out what is due; nil when it is where the clock is.
    mutating func advance(towards now: UInt64) -> [ConnectionNumber]? {
        guard tick < now / tickMilliseconds else { return nil }
        tick += 1
        let slot = Int(tick % UInt64(Self.slotCount))
        let due = slots[slot]
        slots[slot].removeAll()
        return due
    }
}
