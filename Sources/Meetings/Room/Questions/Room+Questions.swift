// Knows the question wall: teachers ask, others join in, the outside speaker or a lead ticks off.

extension Room {
    func decide(_ command: QuestionCommand, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        switch command {
        case .askQuestion(let wish):
            try Share.questions.check(
                count: questions.count, own: questions.count { $0.author == actor },
                isLeading: people[actor]?.role.isLeading == true)
            let text = try Text.block(wish.text, limit: Limits.questionLength)
            return [
                QuestionAsked(
                    question: QuestionID(rawValue: fresh("q")), person: actor, name: people[actor]?.name, text: text,
                    words: Text.words(in: text), source: foreignSource(context, about: actor)
                ).event
            ]
        case .supportQuestion(let wish):
            let question = try question(wish.question)
            guard !isAuthor(actor, of: question.author), !question.supporters.contains(actor) else { throw .alreadySo }
            return [
                QuestionSupported(question: wish.question, person: actor, source: foreignSource(context, about: actor))
                    .event
            ]
        case .markAnswered(let wish):
            guard try !question(wish.question).isAnswered else { throw .alreadySo }
            return [QuestionAnswered(question: wish.question).event]
        case .hideQuestion(let wish):
            _ = try question(wish.question)
            return [QuestionHidden(question: wish.question).event]
        }
    }

    private func question(_ id: QuestionID) throws(Rejection) -> Question {
        guard let question = questions.first(where: { $0.id == id }) else { throw .notFound }
        guard !question.isHidden else { throw .closed }
        return question
    }

    mutating func apply(_ facet: QuestionFact, at: Instant) {
        switch facet {
        case .questionAsked(let fact):
            questions.append(
                Question(id: fact.question, author: fact.person, name: fact.name, text: fact.text, at: at))
        case .questionSupported(let fact): change(fact.question) { $0.supporters.append(fact.person) }
        case .questionAnswered(let fact): change(fact.question) { $0.isAnswered = true }
        case .questionHidden(let fact): change(fact.question) { $0.isHidden = true }
        }
    }

    private mutating func change(_ id: QuestionID, _ body: (inout Question) -> Void) {
        guard let index = questions.firstIndex(where: { $0.id == id }) else { return }
        body(&questions[index])
    }
}
