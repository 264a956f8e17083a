// Knows who may see which event, and what of it: the one place, on the way out. An event that a viewer may not see
// still advances the sequence they have.

import Meetings

/// Redaction of events by audience.
public enum Visibility {
    /// The event as that audience may see it, or nil. Default deny for guests, walls and the lobby.
    public static func event(_ event: Event, for kind: ViewerKind) -> Event? {
        switch kind {
        case .lead: forLead(event)
        case .participant: forParticipant(event)
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
        case .personWaited, .personDenied, .leaveTaken, .speechNoted, .viewOpened, .recordingBegan: nil
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
            .pulseClosed:
            forParticipant(event)
        case .pulseAnswered(let pulse, _, _, let previous, _):
            // A wall counts how many have answered, not what: every answer looks alike, a changed one is silent.
            previous == nil ? .pulseAnswered(pulse: pulse, person: nil, answer: .gotIt, previous: nil) : nil
        default: forGuest(event)
        }
    }
}
