// Knows which time zones there are: those of this machine's tables.

import Foundation
import Meetings

/// Time zones by their IANA names.
public enum Zones {
    /// Whether a meeting can be planned in the zone of this name.
    public static func isKnown(_ name: String) -> Bool {
        name.utf8.count <= Limits.zoneLength && TimeZone(identifier: name) != nil
    }
}
