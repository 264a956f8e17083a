// Knows what events mean for the rows beside the log: what is erased with them, what the list of meetings learns.

import Log
import Meetings

extension Erasure {
    /// What is erased together with an event, if anything.
    init?(_ event: Event) {
        switch event {
        case .messageWithdrawn(let message): self = .object(message.rawValue)
        case .cardWithdrawn(let card, _): self = .object(card.rawValue)
        case .meetingEnded: self = .untilEnd
        default: return nil
        }
    }
}

extension Event {
    /// Whose privacy tier it brings, and which.
    var chosenTier: (person: PersonID, tier: Tier)? {
        switch self {
        case .personJoined(let person, _, _, let tier?, _, _), .personWaited(let person, _, let tier?, _, _),
            .tierSet(let person, let tier):
            (person, tier)
        default: nil
        }
    }
}

extension CatalogueChange {
    /// What the list of meetings learns from events; nil if nothing.
    init?(_ events: [Event]) {
        self.init()
        for event in events {
            switch event {
            case .meetingPlanned(let title, let start, let zone, _):
                (self.title, self.start) = (title, Start(at: start, zone: zone))
            case .meetingRetitled(let title): self.title = title
            case .meetingScheduled(let start, let zone): self.start = Start(at: start, zone: zone)
            case .meetingOpened: phase = .open
            case .meetingReopened: phase = .open
            case .meetingEnded: phase = .ended
            default: break
            }
        }
        guard self != CatalogueChange() else { return nil }
    }
}
