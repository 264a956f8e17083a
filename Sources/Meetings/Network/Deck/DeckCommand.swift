// Knows the wishes that concern the prompts which a network keeps for itself, each with its row of rights.

/// A wish that concerns a network's own prompts.
public enum DeckCommand: Equatable, Sendable {
    case keepPrompt(KeepPrompt)
    case dropPrompt(DropPrompt)

    /// The names of these wishes.
    public enum Kind: String, CaseIterable, Sendable {
        case keepPrompt, dropPrompt

        public var type: any NetworkWish.Type {
            switch self {
            case .keepPrompt: KeepPrompt.self
            case .dropPrompt: DropPrompt.self
            }
        }
    }

    public var wish: any NetworkWish {
        switch self {
        case .keepPrompt(let wish): wish
        case .dropPrompt(let wish): wish
        }
    }
}

/// Keeps a prompt to ask it again, or changes one that is kept.
public struct KeepPrompt: NetworkWish {
    /// The one that is changed; a new one where it is missing.
    public var prompt: PromptID?
    public var plan: PromptPlan

    public static let granted = NetworkGranted<Self>(
        DeckCommand.Kind.keepPrompt, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .deck(.keepPrompt(self)) }

    public init(prompt: PromptID?, plan: PromptPlan) {
        (self.prompt, self.plan) = (prompt, plan)
    }
}

/// Keeps a prompt no more; meetings that asked it have it still.
public struct DropPrompt: NetworkWish {
    public var prompt: PromptID

    public static let granted = NetworkGranted<Self>(
        DeckCommand.Kind.dropPrompt, to: [.coordinator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .deck(.dropPrompt(self)) }

    public init(prompt: PromptID) {
        self.prompt = prompt
    }
}
