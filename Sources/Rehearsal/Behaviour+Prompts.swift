// Knows how simulated teachers answer prompts: who drafts first, who hands in, who narrows who sees it. A pure table,
// like the rest.

import Meetings

/// As much of a prompt as a simulated teacher looks at.
struct AskedPrompt: Equatable {
    var id: PromptID
    var kind: PromptKind
    /// How many choices there are.
    var choices: Int

    /// Something that fits.
    func answer(_ remark: Remark, chance: inout some RandomNumberGenerator) -> PromptAnswer {
        switch kind {
        case .open: return PromptAnswer(texts: [remark.text(chance: &chance)])
        case .cards: return PromptAnswer(texts: [remark.text(chance: &chance), Remark.thought.text(chance: &chance)])
        case .word: return PromptAnswer(texts: [Remark.oneWord.text(chance: &chance)])
        case .scale: return PromptAnswer(numbers: [.random(in: 2...5, using: &chance)])
        case .confidence: return PromptAnswer(numbers: (0..<2).map { _ in .random(in: 1...5, using: &chance) })
        case .choice: return PromptAnswer(numbers: [.random(in: 0..<max(1, choices), using: &chance)])
        case .order: return PromptAnswer(numbers: Array(0..<choices).shuffled(using: &chance))
        }
    }
}

extension Behaviour {
    /// What somebody does when a prompt is asked.
    func answering(_ prompt: AskedPrompt, chance: inout some RandomNumberGenerator) -> [Step] {
        func keep(_ after: ClosedRange<Double>, _ remark: Remark) -> Step {
            Step(
                after: .random(in: after, using: &chance),
                deed: .respond(prompt.id, prompt.answer(remark, chance: &chance), nil, isHandedIn: false))
        }
        func handIn(_ after: ClosedRange<Double>, _ remark: Remark, _ narrowing: Narrowing? = nil) -> Step {
            Step(
                after: .random(in: after, using: &chance),
                deed: .respond(prompt.id, prompt.answer(remark, chance: &chance), narrowing, isHandedIn: true))
        }
        switch self {
        case .talker: return [keep(5...15, .plan), handIn(20...50, .plan)]
        case .lurker:
            // Some write and do not hand in.
            guard Int.random(in: 0..<4, using: &chance) > 0 else { return [keep(20...60, .thought)] }
            return [handIn(30...80, .plan, Int.random(in: 0..<4, using: &chance) == 0 ? .group : nil)]
        case .latecomer: return [handIn(40...90, .thought, .onlyMe)]
        case .dropper:
            let away = Double.random(in: 8...15, using: &chance)
            return [
                keep(5...12, .plan), Step(after: 14, deed: .lose(seconds: away, writing: nil)),
                handIn(45...80, .finding),
            ]
        case .table:
            return (0..<2).map { seat in
                Step(
                    after: .random(in: 25...70, using: &chance),
                    deed: .respondFor(seat: seat, prompt.id, prompt.answer(.finding, chance: &chance)))
            }
        }
    }
}
