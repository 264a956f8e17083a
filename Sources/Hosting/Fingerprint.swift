// Knows a short hash by which a repeated command is told from a different one with the same id.

/// FNV-1a, 64 bits: no secret hangs on it, a client can only mislead itself.
enum Fingerprint {
    static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
