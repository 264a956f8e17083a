// Knows what a hello costs whoever says it: as much as there is to send. A whole school that comes in by one address
// pays each for themselves.

import Meetings
import Wire

/// Who pays for a hello.
enum Greeted: Hashable, Sendable {
    case person(PersonID)
    case walls(String)

    init(_ admission: Admission) {
        self = admission.person.map(Self.person) ?? .walls(admission.meeting)
    }
}

extension Reception {
    /// They have been told so many bytes.
    func charge(_ admission: Admission, for bytes: Int) {
        greetings.owe(
            Greeted(admission), weight: Double(bytes) / Double(limits.bytesOfHello), at: read().steady)
    }

    /// Too many hellos: they come back a while later by themselves.
    func sendOff(_ connection: ConnectionNumber) {
        HostingMeters.shared.refused("slowDown")
        dismiss(connection, .tooFast)
    }
}
