// Knows that people need not say twice what they offer and need: who comes in is asked for in earlier logs.

import Log
import Meetings

/// What somebody said of themselves at earlier meetings.
public struct Recollection: Sendable, Equatable {
    public var offers: [TopicID] = []
    public var needs: [TopicID] = []
    public var teaching: TeachingPhase?

    /// Nothing.
    public init() {}

    /// From the last entry of each kind.
    public init(_ last: [Entry]) {
        for entry in last {
            switch entry.event {
            case .offersSet(_, let topics, _): offers = topics
            case .needsSet(_, let topics, _): needs = topics
            case .teachingSet(_, let phase, _): teaching = phase
            default: break
            }
        }
    }
}

extension RoomHost {
    /// Whichever way they came in. That nothing can be found out keeps nobody from the meeting.
    func recall(_ entry: Entry) {
        guard case .personJoined(let person, .participant, _, _, _, _) = entry.event, person != .counted else { return }
        // The room stays in memory for as long as this takes: nobody else may write its log meanwhile.
        underWay += 1
        Task {
            let found = try? await log.recollection(of: person, network: setting.network)
            underWay -= 1
            guard let found, found != Recollection() else { return }
            submit(
                .recallTopics(person: person, offers: found.offers, needs: found.needs, teaching: found.teaching),
                by: .system)
        }
    }

    /// What earlier meetings say of who met whom, asked once for as long as the room is in memory; a store that is out
    /// of reach only makes groups less knowing.
    func acquaintance() async -> Acquaintance {
        if let known { return known }
        let found = try? await log.acquaintance(of: setting.network, before: meeting)
        known = found
        return found ?? Acquaintance()
    }
}
