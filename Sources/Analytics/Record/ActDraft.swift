// Knows which act of the participation record each fact of a room is. There is no default: a new fact does not build
// here until somebody has decided. What it says of people beyond acts is in `Trace` and in `RecordFold`.

import Meetings

/// What a fact says of one act, before it is known who did what around it.
struct ActDraft: Equatable, Sendable {
    /// Whose it is.
    enum Doer: Equatable, Sendable {
        case person(PersonID)
        /// Whoever caused it.
        case actor
        /// Theirs, if anybody tapped it; the server may only have remembered it.
        case tapped(PersonID)
    }

    var kind: ActKind
    var by: Doer
    var object: String?
    /// What it replies to or builds on.
    var re: String?
    var to: PersonID?
    var words: Int?
    var group: GroupID?
    var source: Source

    init(
        _ kind: ActKind, _ by: Doer, _ object: String? = nil, re: String? = nil, to: PersonID? = nil,
        words: Int? = nil, group: GroupID? = nil, source: Source? = nil
    ) {
        (self.kind, self.by, self.object, self.re, self.to) = (kind, by, object, re, to)
        (self.words, self.group, self.source) = (words, group, source ?? .client)
    }
}

extension Event {
    /// The act it is; nil for what frames the meeting, tells of seats, shows something or only follows.
    var act: ActDraft? {
        switch self {
        case .pulse(let fact): fact.act
        case .bench(let fact): fact.act
        case .prompts(let fact): fact.act
        case .chat(let fact): fact.act
        case .floor(let fact): fact.act
        case .questions(let fact): fact.act
        case .topics(let fact): fact.act
        case .groups(let fact): fact.act
        case .notes(let fact): fact.act
        case .turns(let fact): fact.act
        case .takeaway(let fact): fact.act
        // Reports say of several acts at once (`RecordFold.addCallActs`).
        case .frame, .agenda, .door, .roster, .drafts, .imports: nil
        }
    }
}

extension PulseFact {
    fileprivate var act: ActDraft? {
        switch self {
        case .pulseAnswered(let fact):
            fact.person.map { ActDraft(.pulseAnswer, .person($0), fact.pulse.rawValue, source: fact.source) }
        case .pulseOpened, .pulseClosed: nil
        }
    }
}

extension BenchFact {
    fileprivate var act: ActDraft? {
        switch self {
        case .kitSet(let fact): fact.act
        case .helpGiven(let fact):
            ActDraft(
                .helpDone, .person(fact.peer), fact.segment.rawValue, to: fact.person, source: fact.source)
        // How they would adapt it is made; how fiddly it was is a closed answer.
        case .kitReviewed(let fact):
            ActDraft(
                fact.words > 0 ? .kitNote : .pollVote, .person(fact.person), fact.segment.rawValue,
                words: fact.words > 0 ? fact.words : nil, source: fact.source)
        case .photoAdded(let fact):
            fact.person.map { ActDraft(.kitPhoto, .person($0), fact.segment.rawValue, source: fact.source) }
        case .helpCalled, .helpOffered, .helpDeclined, .helpClosed, .photoShown, .photoRemoved: nil
        }
    }
}

extension KitSet {
    fileprivate var act: ActDraft? {
        let kind: ActKind =
            note != nil ? .kitNote : previousState == state && previousStep != step ? .kitTick : .kitState
        return person.map {
            ActDraft(kind, .person($0), segment.rawValue, words: note.map(Text.words(in:)), source: source)
        }
    }
}

extension PromptFact {
    fileprivate var act: ActDraft? {
        switch self {
        // Only what is handed in: a draft is not logged as an act.
        case .responseSaved(let fact):
            fact.isHandedIn
                ? fact.person.map {
                    ActDraft(
                        .reflectSave, .person($0), fact.prompt.rawValue, words: fact.words, source: fact.source)
                } : nil
        case .responseStarred(let fact):
            ActDraft(.boardVote, .person(fact.person), fact.response.rawValue, source: fact.source)
        // Anonymous answers are a bit for each who answered (`OfferedItem.sealed`), without a moment.
        case .answersSealed, .answersRevealed: nil
        case .promptPrepared, .promptEdited, .promptRemoved, .promptOpened, .promptExtended, .promptClosed,
            .promptRevealed, .responseRevealed, .responseWithdrawn, .responseUnstarred, .responseShown,
            .responsesClustered, .clusterShown:
            nil
        }
    }
}

extension ChatFact {
    fileprivate var act: ActDraft? {
        switch self {
        case .messagePosted(let fact):
            ActDraft(
                fact.re == nil ? .chatPost : .chatReply, .person(fact.person), fact.message.rawValue,
                re: fact.re?.rawValue, words: fact.words, group: fact.group, source: fact.source)
        case .reactionAdded(let fact):
            ActDraft(.react, .person(fact.person), fact.message.rawValue, source: fact.source)
        case .reactionRemoved(let fact): ActDraft(.reactUndo, .person(fact.person), fact.message.rawValue)
        case .messageCorrected, .messageWithdrawn, .messageRestored, .messageHidden: nil
        }
    }
}

extension FloorFact {
    fileprivate var act: ActDraft? {
        switch self {
        case .handRaised(let fact): ActDraft(.handUp, .person(fact.person), source: fact.source)
        case .handLowered(let fact): ActDraft(.handDown, .person(fact.person), source: fact.source)
        case .handCalled(let fact): ActDraft(.handCalled, .person(fact.person), source: .leadTap)
        case .turnStarted(let fact): ActDraft(.talkTurn, .person(fact.person), source: fact.source)
        case .speechNoted(let fact):
            fact.person.map { ActDraft(.talkTurn, .person($0), words: fact.words, source: fact.source) }
        case .viewOpened(let fact): ActDraft(.viewOpen, .person(fact.person), fact.view.rawValue)
        case .turnEnded: nil
        }
    }
}

extension QuestionFact {
    fileprivate var act: ActDraft? {
        switch self {
        case .questionAsked(let fact):
            ActDraft(
                .boardCard, .person(fact.person), fact.question.rawValue, words: fact.words, source: fact.source)
        case .questionSupported(let fact):
            ActDraft(.boardVote, .person(fact.person), fact.question.rawValue, source: fact.source)
        case .questionAnswered, .questionHidden: nil
        }
    }
}

extension TopicFact {
    fileprivate var act: ActDraft? {
        switch self {
        case .offersSet(let fact): ActDraft(.pollVote, .tapped(fact.person), source: fact.source)
        case .needsSet(let fact): ActDraft(.pollVote, .tapped(fact.person), source: fact.source)
        case .teachingSet(let fact): ActDraft(.pollVote, .tapped(fact.person), source: fact.source)
        case .topicsSet: nil
        }
    }
}

extension GroupFact {
    fileprivate var act: ActDraft? {
        switch self {
        case .groupSignalled(let fact): fact.act
        case .groupRenamed(let fact): ActDraft(.boardMove, .actor, fact.group.rawValue, group: fact.group)
        // A lead's message to all is a lead's work.
        case .groupsFormed, .groupOpened, .peopleMoved, .groupEdited, .roundTimed, .groupsEnded, .groupVisited,
            .announcementMade:
            nil
        }
    }
}

extension GroupSignalled {
    fileprivate var act: ActDraft? {
        switch signal {
        case .help, .moreTime: draft(.groupHelp)
        case .done: draft(.groupReady)
        // They take back what was said, or answer it.
        case .helped, .notDone, .timeHeard: nil
        }
    }

    private func draft(_ kind: ActKind) -> ActDraft {
        ActDraft(kind, .person(person), group.rawValue, group: group, source: source)
    }
}

extension NoteFact {
    fileprivate var act: ActDraft? {
        switch self {
        case .cardWritten(let fact):
            ActDraft(
                fact.re == nil ? .boardCard : .noteBuild, .person(fact.person), fact.card.rawValue,
                re: fact.re?.rawValue, words: fact.words, group: fact.group, source: fact.source)
        case .cardEdited(let fact):
            ActDraft(
                .noteEdit, .actor, fact.card.rawValue, re: fact.card.rawValue, words: fact.words, group: fact.group)
        case .cardMoved(let fact): ActDraft(.boardMove, .actor, fact.card.rawValue, group: fact.group)
        case .cardStarred(let fact):
            ActDraft(.boardVote, .person(fact.person), fact.card.rawValue, group: fact.group, source: fact.source)
        case .cardWithdrawn, .cardRestored, .cardUnstarred: nil
        }
    }
}

extension TurnFact {
    fileprivate var act: ActDraft? {
        switch self {
        // Whose turn it is may say nothing: they are given the floor, and that is no participation.
        case .groupTurnGiven(let fact):
            ActDraft(.handCalled, .person(fact.person), group: fact.group, source: .scribe)
        case .groupTurnsEnded: nil
        }
    }
}

extension TakeawayFact {
    fileprivate var act: ActDraft? {
        switch self {
        case .actionSaved(let fact): ActDraft(.actionSet, .person(fact.person))
        case .recordCorrected: nil
        }
    }
}
