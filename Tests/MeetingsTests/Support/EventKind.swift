// Knows every kind of event, its person, and one sample of each. A new event does not build until it is here.

import Meetings

/// The kinds of events, named as in the JSON.
enum EventKind: String, CaseIterable, Sendable {
    case meetingPlanned, meetingRetitled, meetingScheduled, optionsSet, recordingBegan, meetingOpened, meetingEnded,
        meetingReopened
    case roomLocked, roomUnlocked
    case personJoined, personWaited, personDenied, personRemoved, personReturnedToLobby, personRenamed
    case modeSet, tierSet, presenceBegan, presenceEnded, personCheckedIn, personSeated, leaveTaken
    case leadAppointed, leadDismissed, scribeAppointed, scribeDismissed
    case segmentAdded, segmentEdited, segmentMoved, segmentRemoved, segmentOpened, segmentEnded, segmentSkipped
    case timeboxSet
    case pulseOpened, pulseAnswered, pulseClosed
    case messagePosted, messageCorrected, messageWithdrawn, messageHidden, reactionAdded, reactionRemoved
    case handRaised, handLowered, handCalled, turnStarted, speechNoted, turnEnded, viewOpened
    case questionAsked, questionSupported, questionAnswered, questionHidden
    case topicsSet, offersSet, needsSet, teachingSet, pairRulesSet, draftSaved, draftDropped
    case groupsFormed, groupOpened, peopleMoved, groupEdited, groupsEnded, groupVisited, groupSignalled
    case announcementMade
    case cardWritten, cardEdited, cardMoved, cardWithdrawn, cardStarred, cardUnstarred
}

extension Event {
    /// The kind, and the person whom the event names, if it names one.
    var facts: (kind: EventKind, person: PersonID?) {
        switch self {
        case .meetingPlanned: (.meetingPlanned, nil)
        case .meetingRetitled: (.meetingRetitled, nil)
        case .meetingScheduled: (.meetingScheduled, nil)
        case .optionsSet: (.optionsSet, nil)
        case .recordingBegan: (.recordingBegan, nil)
        case .meetingOpened: (.meetingOpened, nil)
        case .meetingEnded: (.meetingEnded, nil)
        case .meetingReopened: (.meetingReopened, nil)
        case .roomLocked: (.roomLocked, nil)
        case .roomUnlocked: (.roomUnlocked, nil)
        case .personJoined(let person, _, _, _, _, _): (.personJoined, person)
        case .personWaited(let person, _, _, _, _): (.personWaited, person)
        case .personDenied(let person): (.personDenied, person)
        case .personRemoved(let person): (.personRemoved, person)
        case .personReturnedToLobby(let person): (.personReturnedToLobby, person)
        case .personRenamed(let person, _, _): (.personRenamed, person)
        case .modeSet(let person, _, _): (.modeSet, person)
        case .tierSet(let person, _): (.tierSet, person)
        case .presenceBegan(let person, _): (.presenceBegan, person)
        case .presenceEnded(let person, _): (.presenceEnded, person)
        case .personCheckedIn(let person, _): (.personCheckedIn, person)
        case .personSeated(let person, _): (.personSeated, person)
        case .leaveTaken(let person, _): (.leaveTaken, person)
        case .leadAppointed(let person): (.leadAppointed, person)
        case .leadDismissed(let person): (.leadDismissed, person)
        case .scribeAppointed(let person): (.scribeAppointed, person)
        case .scribeDismissed(let person): (.scribeDismissed, person)
        case .segmentAdded: (.segmentAdded, nil)
        case .segmentEdited: (.segmentEdited, nil)
        case .segmentMoved: (.segmentMoved, nil)
        case .segmentRemoved: (.segmentRemoved, nil)
        case .segmentOpened: (.segmentOpened, nil)
        case .segmentEnded: (.segmentEnded, nil)
        case .segmentSkipped: (.segmentSkipped, nil)
        case .timeboxSet: (.timeboxSet, nil)
        case .pulseOpened: (.pulseOpened, nil)
        case .pulseAnswered(_, let person, _, _, _): (.pulseAnswered, person)
        case .pulseClosed: (.pulseClosed, nil)
        case .messagePosted(_, let person, _, _, _, _, _, _): (.messagePosted, person)
        case .messageCorrected: (.messageCorrected, nil)
        case .messageWithdrawn: (.messageWithdrawn, nil)
        case .messageHidden: (.messageHidden, nil)
        case .reactionAdded(_, let person, _, _): (.reactionAdded, person)
        case .reactionRemoved(_, let person, _): (.reactionRemoved, person)
        case .handRaised(let person, _, _): (.handRaised, person)
        case .handLowered(let person, _): (.handLowered, person)
        case .handCalled(let person): (.handCalled, person)
        case .turnStarted(let person, _): (.turnStarted, person)
        case .speechNoted(let person, _, _, _): (.speechNoted, person)
        case .turnEnded(let person, _): (.turnEnded, person)
        case .viewOpened(let person, _): (.viewOpened, person)
        case .questionAsked(_, let person, _, _, _, _): (.questionAsked, person)
        case .questionSupported(_, let person, _): (.questionSupported, person)
        case .questionAnswered: (.questionAnswered, nil)
        case .questionHidden: (.questionHidden, nil)
        case .topicsSet: (.topicsSet, nil)
        case .offersSet(let person, _, _): (.offersSet, person)
        case .needsSet(let person, _, _): (.needsSet, person)
        case .teachingSet(let person, _, _): (.teachingSet, person)
        case .pairRulesSet: (.pairRulesSet, nil)
        case .draftSaved: (.draftSaved, nil)
        case .draftDropped: (.draftDropped, nil)
        case .groupsFormed: (.groupsFormed, nil)
        case .groupOpened: (.groupOpened, nil)
        case .peopleMoved: (.peopleMoved, nil)
        case .groupEdited: (.groupEdited, nil)
        case .groupsEnded: (.groupsEnded, nil)
        case .groupVisited(let person, _): (.groupVisited, person)
        case .groupSignalled(_, let person, _, _): (.groupSignalled, person)
        case .announcementMade(_, _, let person, _, _, _): (.announcementMade, person)
        case .cardWritten(_, _, let person, _, _, _, _, _, _): (.cardWritten, person)
        case .cardEdited: (.cardEdited, nil)
        case .cardMoved: (.cardMoved, nil)
        case .cardWithdrawn: (.cardWithdrawn, nil)
        case .cardStarred(_, _, let person, _): (.cardStarred, person)
        case .cardUnstarred(_, _, let person): (.cardUnstarred, person)
        }
    }
}
