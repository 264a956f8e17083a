// When to look at which connection next. One entry per connection and look; entries that no longer fit are stale
// and dropped when their turn comes, so that moving a deadline costs nothing.

struct DeadlineWheel {
    static let slotCount = 256

    private var slots = [[ConnectionNumber]](repeating: [], count: slotCount)
    private(set) var tick: UInt64 = 1
    let tickMilliseconds: UInt64

    init(tickMilliseconds: Int) { self.tickMilliseconds = UInt64(max(1, tickMilliseconds)) }

    /// Puts a connection in for `deadline`, never for now; far ones come up early and are put in again.
    /// Returns the tick to remember.
    mutating func insert(_ number: ConnectionNumber, deadline: UInt64, now: UInt64) -> UInt64 {
        let wait = deadline > now ? (deadline - now + tickMilliseconds - 1) / tickMilliseconds : 0
        let due = tick + min(max(1, wait), UInt64(Self.slotCount - 1))
        slots[Int(due % UInt64(Self.slotCount))].append(number)
        return due
    }

    /// Goes on by one tick and takes out what is due.
    mutating func advance() -> [ConnectionNumber] {
        tick += 1
        let slot = Int(tick % UInt64(Self.slotCount))
        let due = slots[slot]
        slots[slot].removeAll()
        return due
    }
}
