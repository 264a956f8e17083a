// Knows what of a question each audience is sent.

import Meetings

/// A question as one audience may see it. Its JSON has the field names of `Question`.
struct QuestionView: Encodable {
    var id: QuestionID
    var author: PersonID
    var name: String?
    var text: String?
    var at: Instant
    var supporters: [PersonID]
    /// How many more there are, where not all of them travel.
    var supportersLeftOut: Int?
    var isAnswered: Bool
    var isHidden: Bool

    /// `naming` is how many of its supporters travel.
    init(_ question: Question, for kind: ViewerKind, naming count: Int) {
        let isOutside = kind == .guest || kind == .wall
        id = question.id
        author = isOutside ? .counted : question.author
        name = isOutside ? Text.firstName(question.name) : question.name
        text = question.isHidden && kind != .lead ? nil : question.text
        at = question.at
        supporters = question.supporters.prefix(count).map { isOutside ? .counted : $0 }
        supportersLeftOut = count < question.supporters.count ? question.supporters.count - count : nil
        isAnswered = question.isAnswered
        isHidden = question.isHidden
    }
}
