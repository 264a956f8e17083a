// Knows the wishes that concern reflection prompts, each with its row of rights.

/// A wish that concerns reflection prompts.
public enum PromptCommand: Equatable, Sendable {
    case preparePrompt(PreparePrompt)
    case editPrompt(EditPrompt)
    case removePrompt(RemovePrompt)
    case openPrompt(OpenPrompt)
    case extendPrompt(ExtendPrompt)
    case closePrompt(ClosePrompt)
    case revealPrompt(RevealPrompt)
    case saveResponse(SaveResponse)
    case withdrawResponse(WithdrawResponse)
    case starResponse(StarResponse)
    case unstarResponse(UnstarResponse)
    case showResponse(ShowResponse)
    case answerAnonymously(AnswerAnonymously)
    case noteSealed(NoteSealed)
    case clusterResponses(ClusterResponses)
    case showCluster(ShowCluster)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case preparePrompt, editPrompt, removePrompt, openPrompt, extendPrompt, closePrompt, revealPrompt,
            saveResponse, withdrawResponse, starResponse, unstarResponse, showResponse,
            clusterResponses, showCluster, answerAnonymously, noteSealed

        public var type: any RoomWish.Type {
            switch self {
            case .preparePrompt: PreparePrompt.self
            case .editPrompt: EditPrompt.self
            case .removePrompt: RemovePrompt.self
            case .openPrompt: OpenPrompt.self
            case .extendPrompt: ExtendPrompt.self
            case .closePrompt: ClosePrompt.self
            case .revealPrompt: RevealPrompt.self
            case .saveResponse: SaveResponse.self
            case .withdrawResponse: WithdrawResponse.self
            case .starResponse: StarResponse.self
            case .unstarResponse: UnstarResponse.self
            case .showResponse: ShowResponse.self
            case .answerAnonymously: AnswerAnonymously.self
            case .noteSealed: NoteSealed.self
            case .clusterResponses: ClusterResponses.self
            case .showCluster: ShowCluster.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .preparePrompt(let wish): wish
        case .editPrompt(let wish): wish
        case .removePrompt(let wish): wish
        case .openPrompt(let wish): wish
        case .extendPrompt(let wish): wish
        case .closePrompt(let wish): wish
        case .revealPrompt(let wish): wish
        case .saveResponse(let wish): wish
        case .withdrawResponse(let wish): wish
        case .starResponse(let wish): wish
        case .unstarResponse(let wish): wish
        case .showResponse(let wish): wish
        case .answerAnonymously(let wish): wish
        case .noteSealed(let wish): wish
        case .clusterResponses(let wish): wish
        case .showCluster(let wish): wish
        }
    }
}

/// Puts a prompt into the plan of the meeting.
public struct PreparePrompt: RoomWish {
    public var plan: PromptPlan
    public var segment: SegmentID?

    public static let granted = Granted<Self>(
        PromptCommand.Kind.preparePrompt, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .prompts(.preparePrompt(self)) }

    public init(plan: PromptPlan, segment: SegmentID?) {
        (self.plan, self.segment) = (plan, segment)
    }
}

/// Changes a prompt that was not asked yet.
public struct EditPrompt: RoomWish {
    public var prompt: PromptID
    public var plan: PromptPlan
    public var segment: SegmentID?

    public static let granted = Granted<Self>(
        PromptCommand.Kind.editPrompt, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .prompts(.editPrompt(self)) }

    public init(prompt: PromptID, plan: PromptPlan, segment: SegmentID?) {
        (self.prompt, self.plan, self.segment) = (prompt, plan, segment)
    }
}

/// Takes out a prompt that was not asked yet.
public struct RemovePrompt: RoomWish {
    public var prompt: PromptID

    public static let granted = Granted<Self>(
        PromptCommand.Kind.removePrompt, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .prompts(.removePrompt(self)) }

    public init(prompt: PromptID) {
        self.prompt = prompt
    }
}

/// Asks a prompt; one that was closed can be asked on until its answers are shown.
public struct OpenPrompt: RoomWish {
    public var prompt: PromptID

    public static let granted = Granted<Self>(
        PromptCommand.Kind.openPrompt, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .prompts(.openPrompt(self)) }

    public init(prompt: PromptID) {
        self.prompt = prompt
    }
}

/// Gives everybody more time to write.
public struct ExtendPrompt: RoomWish {
    public var prompt: PromptID
    public var seconds: Int

    public static let granted = Granted<Self>(
        PromptCommand.Kind.extendPrompt, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .prompts(.extendPrompt(self)) }

    public init(prompt: PromptID, seconds: Int) {
        (self.prompt, self.seconds) = (prompt, seconds)
    }
}

/// Ends the writing; nothing is shown yet.
public struct ClosePrompt: RoomWish {
    public var prompt: PromptID

    public static let granted = Granted<Self>(
        PromptCommand.Kind.closePrompt, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .prompts(.closePrompt(self)) }

    public init(prompt: PromptID) {
        self.prompt = prompt
    }
}

/// Shows all that was handed in, at once; whatever is open closes first.
public struct RevealPrompt: RoomWish {
    public var prompt: PromptID

    public static let granted = Granted<Self>(
        PromptCommand.Kind.revealPrompt, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .prompts(.revealPrompt(self)) }

    public init(prompt: PromptID) {
        self.prompt = prompt
    }
}

/// Keeps an answer: as a draft that only its author sees, or handed in, to be shown when all are.
public struct SaveResponse: RoomWish {
    public var prompt: PromptID
    public var answer: PromptAnswer
    public var narrowing: Narrowing?
    public var isHandedIn: Bool

    public static let granted = Granted<Self>(
        PromptCommand.Kind.saveResponse, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .prompts(.saveResponse(self)) }

    public init(prompt: PromptID, answer: PromptAnswer, narrowing: Narrowing?, isHandedIn: Bool) {
        (self.prompt, self.answer, self.narrowing, self.isHandedIn) = (prompt, answer, narrowing, isHandedIn)
    }
}

/// Takes an answer of mine back after it was shown.
public struct WithdrawResponse: RoomWish {
    public var response: ResponseID

    public static let granted = Granted<Self>(
        PromptCommand.Kind.withdrawResponse, in: [.open], own: .voices, other: .nobody, scribe: false,
        forOthers: true, about: .nothing)
    public var command: Command { .prompts(.withdrawResponse(self)) }

    public init(response: ResponseID) {
        self.response = response
    }
}

/// Likes an answer.
public struct StarResponse: RoomWish {
    public var response: ResponseID

    public static let granted = Granted<Self>(
        PromptCommand.Kind.starResponse, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .prompts(.starResponse(self)) }

    public init(response: ResponseID) {
        self.response = response
    }
}

/// Likes an answer no more.
public struct UnstarResponse: RoomWish {
    public var response: ResponseID

    public static let granted = Granted<Self>(
        PromptCommand.Kind.unstarResponse, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .prompts(.unstarResponse(self)) }

    public init(response: ResponseID) {
        self.response = response
    }
}

/// Brings an answer that everybody has seen to the wall, or takes it from there.
public struct ShowResponse: RoomWish {
    public var response: ResponseID
    public var isShown: Bool

    public static let granted = Granted<Self>(
        PromptCommand.Kind.showResponse, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .prompts(.showResponse(self)) }

    public init(response: ResponseID, isShown: Bool) {
        (self.response, self.isShown) = (response, isShown)
    }
}
