// Knows how anonymous answers are kept in memory, to the contract of `AnswerStore`.

import Log

/// The answers to one anonymous prompt.
struct MemoryAnswers {
    private var boxes: [String: [UInt8]] = [:]
    private var people: Set<String> = []
    private var repeats: [String: (token: String, json: [UInt8])] = [:]
    private var pool: [[UInt8]]?

    mutating func keep(_ answer: SealedAnswer) -> AnswerOutcome {
        guard pool == nil else { return .closed }
        let person = answer.people.first ?? ""
        let code = "\(person) \(answer.command)"
        if let before = repeats[code] {
            return before.token == answer.token && before.json == answer.json ? .kept : .conflict
        }
        let isOwn = boxes[answer.token] != nil
        guard isOwn || people.isDisjoint(with: answer.people) else { return .elsewhere }
        boxes[answer.token] = answer.json
        if !isOwn { people.insert(person) }
        repeats[code] = (answer.token, answer.json)
        return isOwn ? .kept : .added
    }

    mutating func seal() {
        pool = pool ?? boxes.values.shuffled()
        (boxes, repeats) = ([:], [:])
    }

    func kept(_ prompt: String) -> KeptAnswers {
        KeptAnswers(prompt: prompt, people: people.sorted(), count: pool?.count ?? boxes.count, answers: pool)
    }
}

extension MemoryStore {
    public func keep(_ answer: SealedAnswer) async -> Result<AnswerOutcome, AppendError> {
        if let error = await refusalOfAnswer() { return .failure(error) }
        return .success(answerBoxes[answer.stream, default: [:]][answer.prompt, default: MemoryAnswers()].keep(answer))
    }

    public func answers(_ stream: String) -> [KeptAnswers] {
        answerBoxes[stream, default: [:]].sorted { $0.key < $1.key }.map { $1.kept($0) }
    }

    public func sealAnswers(_ stream: String, prompt: String) async throws -> KeptAnswers {
        if isSealingBroken { throw Unreadable() }
        answerBoxes[stream, default: [:]][prompt, default: MemoryAnswers()].seal()
        return answerBoxes[stream, default: [:]][prompt, default: MemoryAnswers()].kept(prompt)
    }
}
