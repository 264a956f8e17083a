// Knows who may see which event, and what of it: the one place, on the way out. An event that a viewer may not see
// still advances the sequence they have.

import Meetings

/// Redaction of events by audience.
public enum Visibility {
    /// The event as that audience may see it, or nil. Default deny for guests, walls and the lobby. `group` is the one
    /// to which the event belongs (`Room.group(of:)`).
    public static func event(_ event: Event, for audience: Audience, of group: GroupID? = nil) -> Event? {
        switch audience.kind {
        case .lead: forLead(event)
        case .participant: group == nil || group == audience.group ? forParticipant(event) : nil
        case .guest: forGuest(event)
        case .wall: forWall(event)
        case .waiting: nil
        }
    }

    /// First name only: what guests and walls show of whoever asked a question.
    public static func firstName(_ name: String?) -> String? {
        name?.split(separator: " ").first.map(String.init)
    }

    private static func forLead(_ event: Event) -> Event? {
        switch event {
        case .pulseAnswered(let pulse, _, let answer, let previous, _):
            .pulseAnswered(pulse: pulse, person: nil, answer: answer, previous: previous)
        case .tierSet: nil
        case .personJoined(let person, let role, let mode, _, let name, let school):
            .personJoined(
                person: person, role: role, mode: mode, tier: nil, name: name, school: school)
        case .personWaited(let person, let mode, _, let name, let school):
            .personWaited(person: person, mode: mode, tier: nil, name: name, school: school)
        default: event
        }
    }

    private static func forParticipant(_ event: Event) -> Event? {
        switch event {
        case .personWaited, .personDenied, .leaveTaken, .speechNoted, .viewOpened, .recordingBegan, .pairRulesSet,
            .draftSaved, .draftDropped:
            nil
        case .groupsFormed(let round, let segment, let groups, let texts, let draw):
            .groupsFormed(
                round: round, segment: segment, groups: groups, texts: texts.map(told), draw: told(draw))
        case .groupOpened(let round, let groups, let texts, let reason):
            .groupOpened(round: round, groups: groups, texts: texts.map(told), reason: reason)
        case .groupEdited(let group, let texts, let table, let bridge, let roles):
            .groupEdited(group: group, texts: texts.map(told), table: table, bridge: bridge, roles: roles)
        default: forLead(event)
        }
    }

    private static func forGuest(_ event: Event) -> Event? {
        switch event {
        case .meetingPlanned, .meetingRetitled, .meetingScheduled, .optionsSet, .meetingOpened, .meetingEnded,
            .meetingReopened,
            .roomLocked, .roomUnlocked, .segmentAdded, .segmentEdited, .segmentMoved, .segmentRemoved,
            .segmentOpened, .segmentEnded, .segmentSkipped, .timeboxSet, .questionAnswered,
            .questionHidden:
            event
        case .questionSupported(let question, _, _): .questionSupported(question: question, person: .counted)
        case .questionAsked(let question, _, let name, let text, let words, _):
            .questionAsked(
                question: question, person: .counted, name: firstName(name), text: text, words: words)
        default: nil
        }
    }

    private static func forWall(_ event: Event) -> Event? {
        switch event {
        case .personJoined, .personRemoved, .personReturnedToLobby, .personRenamed, .modeSet, .personSeated,
            .presenceBegan,
            .presenceEnded, .personCheckedIn, .handRaised, .handLowered, .handCalled, .turnStarted, .turnEnded,
            .pulseOpened,
            .pulseClosed, .peopleMoved, .groupsEnded:
            forParticipant(event)
        case .groupsFormed(let round, let segment, let groups, _, let draw):
            .groupsFormed(
                round: round, segment: segment, groups: groups.map(found), texts: nil, draw: told(draw))
        case .groupOpened(let round, let groups, _, let reason):
            .groupOpened(round: round, groups: groups.map(found), texts: nil, reason: reason)
        case .groupEdited(let group?, _, let table, _, _):
            .groupEdited(group: group, texts: nil, table: table, bridge: nil, roles: GroupRoles())
        case .pulseAnswered(let pulse, _, _, let previous, _):
            // A wall counts how many have answered, not what: every answer looks alike, a changed one is silent.
            previous == nil ? .pulseAnswered(pulse: pulse, person: nil, answer: .gotIt, previous: nil) : nil
        default: forGuest(event)
        }
    }

    /// Without the names of those for whom a seat is kept.
    static func told(_ texts: GroupTexts) -> GroupTexts {
        var texts = texts
        texts.expected = nil
        return texts
    }

    private static func told(_ texts: RoundTexts) -> RoundTexts {
        var texts = texts
        texts.groups = texts.groups.map(told)
        return texts
    }

    /// What was wanted, not how well it came out: points are nobody's but the leads'.
    static func told(_ draw: Draw) -> Draw { Draw(choice: draw.choice, isEdited: draw.isEdited) }

    /// Who sits where: all that a wall shows.
    private static func found(_ seats: GroupSeats) -> GroupSeats {
        GroupSeats(group: seats.group, members: seats.members, table: seats.table)
    }
}
