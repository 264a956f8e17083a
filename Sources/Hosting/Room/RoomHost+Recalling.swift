// Knows that people need not say twice what they offer and need: who comes in is asked for in earlier logs.

import Log
import Meetings

/// What somebody said of themselves at earlier meetings.
public struct Recollection: Sendable, Equatable {
    public var offers: [TopicID] = []
    public var needs: [TopicID] = []
    public var teaching: SchoolPhase?

    /// Nothing.
    public init() {}

    /// From the last entry of each kind.
    public init(_ last: [Entry]) {
        for entry in last {
            guard case .topics(let fact) = entry.event else { continue }
            switch fact {
            case .offersSet(let fact): offers = fact.topics
            case .needsSet(let fact): needs = fact.topics
            case .teachingSet(let fact): teaching = fact.teaching
            case .topicsSet: break
            }
        }
    }
}

extension RoomHost {
    /// Whichever way they came in. That nothing can be found out keeps nobody from the meeting.
    func recall(_ person: PersonID) {
        // The room stays in memory for as long as this takes: nobody else may write its log meanwhile.
        underWay += 1
        Task {
            let found = try? await log.recollection(of: person, network: setting.network)
            defer { answered() }
            guard let found, found != Recollection() else { return }
            submit(
                RecallTopics(person: person, offers: found.offers, needs: found.needs, teaching: found.teaching)
                    .command,
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
