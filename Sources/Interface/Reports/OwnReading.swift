// Knows which meeting it was of which somebody reads what is kept of them.

import Exchange
import Meetings

extension OwnMeeting {
    /// What the log of a meeting holds of somebody.
    public init(_ meeting: MeetingRecord, of person: PersonID, log: [(entry: Entry, actor: PersonID?)]) {
        self.init(id: meeting.id, title: meeting.title, zone: meeting.zone, of: person, log: log)
    }
}
