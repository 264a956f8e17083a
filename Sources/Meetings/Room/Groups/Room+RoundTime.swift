// Knows how long groups work: a time of their own, which a lead changes and which ends them by itself.

extension Room {
    func adjusting(_ wish: AdjustRound, _ context: Context) throws(Rejection) -> [Event] {
        guard let round else { throw .noGroup }
        let step = Limits.timeboxStepSeconds
        guard wish.seconds != 0, (-step...step).contains(wish.seconds) else {
            throw .outOfBounds(least: -step, most: step)
        }
        let elapsed = Int(max(0, context.at - round.formedAt) / 1_000)
        let timebox = (round.timeboxSeconds ?? elapsed) + wish.seconds
        // What is over already is ended, not shortened; together they may take as long as an item.
        let bounds = elapsed...max(elapsed, Limits.timeboxSeconds.upperBound)
        guard bounds.contains(timebox) else {
            throw .outOfBounds(least: bounds.lowerBound, most: bounds.upperBound)
        }
        return [RoundTimed(round: round.id, timeboxSeconds: timebox).event]
    }

    /// Whether the time of the running groups is over, and the moment to finish a sentence too.
    public func isRoundOver(at now: Instant) -> Bool {
        guard details.phase == .open, let end = round?.endsAt else { return false }
        return now >= end + Limits.roundGraceMilliseconds
    }

    /// What is said of the seats of people who say that they go: nobody waits for them there.
    func leavingSeats(_ ids: [PersonID]) -> [Event] {
        guard let round else { return [] }
        let moves = ids.filter { round.group(of: $0) != nil }.map { Move(person: $0, to: nil, reason: .left) }
        return moves.isEmpty ? [] : [PeopleMoved(round: round.id, moves: moves).event]
    }
}
