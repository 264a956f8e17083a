// Knows the life of anonymous answers as the room sees it: what can be kept apart, that it was closed up, how it is
// shown. The answers themselves come in with the command that shows them.

extension Room {
    /// The answer as it is kept apart from the log, if it can be.
    public func sealable(_ wish: AnswerAnonymously) throws(Rejection) -> PromptAnswer {
        let prompt = try openPrompt(wish.prompt)
        guard prompt.circle == .anonymous else { throw .notAllowed(needs: .participant) }
        try Limits.check(wish.token.utf8.count, Limits.answerTokenLength)
        return try prompt.checked(wish.answer, isHandedIn: true)
    }

    func sealing(_ wish: NoteSealed) throws(Rejection) -> Event {
        let prompt = try prompt(wish.prompt)
        guard prompt.isToBeSealed else { throw .alreadySo }
        // Whoever counts only, was erased or is known as somebody else by now is named here by no name of before.
        let named = wish.people.map { id in
            let known = identity(of: id)
            return people[known]?.tier == .countOnly || people[known] == nil ? .counted : known
        }
        return AnswersSealed(prompt: prompt.id, people: named.sorted(), count: wish.count).event
    }

    /// All of them at one moment, in as few facts as hold them: in the order in which they come in, which nobody chose.
    func revealing(_ prompt: Prompt, _ sealed: [PromptAnswer]?) throws(Rejection) -> [Event] {
        guard prompt.isSealed, let sealed else { throw .closed }
        let end = PromptRevealed(prompt: prompt.id).event
        guard sealed.count >= Limits.fewestAnonymous else {
            return [AnswersRevealed(prompt: prompt.id, responses: [], answers: nil, isTooFew: true).event, end]
        }
        let letter = fresh("a")
        var shown: [Event] = []
        var (from, bytes) = (0, 0)
        for (index, answer) in sealed.enumerated() {
            let weight = answer.weight
            if index > from, bytes + weight > Limits.answersBytes {
                shown.append(revealed(sealed[from..<index], of: prompt, letter))
                (from, bytes) = (index, 0)
            }
            bytes += weight
        }
        return shown + [revealed(sealed[from...], of: prompt, letter), end]
    }

    private func revealed(_ answers: ArraySlice<PromptAnswer>, of prompt: Prompt, _ letter: String) -> Event {
        AnswersRevealed(
            prompt: prompt.id, responses: answers.indices.map { ResponseID(rawValue: "\(letter)-\($0 + 1)") },
            answers: Array(answers), isTooFew: false
        ).event
    }
}

extension Prompt {
    /// Whether it is closed, and its anonymous answers are not yet closed up.
    public var isToBeSealed: Bool { circle == .anonymous && closedAt != nil && !isSealed }

    mutating func take(_ fact: AnswersRevealed) {
        isTooFew = fact.isTooFew
        responses += fact.responses.enumerated().map { index, id in
            PromptResponse(
                id: id, author: .counted, answer: fact.answers.flatMap { $0.indices.contains(index) ? $0[index] : nil },
                isHandedIn: true, shown: PromptResponse.Shown(circle: .anonymous))
        }
    }
}

extension PromptAnswer {
    /// About how many bytes it takes.
    fileprivate var weight: Int { 40 + texts.reduce(0) { $0 + $1.utf8.count + 4 } + numbers.count * 4 }
}
