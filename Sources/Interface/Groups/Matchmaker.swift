// Knows where groups are searched for: beside the loop, one search at a time, so that a polish never makes a room wait.

import Hosting
import Matching

/// Searches for groups.
struct Matchmaker: Sendable {
    private actor Bench {
        private var waiting = 0

        /// Nil if too many are waiting.
        func run(_ work: Proposing, most: Int) async -> Result<ProposedGroups, MatchingRefusal>? {
            guard waiting < most else { return nil }
            waiting += 1
            defer { waiting -= 1 }
            // Lets go once, so that whoever asks meanwhile is counted.
            await Task.yield()
            do {
                return .success(try work.run())
            } catch {
                return .failure(error)
            }
        }
    }

    /// Searches that wait at a time, of each kind.
    private static let mostWaiting = 16
    private let previews = Bench()
    private let polishes = Bench()

    /// Nil if too many are waiting. A preview never waits for a polish.
    func find(_ work: Proposing, polish: Bool) async -> Result<ProposedGroups, MatchingRefusal>? {
        await (polish ? polishes : previews).run(work, most: Self.mostWaiting)
    }
}
