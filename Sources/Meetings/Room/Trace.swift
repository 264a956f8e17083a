// Knows what each fact of a room says of a person's part in it. There is no default: a new fact does not build here
// until somebody has decided whether it is an act.

/// What a fact says of somebody's part in a meeting.
public enum Trace: Equatable, Sendable {
    /// Nothing of anybody's part: it frames the meeting, is a lead's decision, or tells of seats.
    case nothing
    /// They are here, and no act: they came, looked, took something back.
    case sign(PersonID)
    /// They did something.
    case act(PersonID)
    /// Whoever caused it did something; it names nobody else.
    case actorsAct
    /// Whoever caused it is here, and no act.
    case actorsSign
    /// They all did something, and nobody knows when.
    case acts([PersonID])
    /// They said something of themselves, if anybody tapped it; the server may only have remembered it.
    case tapped(PersonID)
}

extension Event {
    /// What it says of somebody's part.
    public var trace: Trace {
        switch self {
        case .frame(let fact): fact.trace
        case .agenda(let fact): fact.trace
        case .door(let fact): fact.trace
        case .roster(let fact): fact.trace
        case .pulse(let fact): fact.trace
        case .bench(let fact): fact.trace
        case .prompts(let fact): fact.trace
        case .chat(let fact): fact.trace
        case .floor(let fact): fact.trace
        case .questions(let fact): fact.trace
        case .topics(let fact): fact.trace
        case .drafts(let fact): fact.trace
        case .groups(let fact): fact.trace
        case .notes(let fact): fact.trace
        case .turns(let fact): fact.trace
        case .takeaway(let fact): fact.trace
        case .imports(let fact): fact.trace
        }
    }
}

extension FrameFact {
    fileprivate var trace: Trace {
        switch self {
        case .recordingBegan, .meetingPlanned, .meetingRetitled, .meetingScheduled, .venueSet, .optionsSet,
            .roomLocked, .roomUnlocked, .meetingOpened, .meetingEnded, .meetingReopened:
            .nothing
        }
    }
}

extension AgendaFact {
    fileprivate var trace: Trace {
        switch self {
        case .segmentAdded, .segmentRemoved, .segmentOpened, .segmentEnded, .segmentSkipped, .stepUndone,
            .segmentEdited, .segmentMoved, .timeboxSet:
            .nothing
        }
    }
}

extension DoorFact {
    fileprivate var trace: Trace {
        switch self {
        case .personCheckedIn(let fact): .sign(fact.person)
        case .presenceBegan(let fact): .sign(fact.person)
        case .entryClaimed(let fact): .sign(fact.person)
        case .personJoined, .personWaited, .personDenied, .waitEnded, .personRemoved, .personReturnedToLobby,
            .presenceEnded, .personSeated, .personErased, .personMerged:
            .nothing
        }
    }
}

extension RosterFact {
    fileprivate var trace: Trace {
        switch self {
        case .leaveTaken(let fact): .sign(fact.person)
        case .personRenamed, .modeSet, .tierSet, .leadAppointed, .leadDismissed, .scribeAppointed, .scribeDismissed:
            .nothing
        }
    }
}

extension PulseFact {
    fileprivate var trace: Trace {
        switch self {
        case .pulseAnswered(let fact): fact.person.map(Trace.act) ?? .nothing
        case .pulseOpened, .pulseClosed: .nothing
        }
    }
}

extension BenchFact {
    fileprivate var trace: Trace {
        switch self {
        case .kitSet(let fact): fact.person.map(Trace.act) ?? .nothing
        case .helpGiven(let fact): .act(fact.peer)
        case .kitReviewed(let fact): .act(fact.person)
        case .photoAdded(let fact): fact.person.map(Trace.act) ?? .nothing
        case .helpDeclined(let fact): .sign(fact.peer)
        case .photoShown(let fact): .sign(fact.person)
        // What comes with the act itself, or is worked out.
        case .helpCalled, .helpOffered, .helpClosed, .photoRemoved: .nothing
        }
    }
}

extension PromptFact {
    fileprivate var trace: Trace {
        switch self {
        // What is kept while somebody writes is an act as much as what they hand in.
        case .responseSaved(let fact): fact.person.map(Trace.act) ?? .nothing
        case .responseStarred(let fact): .act(fact.person)
        case .responseWithdrawn: .actorsSign
        case .responseUnstarred(let fact): .sign(fact.person)
        case .promptPrepared, .promptEdited, .promptRemoved, .promptOpened, .promptExtended, .promptClosed,
            .promptRevealed, .responseRevealed, .responseShown, .responsesClustered, .clusterShown, .answersRevealed:
            .nothing
        // That they answered counts for each; the moment is that of the closing, and nobody's.
        case .answersSealed(let fact): .acts(fact.people ?? [])
        }
    }
}

extension ChatFact {
    fileprivate var trace: Trace {
        switch self {
        case .messagePosted(let fact): .act(fact.person)
        case .reactionAdded(let fact): .act(fact.person)
        case .messageCorrected, .messageRestored: .actorsAct
        case .messageWithdrawn: .actorsSign
        case .reactionRemoved(let fact): .sign(fact.person)
        case .messageHidden: .nothing
        }
    }
}

extension FloorFact {
    fileprivate var trace: Trace {
        switch self {
        case .handRaised(let fact): .act(fact.person)
        // Whose hand a lead or a scribe lowers may have gone long ago.
        case .handLowered(let fact):
            switch fact.source {
            case .client, .selfReport, .transcript: .sign(fact.person)
            case .leadTap, .scribe: .nothing
            }
        case .turnStarted(let fact): .act(fact.person)
        case .speechNoted(let fact): fact.person.map(Trace.act) ?? .nothing
        case .viewOpened(let fact): .sign(fact.person)
        case .handCalled, .turnEnded: .nothing
        }
    }
}

extension QuestionFact {
    fileprivate var trace: Trace {
        switch self {
        case .questionAsked(let fact): .act(fact.person)
        case .questionSupported(let fact): .act(fact.person)
        case .questionAnswered, .questionHidden: .nothing
        }
    }
}

extension TopicFact {
    fileprivate var trace: Trace {
        switch self {
        case .offersSet(let fact): .tapped(fact.person)
        case .needsSet(let fact): .tapped(fact.person)
        case .teachingSet(let fact): .tapped(fact.person)
        case .topicsSet: .nothing
        }
    }
}

extension DraftFact {
    fileprivate var trace: Trace {
        switch self {
        case .pairRulesSet, .draftSaved, .draftDropped: .nothing
        }
    }
}

extension GroupFact {
    fileprivate var trace: Trace {
        switch self {
        case .groupSignalled(let fact): .act(fact.person)
        case .announcementMade(let fact): .act(fact.person)
        case .groupRenamed: .actorsAct
        case .groupsFormed, .groupOpened, .peopleMoved, .groupEdited, .roundTimed, .groupsEnded, .groupVisited: .nothing
        }
    }
}

extension NoteFact {
    fileprivate var trace: Trace {
        switch self {
        case .cardWritten(let fact): .act(fact.person)
        case .cardStarred(let fact): .act(fact.person)
        case .cardEdited, .cardMoved, .cardRestored: .actorsAct
        case .cardWithdrawn: .actorsSign
        case .cardUnstarred(let fact): .sign(fact.person)
        }
    }
}

extension TurnFact {
    fileprivate var trace: Trace {
        switch self {
        // Whose turn it is may say nothing; whoever gives it does something.
        case .groupTurnGiven: .actorsAct
        case .groupTurnsEnded: .actorsSign
        }
    }
}

extension TakeawayFact {
    fileprivate var trace: Trace {
        switch self {
        // It may come days after the meeting: it is no part in it.
        case .actionSaved, .recordCorrected: .nothing
        }
    }
}

extension ImportFact {
    fileprivate var trace: Trace {
        switch self {
        // What reports say was at another time than their facts; `Record` has it.
        case .reportImported, .callerImported, .speechImported, .chatImported, .importUndone: .nothing
        }
    }
}
