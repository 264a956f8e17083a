// Knows how the store answers what packs are made of.

import Analytics
import Exchange
import Interface
import Log
import Meetings
import Storage
import Wire

extension StoreCatalogue: PackCatalogue {
    func lastEntry(of meeting: String) async throws -> Int64 { try await store.lastSequence(meeting) }

    func makePackKey() async throws -> String { try await store.makePackKey().id }

    func pseudonyms(key: String) async throws -> PackPseudonyms? {
        try await store.packKey(key).map { key in PackPseudonyms(key: key.id) { key.pseudonym(of: $0) } }
    }

    func hash(_ bytes: [UInt8]) -> String { PackKey.hash(bytes) }

    /// Who lets no word of theirs be quoted any more is not quoted, whatever they chose at the meeting.
    func packMeeting(_ range: PackRange, network: String, series: SeriesID?) async throws -> PackMeeting? {
        guard let row = try await store.meeting(range.meeting, network: network) else { return nil }
        let people = try await people(network: network)
        var (fold, quoted) = (RecordFold(), QuotedFold(of: Set(people.filter(\.tier.isQuotable).map(\.id))))
        var pages = LogPages(store, of: range.meeting, through: range.last)
        var isEmpty = true
        while case let page = try await pages.next(), !page.isEmpty {
            for (entry, actor) in page {
                fold.take(entry, by: actor)
                quoted.take(entry)
            }
            isEmpty = false
        }
        guard !isEmpty else { return nil }
        return PackMeeting(
            id: row.id, series: series, title: row.title.isEmpty ? nil : row.title, zone: row.zone,
            record: fold.soFar, quoted: quoted.words)
    }
}
