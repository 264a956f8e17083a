// Knows what is kept of a prompt for comparing it from meeting to meeting: only what everybody saw when its answers were
// shown. What somebody kept to themselves, or shared with their group, is in none of it.

import Meetings

/// What makes two prompts the same question: how it is answered, and every word of it.
public struct PromptWording: Codable, Hashable, Sendable {
    public var kind: PromptKind
    public var text: String
    public var choices: [String]
    public var isMultiple: Bool

    /// A wording.
    public init(kind: PromptKind, text: String, choices: [String] = [], isMultiple: Bool = false) {
        (self.kind, self.text, self.choices, self.isMultiple) = (kind, text, choices, isMultiple)
    }

    /// That of what can be asked.
    public init(_ plan: PromptPlan) {
        self.init(kind: plan.kind, text: plan.text, choices: plan.choices, isMultiple: plan.isMultiple)
    }
}

/// A prompt whose answers were shown at a meeting.
public struct PromptOutcome: Codable, Equatable, Sendable {
    /// A word and how many said it.
    public struct Said: Codable, Equatable, Sendable {
        public var word: String
        public var count: Int
    }

    /// How many words are kept, the most said ones.
    static let mostWords = 12

    /// Under which name the same question is found elsewhere; nothing is the same by its name alone.
    public var key: String?
    public var wording: PromptWording
    /// Whose answer everybody saw.
    public var people: Int
    /// How often each was given: a row with a count for each number of the scale, or two for a confidence; a row with a
    /// count for each choice; for an order a row for each choice, with a count for each place. Empty for texts.
    public var counts: [[Int]] = []
    /// One for each row of numbers: on the scale, or of the places in an order; none of a choice.
    public var means: [Double] = []
    /// What changed since the same was asked at the start, as it was shown.
    public var change: [ConfidenceChange] = []
    /// Of a prompt that is answered by one word.
    public var words: [Said] = []
    /// Answers were kept to oneself or to one's group, as was said before anybody typed.
    public var isPrivate = false
    /// There were so few anonymous ones that nobody saw any.
    public var isTooFew = false
    /// Something of it is not shown to whoever reads.
    public var isHeldBack = false

    /// Nil unless its answers were shown and what it asked is still known.
    public init?(_ prompt: Prompt) {
        guard prompt.revealedAt != nil, let text = prompt.text else { return nil }
        key = prompt.key
        wording = PromptWording(
            kind: prompt.kind, text: text, choices: prompt.choices, isMultiple: prompt.isMultiple)
        let answers = prompt.responses.filter { $0.shown?.circle.isOpen == true }.compactMap(\.answer)
        people = answers.count
        change = prompt.change ?? []
        (isPrivate, isTooFew) = (!prompt.circle.isOpen, prompt.isTooFew)
        guard !answers.isEmpty else { return }
        switch prompt.kind {
        case .open, .cards: break
        case .word: words = Self.said(answers.compactMap(\.texts.first))
        case .scale: counts = Self.numbers(answers, rows: 1)
        case .confidence: counts = Self.numbers(answers, rows: prompt.choices.count)
        case .choice:
            counts = [prompt.choices.indices.map { choice in answers.count { $0.numbers.contains(choice) } }]
        case .order:
            counts = prompt.choices.indices.map { choice in
                prompt.choices.indices.map { place in
                    answers.count { $0.numbers.indices.contains(place) && $0.numbers[place] == choice }
                }
            }
        }
        if prompt.kind != .choice { means = counts.compactMap(Self.mean) }
    }

    /// By whom more said first; of as many by the alphabet.
    private static func said(_ words: [String]) -> [Said] {
        let counts = words.reduce(into: [String: Int]()) { $0[$1.lowercased(), default: 0] += 1 }
        let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ordered.prefix(mostWords).map { Said(word: $0.key, count: $0.value) }
    }

    private static func numbers(_ answers: [PromptAnswer], rows: Int) -> [[Int]] {
        (0..<rows).map { row in
            Limits.scale.map { number in
                answers.count { $0.numbers.indices.contains(row) && $0.numbers[row] == number }
            }
        }
    }

    private static func mean(_ row: [Int]) -> Double? {
        let all = row.reduce(0, +)
        guard all > 0 else { return nil }
        return Double(row.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }) / Double(all)
    }

    /// As whoever does not coordinate the network is shown it: no word that anybody said; nothing of fewer than `least`
    /// people, and of numbers of which one is of fewer only how many people there were and their mean.
    public func heldBack(under least: Int = Debrief.leastShown) -> PromptOutcome {
        var shown = self
        if 1..<least ~= people {
            (shown.people, shown.counts, shown.means) = (0, [], [])
        } else if counts.joined().contains(where: { 1..<least ~= $0 }) {
            shown.counts = []
        }
        if change.contains(where: { [$0.people, $0.up, $0.same, $0.down].contains { 1..<least ~= $0 } }) {
            shown.change = []
        }
        shown.words = []
        shown.isHeldBack = shown != self
        return shown
    }
}
