// Knows the questions to speakers in minutes, the most wanted first; what was hidden is in none.

import Meetings

enum QuestionMinutes: MinutesSection {
    static func part(_ meeting: MinutesSource) -> MinutesPart? {
        let questions = meeting.room.questions.filter { $0.text != nil && !$0.isHidden }
        guard !questions.isEmpty else { return nil }
        let ordered = questions.enumerated().sorted {
            ($1.element.supporters.count, $0.offset) < ($0.element.supporters.count, $1.offset)
        }
        return MinutesPart(
            title: meeting.text("questions"),
            tables: [
                MinutesTable(
                    head: meeting.heads("question", "by", "wanted", "answered"),
                    rows: ordered.map { _, question in
                        [
                            question.text ?? "", meeting.author(question.author, question.name),
                            String(question.supporters.count),
                            meeting.text(question.isAnswered ? "yes" : "no"),
                        ]
                    })
            ])
    }
}
