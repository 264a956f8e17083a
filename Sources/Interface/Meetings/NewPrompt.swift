// Knows what is to be asked in an item when a meeting is planned.

import Meetings

/// A prompt, from hostile bytes.
struct NewPrompt: Decodable, Sendable {
    var kind: PromptKind
    var text: BoundedText<PromptText>
    var purpose: PossibleText<PromptText>?
    var choices: BoundedList<BoundedText<PromptChoice>, PromptChoices>?
    var isMultiple: Bool?
    var circle: Circle
    var seconds: BoundedNumber<PromptTime>?
    var key: PossibleText<PromptKey>?

    var plan: PromptPlan {
        PromptPlan(
            kind: kind, text: text.value, purpose: purpose?.value, choices: choices?.values.map(\.value) ?? [],
            isMultiple: isMultiple ?? false, circle: circle, seconds: seconds?.value, key: key?.value)
    }
}

/// What is asked, and what it is good for.
enum PromptText: TextBound {
    static let limit = Limits.promptLength
    static let hasLines = true
}

enum PromptChoice: TextBound {
    static let limit = Limits.choiceLength
    static let hasLines = false
}

enum PromptKey: TextBound {
    static let limit = Limits.promptKeyLength
    static let hasLines = false
}

/// How long people write.
enum PromptTime: NumberBound {
    static let range = Limits.promptSeconds
}

enum PromptChoices: ListBound {
    static let most = Limits.promptChoices.upperBound
}

enum Prompts: ListBound {
    static let most = Limits.prompts
}
