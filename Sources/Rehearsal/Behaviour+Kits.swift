// Knows how simulated teachers build with kits: some fast, some late, some get stuck and are helped, some say nothing.

import Meetings

/// The kits of an item that is on.
struct Kit: Equatable {
    var segment: SegmentID
    /// How many steps there are.
    var steps: Int
}

extension Behaviour {
    /// What follows when kits are on the tables.
    func building(with kit: Kit, chance: inout some RandomNumberGenerator) -> [Step] {
        switch self {
        // Who only listens says nothing of a kit either: of them it stays unknown.
        case .lurker where Bool.random(using: &chance): return []
        case .talker, .lurker:
            let (open, each) = (Double.random(in: 5...30, using: &chance), Double.random(in: 40...120, using: &chance))
            var steps = [Step(after: open, deed: .kit(kit.segment, step: 0, .opened))]
            for step in 0..<kit.steps {
                let begun = open + each * Double(step)
                steps.append(Step(after: begun + each * 0.3, deed: .kit(kit.segment, step: step, .building)))
                steps.append(Step(after: begun + each, deed: .kit(kit.segment, step: step, .working)))
            }
            let end = open + each * Double(kit.steps) + 20
            return steps + [Step(after: end, deed: .review(kit.segment, fiddly: .random(in: 1...5, using: &chance)))]
        case .latecomer:
            return [
                Step(after: .random(in: 20...60, using: &chance), deed: .kit(kit.segment, step: 0, .opened)),
                Step(after: .random(in: 90...150, using: &chance), deed: .kit(kit.segment, step: 0, .stuck)),
                Step(after: .random(in: 300...400, using: &chance), deed: .kit(kit.segment, step: 0, .working)),
            ]
        case .dropper:
            return [Step(after: .random(in: 30...90, using: &chance), deed: .kit(kit.segment, step: 0, .inBox))]
        case .table:
            return [
                Step(after: .random(in: 20...60, using: &chance), deed: .kitFor(seat: 0, kit.segment, .building)),
                Step(after: .random(in: 70...160, using: &chance), deed: .kitFor(seat: 1, kit.segment, .working)),
            ]
        }
    }
}
