// Knows where a picture of a kit lies: in the log alone, with the fact that brought it. No room keeps it in memory.

import Log
import Meetings
import Wire

extension Reception {
    /// A picture in base64, as it was stored; nil if it is gone or never was.
    public func picture(_ photo: PhotoID, of meeting: String) async throws -> String? {
        guard let sequence = Room.entry(of: photo), sequence > 0,
            let stored = try await log.entries(meeting, after: sequence - 1, limit: 1).first,
            stored.sequence == sequence, case .bench(.photoAdded(let fact)) = try Entry(stored).event,
            fact.photo == photo
        else { return nil }
        return fact.jpeg
    }
}
