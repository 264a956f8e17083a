// Knows the facts of the prompts which a network keeps for itself, and all that each declares.

/// A fact of a network's own prompts.
public enum DeckFact: Equatable, Sendable {
    case promptKept(PromptKept)
    case promptDropped(PromptDropped)

    /// The names of these facts in the log.
    public enum Kind: String, CaseIterable, Sendable {
        case promptKept, promptDropped

        public var type: any NetworkFact.Type {
            switch self {
            case .promptKept: PromptKept.self
            case .promptDropped: PromptDropped.self
            }
        }
    }

    public var fact: any NetworkFact {
        switch self {
        case .promptKept(let fact): fact
        case .promptDropped(let fact): fact
        }
    }
}

/// The network has a prompt of its own, or it reads differently.
public struct PromptKept: NetworkFact {
    public var prompt: PromptID
    public var kind: PromptKind
    public var text: String?
    public var purpose: String?
    public var choices: [String]?
    public var isMultiple: Bool
    public var circle: Circle
    public var seconds: Int?
    public var key: String?

    public static let kept = Kept<Self>(
        DeckFact.Kind.promptKept, .first, ages: .standing,
        fields: Fields(
            names: [], words: [CodingKeys.text, CodingKeys.purpose, CodingKeys.choices], codes: [CodingKeys.key],
            people: []), whose: .actor, object: .of { "prompt-\($0.prompt)" },
        erases: .of { .object("prompt-\($0.prompt)") })
    public var event: NetworkEvent { .deck(.promptKept(self)) }
}

/// The network keeps a prompt no more.
public struct PromptDropped: NetworkFact {
    public var prompt: PromptID

    public static let kept = Kept<Self>(
        DeckFact.Kind.promptDropped, .first, ages: .standing, fields: .plain, whose: .actor,
        object: .of { "prompt-\($0.prompt)" }, erases: .of { .object("prompt-\($0.prompt)") })
    public var event: NetworkEvent { .deck(.promptDropped(self)) }
}
