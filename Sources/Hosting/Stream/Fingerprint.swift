// Knows a short hash by which a repeated command is told from a different one with the same id.
//
// What is hashed is the message as it came: a client that asks again sends the same bytes (Wire/Protocol.md), so that
// nothing has to be encoded for it. Earlier programs hashed the command as they would have written it, and the person
// for whom it was; such a hash may still stand in a log, so where the two differ the former one is made and compared
// before an id is called a conflict.

import Meetings
import Wire

/// FNV-1a, 64 bits: no secret hangs on it, a client can only mislead itself.
enum Fingerprint {
    static func of(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    /// The hash of a command by what it means.
    static func of(meaning command: some Encodable, for subject: PersonID? = nil) -> UInt64 {
        of(ServerMessage.encode(command) + Array((subject?.rawValue ?? "").utf8))
    }
}
