// Knows what people of a meeting wrote and let be quoted: in the chat, on notes, and in answers that were shown to
// everybody. What was taken back, hidden or erased is not there.

import Meetings

/// What somebody wrote, before anything is replaced in it.
public struct QuotedWords: Equatable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case message, note, answer
    }

    /// The number of the entry in which they stand.
    public var sequence: Int64
    public var person: PersonID
    public var kind: Kind
    public var text: String

}

/// The words of a meeting that may be quoted, entry by entry; those of nobody else are kept.
public struct QuotedFold: Sendable {
    private let people: Set<PersonID>
    private var known: [String: QuotedWords] = [:]

    /// - Parameter people: who lets their words be quoted.
    public init(of people: Set<PersonID>) { self.people = people }

    /// What came so far, in order.
    public var words: [QuotedWords] { known.values.sorted { $0.sequence < $1.sequence } }

    /// The next entry.
    public mutating func take(_ entry: Entry) {
        func keep(_ id: String, _ person: PersonID, _ kind: QuotedWords.Kind, _ text: String?) {
            guard people.contains(person) else { return }
            known[id] = text.map { QuotedWords(sequence: entry.sequence, person: person, kind: kind, text: $0) }
        }
        switch entry.event {
        case .chat(let fact):
            switch fact {
            case .messagePosted(let fact): keep(fact.message.rawValue, fact.person, .message, fact.text)
            case .messageCorrected(let fact):
                if let text = fact.text { known[fact.message.rawValue]?.text = text }
            case .messageWithdrawn(let fact): known[fact.message.rawValue] = nil
            case .messageHidden(let fact): known[fact.message.rawValue] = nil
            case .messageRestored, .reactionAdded, .reactionRemoved: break
            }
        case .notes(let fact):
            switch fact {
            case .cardWritten(let fact): keep(fact.card.rawValue, fact.person, .note, fact.text)
            case .cardEdited(let fact):
                if let text = fact.text { known[fact.card.rawValue]?.text = text }
            case .cardWithdrawn(let fact): known[fact.card.rawValue] = nil
            case .cardMoved, .cardRestored, .cardStarred, .cardUnstarred: break
            }
        case .prompts(let fact):
            switch fact {
            case .responseRevealed(let fact):
                guard fact.circle.isOpen, let person = fact.person, let texts = fact.texts, !texts.isEmpty else {
                    break
                }
                keep(fact.response.rawValue, person, .answer, texts.joined(separator: "\n"))
            case .responseWithdrawn(let fact): known[fact.response.rawValue] = nil
            case .promptPrepared, .promptEdited, .promptRemoved, .promptOpened, .promptExtended, .promptClosed,
                .promptRevealed, .responseSaved, .responseStarred, .responseUnstarred, .responseShown,
                .answersSealed, .answersRevealed, .responsesClustered, .clusterShown:
                break
            }
        case .frame, .agenda, .door, .roster, .pulse, .bench, .floor, .questions, .topics, .drafts, .groups, .turns,
            .takeaway, .imports:
            break
        }
    }
}
