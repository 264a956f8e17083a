// Knows how much of prompts travels in a welcome: what is asked always, and of the answers those of the newest prompts.

import Meetings

extension Portion {
    /// Answers that everybody sees, of all prompts together.
    public static let responseBytes = 524_288
    /// What is one person's own, with what their groups were shown.
    public static let ownBytes = 262_144

    /// The prompts that somebody may know of, as they lie; answers of the newest go first.
    static func prompts(of room: Room, for viewer: Viewer) -> [PromptView] {
        var bytes = responseBytes
        return room.prompts.reversed().compactMap { PromptView($0, for: viewer, within: &bytes) }.reversed()
    }

    static func weight(of response: ResponseView) -> Int {
        weight(response.name) + weight(of: response.answer) + response.stars.count * identifier
    }

    static func weight(of own: OwnPrompt) -> Int {
        weight(of: own.response?.answer) + (own.ofGroup ?? []).reduce(frame) { $0 + weight(of: $1) }
    }

    private static func weight(of answer: PromptAnswer?) -> Int {
        guard let answer else { return 0 }
        return answer.texts.reduce(answer.numbers.count * 3) { $0 + $1.utf8.count + 3 }
    }
}
