// Knows how the engine is asked for seats of late-comers.

import Matching
import Meetings

extension LateComers {
    /// By the engine, with what earlier meetings say.
    init(_ late: [PersonID], in room: Room, _ known: Acquaintance) {
        self.init(late, in: room) { room.seats($0, known) }
    }
}

extension Room {
    /// Where the engine puts late-comers; nil where rules clash, as a lead made them by hand.
    fileprivate func seats(_ question: SeatQuestion, _ known: Acquaintance) -> [[PersonID]]? {
        let current = question.running.map { $0.map(\.rawValue) }
        let here = attendees(question.running.flatMap { $0 } + question.late, known)
        let inRoom = here.count(where: \.isInRoom)
        let isMixed = inRoom > 0 && inRoom < here.count && here.contains { $0.isInRoom && $0.hasBridge }
        let rules = Rules(
            wish: .count(max(1, current.count)), modes: isMixed ? .mixed : .any, together: togetherRules(),
            apart: pairRulesNow.apart.map { $0.map(\.rawValue) }, history: history(known, sparing: round?.id))
        let bounds = GroupSizes(
            count: current.count, least: question.sizes.lowerBound, most: question.sizes.upperBound)
        guard let roster = try? Roster(here),
            let running = try? Running(
                roster, rules, current: current, bounds: bounds, frozen: Set(current.indices)),
            let split = try? running.settle(replacesCore: false)
        else { return nil }
        return split.groups.map { $0.map(PersonID.init) }
    }
}
