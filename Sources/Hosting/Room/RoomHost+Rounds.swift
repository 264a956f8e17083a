// Knows that groups come back by themselves when their time is over: by the time of their room, also after a restart.

import Meetings

extension Reception {
    /// Ends the rounds whose time is over, goes on with anonymous answers, and tells leads who takes part. To be called
    /// again and again.
    public func lookAtRounds() {
        for host in hosts.values.sorted(by: { $0.meeting < $1.meeting }) {
            host.assumeIsolated {
                $0.lookAtRound()
                $0.lookAtAnswers()
                $0.lookAtPanel()
            }
        }
    }
}

extension RoomHost {
    func lookAtRound() {
        guard room.isRoundOver(at: time()) else { return }
        submit(EndGroups().command, by: .system)
    }
}
