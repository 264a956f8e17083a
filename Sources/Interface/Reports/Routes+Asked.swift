// Knows what was asked at several meetings of a series, and what came of it side by side: what everybody saw, and to whoever
// does not coordinate the network nothing of few people and no words.

import Analytics
import Foundation
import Hosting
import Meetings

/// What the program can ask, as `GET /api/prompts` tells it.
struct DeckWordings: Decodable, Sendable {
    private struct Deck: Decodable {
        var language: String
        var prompts: [PromptPlan]
    }
    private enum CodingKeys: CodingKey { case decks }

    let known: AskedHistory.Decks

    init(from decoder: any Decoder) throws {
        let decks = try decoder.container(keyedBy: CodingKeys.self).decode([Deck].self, forKey: .decks)
        var known: AskedHistory.Decks = [:]
        for deck in decks {
            for plan in deck.prompts {
                if let key = plan.key { known[key, default: [:]][deck.language] = PromptWording(plan) }
            }
        }
        self.known = known
    }
}

/// The questions, each with its meetings.
private struct AskedView: Encodable {
    struct Wording: Encodable {
        /// Missing where it is the network's own.
        var language: String?
        var text: String
        var choices: [String]
    }
    struct Answers: Encodable {
        var id: String
        var title: String
        var start: Instant?
        var zone: String
        var people: Int
        var counts: [[Int]]
        var means: [Double]
        var change: [ConfidenceChange]
        var words: [PromptOutcome.Said]
        var isPrivate: Bool
        var isTooFew: Bool
        var isHeldBack: Bool
    }
    struct Question: Encodable {
        var kind: PromptKind
        var isMultiple: Bool
        var wordings: [Wording]
        var isReworded: Bool
        var meetings: [Answers]
    }
    var prompts: [Question]
    /// How many are not shown, because they are asked in words of the network's own.
    var leftOut: Int
}

extension Routes {
    func seriesAsked(_ call: Call<SignedIn, SeriesWanted>) async throws -> Response {
        try await note(.review, by: call.caller.account)
        let meetings = try await packs.meetings(
            of: call.body.series.map { SeriesID(rawValue: $0.text) }, network: call.caller.network)
        var asked: [(meeting: MeetingRecord, summary: MeetingSummary)] = []
        for meeting in meetings {
            if let own = try await parts.catalogue.summary(of: meeting) { asked.append((meeting, own)) }
        }
        let isCoordinator = call.caller.account.role == .coordinator
        return try await Self.answer(asked, decks: parts.prompts, isWhole: isCoordinator)
    }

    /// Not on the loop: every answer of all meetings is gone through.
    private nonisolated static func answer(
        _ asked: [(meeting: MeetingRecord, summary: MeetingSummary)], decks: [UInt8], isWhole: Bool
    ) async throws -> Response {
        let ordered = asked.sorted { ($0.summary.openedAt, $0.meeting.id) < ($1.summary.openedAt, $1.meeting.id) }
        let known = try JSONDecoder().decode(DeckWordings.self, from: Data(decks)).known
        let all = AskedHistory(ordered.map { ($0.meeting.id, $0.summary.prompts) }, decks: known)
        let shown = isWhole ? all : all.heldBack()
        let places = Dictionary(ordered.map { ($0.meeting.id, $0) }) { one, _ in one }
        return .json(
            AskedView(
                prompts: shown.questions.map { question in
                    AskedView.Question(question) { id in places[id].map { ($0.meeting, $0.summary.openedAt) } }
                }, leftOut: all.questions.count - shown.questions.count))
    }
}

extension AskedView.Question {
    fileprivate init(_ question: AskedHistory.Question, _ place: (String) -> (MeetingRecord, Instant)?) {
        let first = question.answers.first?.asked.wording
        (kind, isMultiple) = (first?.kind ?? .open, first?.isMultiple ?? false)
        wordings = question.wordings.sorted { $0.key < $1.key }.map { language, wording in
            AskedView.Wording(
                language: language.isEmpty ? nil : language, text: wording.text, choices: wording.choices)
        }
        isReworded = question.isReworded
        meetings = question.answers.compactMap { answers in
            guard let (meeting, start) = place(answers.meeting) else { return nil }
            return AskedView.Answers(meeting, start, answers.asked)
        }
    }
}

extension AskedView.Answers {
    fileprivate init(_ meeting: MeetingRecord, _ start: Instant, _ asked: PromptOutcome) {
        (id, title, self.start, zone) = (meeting.id, meeting.title, start, meeting.zone)
        (people, change, words) = (asked.people, asked.change, asked.words)
        (isPrivate, isTooFew, isHeldBack) = (asked.isPrivate, asked.isTooFew, asked.isHeldBack)
        (counts, means) = (asked.counts, asked.means)
    }
}
