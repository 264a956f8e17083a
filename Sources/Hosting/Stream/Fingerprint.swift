// Knows a short hash by which a repeated command is told from a different one with the same id.
//
// What is hashed is what the command means, as this program writes it, and for whom it is: a client that asks again need
// not write the same bytes, and what an earlier program stored is known by the same hash.

import Meetings
import Wire

/// FNV-1a, 64 bits: no secret hangs on it, a client can only mislead itself.
enum Fingerprint {
    static func of(_ command: some Encodable, for subject: PersonID? = nil) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in JSONWriter.bytes(command) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for byte in (subject?.rawValue ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
