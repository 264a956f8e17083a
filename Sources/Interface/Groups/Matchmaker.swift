// Knows where groups are searched for: beside the loop, one search at a time, so that a polish never makes a room wait.

import Hosting
import Matching
import Meetings

/// Searches for groups.
struct Matchmaker: Sendable {
    private actor Bench {
        private var waiting = 0

        /// Nil if too many are waiting.
        func run<Found: Sendable>(most: Int, _ work: @Sendable () -> Found) async -> Found? {
            guard waiting < most else { return nil }
            waiting += 1
            defer { waiting -= 1 }
            // Lets go once, so that whoever asks meanwhile is counted.
            await Task.yield()
            return work()
        }
    }

    /// Searches that wait at a time, of each kind.
    private static let mostWaiting = 16
    private let previews = Bench()
    private let polishes = Bench()

    /// Nil if too many are waiting. A preview never waits for a polish.
    func find(_ work: Proposing, polish: Bool) async -> Result<ProposedGroups, MatchingRefusal>? {
        await (polish ? polishes : previews).run(most: Self.mostWaiting) {
            do throws(MatchingRefusal) { return .success(try work.run()) } catch { return .failure(error) }
        }
    }

    /// Seats in groups that run; nil if too many are waiting.
    func offer(_ want: Reseating.Want, _ room: Room, _ known: Acquaintance) async -> Reseating? {
        await previews.run(most: Self.mostWaiting) { Reseating(want, in: room, known) }
    }
}
