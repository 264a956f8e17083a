// Knows how an event of a network is taken apart: what people wrote, where they are, how they are reached and whom they
// do not want are theirs to erase; who did what, and when, stays.

import Log
import Meetings

extension Sealing {
    /// Fields of a network's events that hold what is somebody's own.
    static let ownFields: Set<String> = ["contact", "place", "subject", "offers", "needs", "other", "text", "day"]

    /// Splits an event of a network. Its words belong to the person it names.
    public static func seal(_ event: NetworkEvent) -> SealedEvent {
        var (kind, fields) = Self.fields(of: event)
        let own = fields.filter { ownFields.contains($0.key) && $0.value != .null }
        for key in own.keys { fields[key] = nil }
        var parts: [ErasablePart] = []
        if !own.isEmpty {
            parts.append(
                ErasablePart(
                    person: event.owner?.rawValue, object: event.object, json: ServerMessage.encode(own),
                    untilEnd: false))
        }
        return SealedEvent(kind: kind, version: version, body: ServerMessage.encode(fields), parts: parts)
    }

    /// Puts an event of a network together from what is left of it.
    public static func unsealNetwork(_ sealed: SealedEvent) throws -> NetworkEvent {
        try unseal(sealed, as: NetworkEvent.self)
    }
}

extension NetworkEvent {
    /// Whose words it holds.
    var owner: PersonID? {
        switch self {
        case .buddyOptedIn(let person, _, _, _, _, _, _, _, _), .buddyBlocked(let person, _),
            .buddyUnblocked(let person, _), .buddyGoalSet(_, let person, _),
            .buddyNoteWritten(_, _, let person, _, _), .buddyDateSet(_, let person, _, _):
            person
        default: nil
        }
    }

    /// What its words belong to, so that they can be replaced or taken back.
    public var object: String? {
        switch self {
        case .buddyOptedIn(let person, _, _, _, _, _, _, _, _), .buddyOptedOut(let person): "member-\(person)"
        case .buddyGoalSet(let pair, _, _): "goal-\(pair)"
        case .buddyDateSet(let pair, _, _, _): "date-\(pair)"
        case .buddyNoteWritten(let pair, let note, _, _, _), .buddyNoteRemoved(let pair, let note):
            "note-\(pair)-\(note)"
        default: nil
        }
    }

    /// The words that are erased when this is stored: what it replaces, or what was taken back.
    public var replaced: String? {
        if case .buddyNoteWritten = self { return nil }
        return object
    }
}
