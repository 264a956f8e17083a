// Knows how a rehearsal gets its people: simulated teachers who come in as others do, so that a coordinator can practise.

import Meetings

/// Whoever plays teachers in a rehearsal.
public protocol Players: Sendable {
    /// How many rehearsals go on at once.
    var mostRehearsals: Int { get }
    /// Lets people come to a meeting as soon as it is open; they go when it is over.
    ///
    /// - Parameters:
    ///   - meeting: its id; people come to it once.
    ///   - code: by which they come in.
    func play(_ people: Int, to meeting: String, by code: String) -> Playing
}

/// What became of the wish to have people.
public enum Playing: Sendable { case begun, alreadyThere, tooMany }

/// How many come to a rehearsal that was started from a page.
enum Cast: NumberBound {
    static let range = 1...30
    static let usual = 12
}

struct WantedCast: Decodable, Sendable {
    var people: BoundedNumber<Cast>?
}

extension Routes {
    /// Only in meetings that are marked: simulated people count nowhere.
    func rehearse(_ call: Call<At<Coordinator>, WantedCast>) async throws -> Response {
        let meeting = call.caller.meeting
        guard meeting.isRehearsal || meeting.isSample, !meeting.isArchived, meeting.phase != .ended else {
            throw Refusal(409, "notRehearsal")
        }
        switch parts.players.play(call.body.people?.value ?? Cast.usual, to: meeting.id, by: meeting.code) {
        case .begun: return .empty()
        case .alreadyThere: throw Rejection.alreadySo
        case .tooMany: throw Refusal(409, "rehearsalsRun", limit: parts.players.mostRehearsals)
        }
    }
}
