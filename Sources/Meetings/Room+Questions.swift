// Knows the question wall: teachers ask, others join in, the outside speaker or a lead ticks off.

extension Room {
    func decideQuestions(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        switch command {
        case .askQuestion(let text):
            guard questions.count < Limits.questions else { throw .tooMany(limit: Limits.questions) }
            let text = try Text.block(text, limit: Limits.questionLength)
            return [
                .questionAsked(
                    question: QuestionID(rawValue: fresh("q")), person: actor, name: people[actor]?.name, text: text,
                    words: Text.words(in: text), source: foreignSource(context, about: actor))
            ]
        case .supportQuestion(let id):
            let question = try question(id)
            guard question.author != actor, !question.supporters.contains(actor) else { throw .alreadySo }
            return [.questionSupported(question: id, person: actor, source: foreignSource(context, about: actor))]
        case .markAnswered(let id):
            guard try !question(id).isAnswered else { throw .alreadySo }
            return [.questionAnswered(question: id)]
        case .hideQuestion(let id):
            _ = try question(id)
            return [.questionHidden(question: id)]
        default: throw .notFound
        }
    }

    private func question(_ id: QuestionID) throws(Rejection) -> Question {
        guard let question = questions.first(where: { $0.id == id }) else { throw .notFound }
        guard !question.isHidden else { throw .closed }
        return question
    }

    mutating func applyQuestions(_ entry: Entry) -> Bool {
        switch entry.event {
        case .questionAsked(let id, let person, let name, let text, _, _):
            questions.append(Question(id: id, author: person, name: name, text: text, at: entry.at))
        case .questionSupported(let id, let person, _): change(id) { $0.supporters.append(person) }
        case .questionAnswered(let id): change(id) { $0.isAnswered = true }
        case .questionHidden(let id): change(id) { $0.isHidden = true }
        default: return false
        }
        return true
    }

    private mutating func change(_ id: QuestionID, _ body: (inout Question) -> Void) {
        guard let index = questions.firstIndex(where: { $0.id == id }) else { return }
        body(&questions[index])
    }
}
