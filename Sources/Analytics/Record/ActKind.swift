// Knows what an act in the participation record may be called, and which mode its form makes it. A mode is about a line
// of the log, never about a mind.

/// What can be seen of an act, ordered for learning and not for worth (ICAP, Chi and Wylie 2014).
public enum ActMode: String, Codable, Sendable, CaseIterable, Comparable {
    /// Something was brought to them, and nothing else is seen.
    case received = "P"
    case acted = "A"
    case made = "C"
    /// A candidate for an exchange; it becomes one by people who say so.
    case exchanged = "I?"

    public static func < (one: Self, other: Self) -> Bool { one.place < other.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The kinds of acts, by their names in the record and in the pack. Presence is no act: it is a `Stay`.
public enum ActKind: String, Codable, Sendable, CaseIterable {
    case viewOpen = "view.open"
    case react
    case reactUndo = "react.undo"
    case pulseAnswer = "pulse.answer"
    case pollVote = "poll.vote"
    case handUp = "hand.up"
    case handDown = "hand.down"
    case handCalled = "hand.called"
    case kitState = "kit.state"
    case kitTick = "kit.tick"
    case kitNote = "kit.note"
    case kitPhoto = "kit.photo"
    case reflectSave = "reflect.save"
    case chatPost = "chat.post"
    case chatReply = "chat.reply"
    case boardCard = "board.card"
    case boardMove = "board.move"
    case boardVote = "board.vote"
    case noteBuild = "note.build"
    case noteEdit = "note.edit"
    case actionSet = "action.set"
    case talkTurn = "talk.turn"
    case groupReady = "group.ready"
    case groupHelp = "group.help"
    case helpDone = "help.done"
    /// An answer to an instrument: an outcome, never participation.
    case surveyAnswer = "survey.answer"

    /// The mode by form alone; nil for what is no participation.
    ///
    /// - Parameters:
    ///   - words: how many, where there are any.
    ///   - milliseconds: how long it lasted, where that is known.
    func mode(words: Int?, milliseconds: Int64?, _ thresholds: Thresholds) -> ActMode? {
        switch self {
        case .viewOpen: .received
        case .react, .pulseAnswer, .pollVote, .handUp, .kitState, .kitTick, .boardMove, .boardVote, .groupReady,
            .groupHelp:
            .acted
        case .kitNote, .kitPhoto, .boardCard, .noteBuild, .noteEdit, .actionSet, .helpDone: .made
        case .reflectSave, .chatPost, .chatReply: words ?? 0 >= thresholds.madeWords ? .made : .acted
        case .talkTurn:
            words ?? 0 >= thresholds.madeTurnWords || milliseconds ?? 0 >= thresholds.madeTurnSeconds.milliseconds
                ? .made : .acted
        case .reactUndo, .handDown, .handCalled, .surveyAnswer: nil
        }
    }
}

/// Whose an act is.
public enum ActScope: String, Codable, Sendable, CaseIterable {
    case person
    /// Several people's, at one device: it is nobody's own.
    case table
    /// A lead tapped it for somebody.
    case leadFor = "lead_for"
}
