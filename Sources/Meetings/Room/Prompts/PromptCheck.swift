// Knows which prompts can be asked and which answers fit one: what is asked of them by their kind.

extension PromptKind {
    /// How many choices a prompt of the kind has.
    var choices: ClosedRange<Int> {
        switch self {
        case .open, .cards, .word: 0...0
        case .scale, .confidence: 2...2
        case .choice, .order: Limits.promptChoices
        }
    }

    /// How many texts an answer has, and how long each may be; none where it is answered by numbers.
    var texts: (count: ClosedRange<Int>, length: Int)? {
        switch self {
        case .open: (1...1, Limits.responseLength)
        case .cards: (1...Limits.cardsOfResponse, Limits.cardLength)
        case .word: (1...1, Limits.wordLength)
        case .scale, .choice, .order, .confidence: nil
        }
    }
}

extension PromptPlan {
    /// The fact that a meeting has it; the plan is checked already.
    func prepared(as id: PromptID, for segment: SegmentID?) -> Event {
        PromptPrepared(
            prompt: id, segment: segment, kind: kind, text: text, purpose: purpose, choices: choices,
            isMultiple: isMultiple, circle: circle, seconds: seconds, key: key
        ).event
    }

    /// The plan as it is kept. Texts are trimmed; a choice that stands there twice is refused.
    func checked() throws(Rejection) -> PromptPlan {
        var plan = self
        plan.text = try Text.block(text, limit: Limits.promptLength)
        plan.purpose = try Text.optionalLine(purpose, limit: Limits.promptLength)
        plan.key = try Text.optionalLine(key, limit: Limits.promptKeyLength)
        try Limits.check(choices.count, kind.choices)
        plan.choices = []
        for choice in choices {
            let line = try Text.line(choice, limit: Limits.choiceLength)
            guard !plan.choices.contains(line) else { throw .alreadySo }
            plan.choices.append(line)
        }
        if let seconds { try Limits.check(seconds, Limits.promptSeconds) }
        plan.isMultiple = isMultiple && kind == .choice
        return plan
    }
}

extension Prompt {
    /// The answer as it is kept, if it fits the prompt. A draft may be unfinished, not too long.
    func checked(_ answer: PromptAnswer, isHandedIn: Bool) throws(Rejection) -> PromptAnswer {
        let isStudent = hasHat && answer.isStudent == true ? true : nil
        guard isHandedIn || !answer.texts.isEmpty || !answer.numbers.isEmpty else {
            return PromptAnswer(isStudent: isStudent)
        }
        guard let (count, length) = kind.texts else {
            guard answer.texts.isEmpty else { throw .tooMany(limit: 0) }
            try check(numbers: answer.numbers, isHandedIn: isHandedIn)
            return PromptAnswer(numbers: answer.numbers, isStudent: isStudent)
        }
        guard answer.numbers.isEmpty else { throw .tooMany(limit: 0) }
        guard answer.texts.count <= count.upperBound else { throw .tooMany(limit: count.upperBound) }
        var texts: [String] = []
        for text in answer.texts {
            let kept =
                kind == .word
                ? try Text.optionalLine(text, limit: length) : try Text.optionalBlock(text, limit: length)
            if let kept { texts.append(kept) }
        }
        guard !isHandedIn || count.contains(texts.count) else { throw .textMissing }
        guard kind != .word || texts.allSatisfy({ Text.words(in: $0) <= 1 }) else { throw .tooMany(limit: 1) }
        return PromptAnswer(texts: texts, isStudent: isStudent)
    }

    private func check(numbers: [Int], isHandedIn: Bool) throws(Rejection) {
        let last = max(0, choices.count - 1)
        switch kind {
        case .open, .cards, .word: break
        case .scale: try check(numbers, count: isHandedIn ? 1...1 : 0...1, in: Limits.scale)
        case .confidence: try check(numbers, count: isHandedIn ? 2...2 : 0...2, in: Limits.scale)
        case .choice:
            try check(numbers, count: (isHandedIn ? 1 : 0)...(isMultiple ? choices.count : 1), in: 0...last)
            try checkDistinct(numbers)
        case .order:
            try check(numbers, count: (isHandedIn ? choices.count : 0)...choices.count, in: 0...last)
            try checkDistinct(numbers)
        }
    }

    private func check(_ numbers: [Int], count: ClosedRange<Int>, in bounds: ClosedRange<Int>) throws(Rejection) {
        try Limits.check(numbers.count, count)
        for number in numbers { try Limits.check(number, bounds) }
    }

    private func checkDistinct(_ numbers: [Int]) throws(Rejection) {
        guard Set(numbers).count == numbers.count else { throw .alreadySo }
    }
}
