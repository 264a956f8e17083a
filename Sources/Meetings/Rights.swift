// Knows who may do what: one table, default deny. Checked in `Room.decide`, so in the order of the log.

/// How the actor stands to the person whom a command concerns.
public enum Relation: String, CaseIterable, Sendable {
    /// The command concerns the actor, or nobody, or somebody who shares the actor's device.
    case own
    /// The command concerns somebody else.
    case other
    /// It concerns somebody else, and the actor is a scribe.
    case scribed
}

/// The rights table.
public enum Rights {
    /// One row: in which phases, and which roles for themselves, for others, and whether a scribe for others.
    struct Row {
        var phases: Set<Phase>
        var own: Set<Role>
        var other: Set<Role> = []
        var scribe = false
    }

    /// Whether a person may; the server itself is not asked.
    public static func allows(_ kind: Command.Kind, role: Role, phase: Phase, relation: Relation) -> Bool {
        let row = row(kind)
        guard row.phases.contains(phase) else { return false }
        switch relation {
        case .own: return row.own.contains(role)
        case .other: return row.other.contains(role)
        case .scribed: return row.other.contains(role) || row.scribe && role == .participant
        }
    }

    /// Whether only the phase stands in the way of what the role may do.
    static func allowsInSomePhase(_ kind: Command.Kind, role: Role, relation: Relation) -> Bool {
        Phase.allCases.contains { allows(kind, role: role, phase: $0, relation: relation) }
    }

    /// What can be done for somebody who has no device of their own.
    static func canBeDoneForOthers(_ kind: Command.Kind) -> Bool {
        switch kind {
        case .answerPulse, .postMessage, .correctMessage, .withdrawMessage, .react, .unreact, .askQuestion,
            .supportQuestion, .raiseHand, .lowerHand, .startTurn, .endTurn, .setOffers, .setNeeds, .setTeaching,
            .signal, .writeCard, .editCard, .withdrawCard, .starCard, .unstarCard:
            true
        default: false
        }
    }

    private static let leads: Set<Role> = [.lead, .coordinator]
    private static let members: Set<Role> = [.participant, .lead, .coordinator]
    /// Whoever takes part, in person or as the table they share.
    private static let voices: Set<Role> = [.table, .participant, .lead, .coordinator]
    private static let everybody: Set<Role> = [.guest, .table, .participant, .lead, .coordinator]

    /// The row of a command; a command without one does not build.
    static func row(_ kind: Command.Kind) -> Row {
        switch kind {
        case .plan, .join, .beginPresence, .endPresence, .bringIn, .beginRecording, .noteMessage, .recallTopics:
            Row(phases: [], own: [])
        case .retitle, .schedule, .setOptions, .addSegment, .editSegment, .moveSegment, .removeSegment:
            Row(phases: [.planned, .open], own: leads)
        case .openMeeting:
            Row(phases: [.planned], own: leads)
        case .reopenMeeting:
            Row(phases: [.ended], own: leads)
        case .lockRoom, .unlockRoom:
            Row(phases: [.planned, .open], own: leads)
        case .endMeeting, .openSegment, .openNext, .openPrevious, .adjustTimebox, .skipSegment, .closePulse,
            .hideMessage, .hideQuestion:
            Row(phases: [.open], own: leads)
        case .checkIn, .checkOut:
            // Those who sit at a table are its own.
            Row(phases: [.open], own: [.table], other: leads, scribe: true)
        case .admit, .deny, .remove, .moveToLobby:
            Row(phases: [.open], own: [], other: leads)
        case .appointLead, .appointScribe:
            Row(phases: [.open], own: [], other: leads)
        case .dismissLead, .handOver, .dismissScribe:
            Row(phases: [.open], own: leads, other: leads)
        case .rename:
            Row(phases: [.planned, .open], own: voices, other: leads)
        case .setMode:
            Row(phases: [.planned, .open], own: members, other: leads)
        case .setTier:
            Row(phases: [.planned, .open], own: members)
        case .takeLeave:
            Row(phases: [.open], own: everybody)
        case .answerPulse, .openView, .postMessage, .react, .unreact, .askQuestion, .supportQuestion:
            Row(phases: [.open], own: voices)
        case .correctMessage, .withdrawMessage:
            // Only of one's own message, which the room checks: the relation here is to a person.
            Row(phases: [.open], own: voices)
        case .raiseHand, .lowerHand, .startTurn, .endTurn, .noteSpeech:
            Row(phases: [.open], own: voices, other: leads, scribe: true)
        case .callOn:
            Row(phases: [.open], own: leads, other: leads)
        case .setTopics, .setPairRules, .saveDraft, .dropDraft:
            Row(phases: [.planned, .open], own: leads)
        case .setOffers, .setNeeds, .setTeaching:
            Row(phases: [.planned, .open], own: members)
        case .formGroups, .openGroup, .movePeople, .editGroup, .endGroups, .visitGroup, .announce:
            Row(phases: [.open], own: leads)
        case .signal, .writeCard, .editCard, .moveCard, .withdrawCard, .starCard, .unstarCard:
            // Only in one's own group, which the room checks: the relation here is to a person.
            Row(phases: [.open], own: voices)
        case .markAnswered:
            Row(phases: [.open], own: [.guest, .lead, .coordinator])
        }
    }
}
