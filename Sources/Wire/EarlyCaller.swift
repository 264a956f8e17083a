// Knows what leads are shown of somebody who waits for a meeting that is not open yet.

import Meetings

/// Somebody before the door who has said who they are. Nobody has let them in, and nothing of it is stored.
public struct EarlyCaller: Encodable, Equatable, Sendable {
    /// Tells them apart, and says nothing else: their device is known by another one.
    public var id: String
    public var name: String
    public var school: String?
    public var mode: AttendanceMode
    public var since: Instant

    public init(id: String, name: String, school: String?, mode: AttendanceMode, since: Instant) {
        (self.id, self.name, self.school, self.mode, self.since) = (id, name, school, mode, since)
    }
}
