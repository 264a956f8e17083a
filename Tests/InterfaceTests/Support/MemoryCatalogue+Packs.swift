// Knows what packs of a catalogue in memory are made of.

import Analytics
import Exchange
import Log
import MemoryLog
import Wire

@testable import Interface
@testable import Meetings

extension MemoryCatalogue: PackCatalogue {
    func lastEntry(of meeting: String) async throws -> Int64 { try await log.entries(meeting).last?.sequence ?? 0 }

    func makePackKey() -> String { fresh("key") }

    func pseudonyms(key: String) -> PackPseudonyms? {
        PackPseudonyms(key: key) { text in
            let hash = (key + text).utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            let digits = String(hash, radix: 16, uppercase: true)
            return String((digits + "0000000000000").prefix(13))
        }
    }

    nonisolated func hash(_ bytes: [UInt8]) -> String { "\(bytes.count)" }

    func packMeeting(_ range: PackRange, network: String, series: SeriesID?) async throws -> PackMeeting? {
        guard let meeting = meeting(range.meeting, network: network) else { return nil }
        let entries = try await log.entries(range.meeting).prefix { $0.sequence <= range.last }.map { try Entry($0) }
        var fold = RecordFold()
        for entry in entries { fold.take(entry, by: nil) }
        var quoted = QuotedFold(of: Set(fold.soFar.people.keys))
        for entry in entries { quoted.take(entry) }
        return PackMeeting(
            id: meeting.id, series: series, title: meeting.title, zone: meeting.zone, record: fold.soFar,
            quoted: quoted.words)
    }
}
