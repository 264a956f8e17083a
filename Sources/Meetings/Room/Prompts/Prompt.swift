// Knows what a reflection prompt is: what is asked, how it is answered, and how wide a circle sees the answers.

/// How a prompt is answered.
public enum PromptKind: String, Codable, Sendable, CaseIterable {
    /// One text.
    case open
    /// Several short texts.
    case cards
    /// One word.
    case word
    /// A number from 1 to 5, whose ends have words.
    case scale
    /// One of several, or several of them.
    case choice
    /// All of several, in an order.
    case order
    /// Two numbers from 1 to 5, one for each of two sentences; the same prompt is asked at the start and at the end.
    case confidence
}

/// Who sees an answer when the answers are shown. The lead sets the widest one before anybody types; whoever answers
/// may narrow it until then.
public enum Circle: String, Codable, Sendable, CaseIterable {
    case onlyMe = "only_me"
    /// Those who sit in the writer's group, and the leads.
    case group
    /// Everybody, with first names.
    case firstNames = "first_names"
    /// Everybody, with names.
    case named
    /// Everybody, and nobody learns who wrote what: answers are kept apart from the log (`AnswerAnonymously`).
    case anonymous

    /// Whether everybody in the meeting sees it.
    public var isOpen: Bool {
        switch self {
        case .onlyMe, .group: false
        case .firstNames, .named, .anonymous: true
        }
    }

    /// The narrower of what the lead set and what the writer wants; nobody widens.
    func narrowed(to wanted: Narrowing?) -> Circle {
        switch wanted {
        case nil: self
        case .onlyMe: .onlyMe
        case .group: self == .onlyMe ? .onlyMe : .group
        }
    }
}

/// How far somebody narrows the circle for an answer of theirs.
public enum Narrowing: String, Codable, Sendable, CaseIterable {
    case onlyMe = "only_me"
    case group
}

extension PromptPlan {
    /// Prompts whose key begins so are for teachers who put themselves in the place of their students.
    static let studentDeck = "hands-on-as-a-student."
}

/// What is asked, before it has a place in a meeting.
public struct PromptPlan: Codable, Equatable, Sendable {
    public var kind: PromptKind
    /// The question, as people read it.
    public var text: String
    /// What it is good for, for whoever asks; may be missing.
    public var purpose: String?
    /// What can be chosen or put in order; the words at both ends of a scale; the two sentences of a confidence.
    public var choices: [String]
    /// Whether several can be chosen.
    public var isMultiple: Bool
    public var circle: Circle
    /// How long people write, `Limits.promptSeconds`; as long as they like where it is missing.
    public var seconds: Int?
    /// Under which name the same question is found at other meetings; may be missing.
    public var key: String?

    /// A plan; it is checked where it enters a room.
    public init(
        kind: PromptKind, text: String, purpose: String? = nil, choices: [String] = [], isMultiple: Bool = false,
        circle: Circle, seconds: Int? = nil, key: String? = nil
    ) {
        (self.kind, self.text, self.purpose, self.choices) = (kind, text, purpose, choices)
        (self.isMultiple, self.circle, self.seconds, self.key) = (isMultiple, circle, seconds, key)
    }

    /// Where there is nothing to choose from, choices may be left out.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        kind = try fields.decode(PromptKind.self, forKey: .kind)
        text = try fields.decode(String.self, forKey: .text)
        purpose = try fields.decodeIfPresent(String.self, forKey: .purpose)
        choices = try fields.decodeIfPresent([String].self, forKey: .choices) ?? []
        isMultiple = try fields.decodeIfPresent(Bool.self, forKey: .isMultiple) ?? false
        circle = try fields.decode(Circle.self, forKey: .circle)
        seconds = try fields.decodeIfPresent(Int.self, forKey: .seconds)
        key = try fields.decodeIfPresent(String.self, forKey: .key)
    }
}

/// What somebody answers: texts or numbers, by the kind of the prompt.
public struct PromptAnswer: Codable, Equatable, Sendable {
    public var texts: [String]
    public var numbers: [Int]
    /// True where they answer as a student would; never false.
    public var isStudent: Bool?

    /// An answer; it is checked where it enters a room.
    public init(texts: [String] = [], numbers: [Int] = [], isStudent: Bool? = nil) {
        (self.texts, self.numbers, self.isStudent) = (texts, numbers, isStudent)
    }

    /// Words in it, as every figure counts them.
    var words: Int { texts.reduce(0) { $0 + Text.words(in: $1) } }
}

/// One person's answer to a prompt.
public struct PromptResponse: Codable, Equatable, Sendable {
    public var id: ResponseID
    public var author: PersonID
    /// Nil once it was erased or taken back.
    public var answer: PromptAnswer?
    public var narrowing: Narrowing?
    /// Whether it is shown when the answers are; until then it is a draft that only its author sees.
    public var isHandedIn: Bool
    /// Who wrote it down for an author who has no device; only there it is read again.
    public var by: PersonID?
    /// With whom it was shared; nil before the answers are shown, or where it is the author's own.
    public var shown: Shown?
    public var stars: [PersonID] = []
    /// Whether it stands on the wall.
    public var isOnWall = false

    /// To whom an answer was shown, and under which name.
    public struct Shown: Codable, Equatable, Sendable {
        public var circle: Circle
        public var group: GroupID?
        public var name: String?
        /// Who sits in that group, the writer too.
        public var readers: [PersonID]?
    }
}

/// A prompt of a meeting.
public struct Prompt: Codable, Equatable, Sendable {
    public var id: PromptID
    /// The item of the agenda to which it belongs.
    public var segment: SegmentID?
    public var kind: PromptKind
    /// Nil once it was erased.
    public var text: String?
    public var purpose: String?
    public var choices: [String]
    public var isMultiple: Bool
    public var circle: Circle
    public var seconds: Int?
    public var key: String?
    /// Whether whoever answers may say that they do so as a student would; known once it is asked.
    public var hasHat = false
    public var openedAt: Instant?
    /// When the time to write is up; nothing closes by itself.
    public var deadline: Instant?
    public var closedAt: Instant?
    public var revealedAt: Instant?
    /// What changed since the same was asked at the start; once answers are shown.
    public var change: [ConfidenceChange]?
    /// How many answers were handed in; what everybody may know of them. Of anonymous ones nothing while they are
    /// written, and nothing ever where there are few.
    public var handedIn = 0
    /// How many of them for people who have no device: those are not among whom one waits for.
    public var handedInForOthers = 0
    public var responses: [PromptResponse] = []
    /// Whether its anonymous answers lie together, so that nothing says any more which is whose.
    public var isSealed = false
    /// Whether there were so few anonymous answers that nobody was shown any.
    public var isTooFew = false
    public var clusters: [Cluster] = []

    /// What was asked, as another meeting can ask it.
    public var plan: PromptPlan? {
        text.map {
            PromptPlan(
                kind: kind, text: $0, purpose: purpose, choices: choices, isMultiple: isMultiple, circle: circle,
                seconds: seconds, key: key)
        }
    }

    /// Whether it can be answered.
    public var isOpen: Bool { openedAt != nil && closedAt == nil }
}
