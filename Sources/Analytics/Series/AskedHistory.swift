// Knows which questions were asked at several meetings, and what came of each side by side. The same question is the same
// wording: one that changed is another question, and the page says so. What the program brings in two languages is one.

import Meetings

/// What was asked at more than one meeting.
public struct AskedHistory: Equatable, Sendable {
    /// What the program can ask, by key and language.
    public typealias Decks = [String: [String: PromptWording]]

    /// What came of it at one meeting.
    public struct Answers: Equatable, Sendable {
        public var meeting: String
        public var asked: PromptOutcome
    }

    /// A question.
    public struct Question: Equatable, Sendable {
        /// How it reads; by language where the program brings it, else under an empty name.
        public var wordings: [String: PromptWording]
        /// Whether the program brings it.
        public var isOfProgram: Bool
        /// Whether other words were asked under the same name: those are another question.
        public var isReworded = false
        /// In the order of the meetings.
        public var answers: [Answers]
    }

    /// Those that were asked last come first.
    public private(set) var questions: [Question] = []

    /// - Parameters:
    ///   - meetings: in the order of their start, with what they asked in the order in which it was.
    ///   - decks: what the program can ask.
    public init(_ meetings: [(id: String, asked: [PromptOutcome])], decks: Decks) {
        var places: [Identity: Int] = [:]
        var all: [Question] = []
        var names: [String: Set<Int>] = [:]
        var last: [Int] = []
        for (order, meeting) in meetings.enumerated() {
            for asked in meeting.asked {
                let known = asked.key.flatMap { decks[$0] }.flatMap { $0.values.contains(asked.wording) ? $0 : nil }
                let identity = known == nil ? Identity.wording(asked.wording) : .key(asked.key ?? "")
                let place = places[identity] ?? all.count
                if place == all.count {
                    places[identity] = place
                    all.append(
                        Question(wordings: known ?? ["": asked.wording], isOfProgram: known != nil, answers: []))
                    last.append(order)
                }
                all[place].answers.append(Answers(meeting: meeting.id, asked: asked))
                last[place] = order
                if let key = asked.key { names[key, default: []].insert(place) }
            }
        }
        for same in names.values where same.count > 1 { for place in same { all[place].isReworded = true } }
        questions = all.indices
            .filter { all[$0].isReworded || Set(all[$0].answers.map(\.meeting)).count > 1 }
            .sorted { (last[$1], $0) < (last[$0], $1) }.map { all[$0] }
    }

    private enum Identity: Hashable {
        case key(String)
        case wording(PromptWording)
    }

    /// As whoever does not coordinate the network is shown it: of what the network asks in words of its own only how many
    /// questions there are.
    public func heldBack(under least: Int = Debrief.leastShown) -> AskedHistory {
        var shown = self
        shown.questions = questions.filter(\.isOfProgram).map { question in
            var question = question
            question.answers = question.answers.map {
                Answers(meeting: $0.meeting, asked: $0.asked.heldBack(under: least))
            }
            return question
        }
        return shown
    }
}
