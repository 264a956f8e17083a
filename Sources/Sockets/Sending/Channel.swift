// The members of one broadcast and what this turn has collected for them.

/// Where connections receive together. A connection is in one channel at most.
/// `@unchecked`: callers only hand it back to its server, which touches it on the loop's thread alone.
public final class Channel: @unchecked Sendable {
    /// What a broadcast touches of a member: nothing that is counted.
    struct Seat {
        let wsi: OpaquePointer
        let connection: Unmanaged<Connection>  // owned by `members` at the same index
        /// Takes the channel's batch as it is, straight to the socket.
        var isPlain: Bool
    }

    var members: ContiguousArray<Connection> = []
    var seats: ContiguousArray<Seat> = []
    var batch = Batch()

    init() {}

    func add(_ connection: Connection) {
        connection.channel = self
        connection.seat = members.count
        connection.batchStart = batch.count
        members.append(connection)
        seats.append(Seat(wsi: connection.wsi, connection: .passUnretained(connection), isPlain: false))
        refresh(connection)
    }

    /// The last member takes the place of the one that goes.
    func remove(_ connection: Connection) {
        let seat = connection.seat
        members.swapAt(seat, members.count - 1)
        seats.swapAt(seat, seats.count - 1)
        members[seat].seat = seat
        members.removeLast()
        seats.removeLast()
        connection.channel = nil
        connection.batchStart = 0
    }

    /// A member is plain when nothing of its own waits before, between or after the channel's frames.
    func refresh(_ connection: Connection) {
        seats[connection.seat].isPlain =
            connection.queue.isEmpty && connection.outbox.isEmpty && connection.batchStart == 0
            && connection.state == .open
    }
}
