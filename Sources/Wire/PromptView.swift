// Knows what of a prompt each audience is sent: before its answers are shown, how many there are; afterwards what was
// shown to them, and to a wall sums and what a lead brought there.

import Meetings

/// An answer as somebody may see it.
struct ResponseView: Encodable, Equatable, Sendable {
    var id: ResponseID
    /// Nil where names were not to be said.
    var author: PersonID?
    var name: String?
    var answer: PromptAnswer?
    var circle: Circle
    var group: GroupID?
    var stars: [PersonID]
    var isOnWall: Bool

    /// Nil while it is its author's own.
    init?(_ response: PromptResponse) {
        guard let shown = response.shown else { return nil }
        id = response.id
        answer = response.answer
        (circle, group) = (shown.circle, shown.group)
        (stars, isOnWall) = (response.stars, response.isOnWall)
        switch shown.circle {
        case .onlyMe: return nil
        case .group, .named: (author, name) = (response.author, shown.name)
        case .firstNames: name = Text.firstName(shown.name)
        case .anonymous: break
        }
    }
}

/// A prompt as one audience may see it. Its JSON has the field names of `Prompt`.
struct PromptView: Encodable {
    var id: PromptID
    var segment: SegmentID?
    var kind: PromptKind
    var text: String?
    /// For leads only.
    var purpose: String?
    var choices: [String]
    var isMultiple: Bool
    var circle: Circle
    /// For leads only.
    var seconds: Int?
    /// For leads only.
    var key: String?
    /// Said only where it is so.
    var hasHat: Bool?
    var openedAt: Instant?
    var deadline: Instant?
    var closedAt: Instant?
    var revealedAt: Instant?
    var change: [ConfidenceChange]?
    var handedIn: Int
    /// Missing where there are none.
    var handedInForOthers: Int?
    /// Said only of anonymous prompts, once it is so.
    var isSealed: Bool?
    var isTooFew: Bool?
    var responses: [ResponseView] = []
    /// Nil where nothing was put together; for walls what stands on them.
    var clusters: [Cluster]?
    /// How many more there are; missing where all are here.
    var responsesLeftOut: Int?
    /// For walls only, once answers are shown: what was chosen how often, in the order of the choices.
    var sums: [[Int]]?
    /// For walls only: each word with how many said it.
    var words: [String: Int]?

    /// Nil for whoever is not to know of it yet: what is prepared is for leads. Answers are taken as long as there is
    /// room for them.
    init?(_ prompt: Prompt, for viewer: Viewer, within bytes: inout Int) {
        let isLead = viewer.kind == .lead
        guard isLead || prompt.openedAt != nil else { return nil }
        (id, segment, kind, text) = (prompt.id, prompt.segment, prompt.kind, prompt.text)
        (choices, isMultiple, circle) = (prompt.choices, prompt.isMultiple, prompt.circle)
        (openedAt, deadline, closedAt, revealedAt) =
            (prompt.openedAt, prompt.deadline, prompt.closedAt, prompt.revealedAt)
        (handedIn, change) = (prompt.handedIn, prompt.change)
        (isSealed, isTooFew) = (prompt.isSealed ? true : nil, prompt.isTooFew ? true : nil)
        hasHat = prompt.hasHat ? true : nil
        handedInForOthers = prompt.handedInForOthers == 0 ? nil : prompt.handedInForOthers
        if isLead { (purpose, seconds, key) = (prompt.purpose, prompt.seconds, prompt.key) }
        let shown = prompt.responses.compactMap(ResponseView.init)
        let clusters = prompt.clusters.filter { viewer.kind != .wall || $0.isOnWall }
        self.clusters = clusters.isEmpty ? nil : clusters
        guard viewer.kind == .wall else {
            // What a group was shown stands in what each of its members is told alone (`OwnPrompt`).
            take(shown.filter { isLead || $0.circle.isOpen }, within: &bytes)
            return
        }
        guard prompt.revealedAt != nil else { return }
        let open = shown.filter { $0.circle.isOpen && $0.answer != nil }
        sums = prompt.sums(of: open.compactMap(\.answer))
        words = prompt.words(of: open.compactMap(\.answer))
        let together = Set(clusters.flatMap(\.cards).map(\.response))
        let onWall = open.filter { $0.isOnWall || together.contains($0.id) }.map {
            var seen = $0
            (seen.author, seen.stars) = (nil, seen.stars.map { _ in .counted })
            return seen
        }
        take(onWall, within: &bytes)
    }

    private mutating func take(_ shown: [ResponseView], within bytes: inout Int) {
        responses = shown.prefix { response in
            bytes -= Portion.weight(of: response)
            return bytes >= 0
        }
        responsesLeftOut = responses.count < shown.count ? shown.count - responses.count : nil
    }
}

extension Prompt {
    /// How often each number was chosen: one row, or one a sentence of a confidence, or one a place of an order.
    fileprivate func sums(of answers: [PromptAnswer]) -> [[Int]]? {
        let (rows, columns) =
            switch kind {
            case .open, .cards, .word: (0, 0...0)
            case .scale: (1, Limits.scale)
            case .confidence: (2, Limits.scale)
            case .choice: (1, 0...max(0, choices.count - 1))
            case .order: (choices.count, 0...max(0, choices.count - 1))
            }
        guard rows > 0 else { return nil }
        return (0..<rows).map { row in
            columns.map { number in
                answers.count { answer in
                    kind == .choice
                        ? answer.numbers.contains(number)
                        : answer.numbers.indices.contains(row) && answer.numbers[row] == number
                }
            }
        }
    }

    fileprivate func words(of answers: [PromptAnswer]) -> [String: Int]? {
        guard kind == .word else { return nil }
        return answers.reduce(into: [:]) { counts, answer in
            if let word = answer.texts.first { counts[word.lowercased(), default: 0] += 1 }
        }
    }
}
