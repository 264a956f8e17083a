// Knows what the interface asks about packs: the keys that give people pseudonyms, and the records that packs are made
// of.

import Exchange
import Meetings

public protocol PackCatalogue: Sendable {
    /// How far the log of a meeting is; 0 where it has none, or none any more.
    func lastEntry(of meeting: String) async throws -> Int64
    /// A new key, by its name.
    func makePackKey() async throws -> String
    /// The pseudonyms that a key gives; nil when it is gone.
    func pseudonyms(key: String) async throws -> PackPseudonyms?
    /// A meeting as far as a pack has it; nil when its log is gone.
    func packMeeting(_ range: PackRange, network: String, series: SeriesID?) async throws -> PackMeeting?
    /// SHA-256 in hexadecimal.
    func hash(_ bytes: [UInt8]) -> String
}
