// Knows the newest facts of a room as bytes. Each is encoded once for all who see it alike, when somebody first is to
// be told, and kept: whoever comes back later costs nothing but copying.

import Meetings
import Wire

/// The newest entries, without gaps.
struct Window {
    private struct Kept {
        let entry: Entry
        /// The group to which it is told, if it is told in one.
        let group: GroupID?
        /// As those see it who see all of it.
        var whole: [UInt8]?
        /// As the others see it; an empty one is not for them.
        var parts: [ViewerKind: [UInt8]] = [:]
    }

    private var kept: [Kept]
    /// How many are kept at least, and twice as many at most.
    private let most: Int
    /// How often a fact was encoded.
    private(set) var encodings = 0

    /// The newest entries of a log with their groups.
    init(_ entries: [(entry: Entry, group: GroupID?)], most: Int) {
        kept = entries.map { Kept(entry: $0.entry, group: $0.group) }
        self.most = most
    }

    mutating func append(_ entry: Entry, of group: GroupID?) {
        kept.append(Kept(entry: entry, group: group))
        if kept.count > most * 2 { kept.removeFirst(kept.count - most) }
    }

    /// Whether an event after a sequence is such a one; nil if some are no longer kept.
    func contains(after sequence: Int64, where isSuch: (Event) -> Bool) -> Bool? {
        indices(after: sequence).map { kept[$0].contains { isSuch($0.entry.event) } }
    }

    /// What an audience is told of the entries after a sequence, as bytes; nil if some are no longer kept.
    mutating func elements(after sequence: Int64, for audience: Audience) -> [[UInt8]]? {
        guard let indices = indices(after: sequence) else { return nil }
        return indices.compactMap { element($0, for: audience) }
    }

    private func indices(after sequence: Int64) -> Range<Int>? {
        guard let first = kept.first?.entry.sequence else { return 0..<0 }
        guard sequence + 1 >= first else { return nil }
        return min(Int(sequence + 1 - first), kept.count)..<kept.count
    }

    private mutating func element(_ index: Int, for audience: Audience) -> [UInt8]? {
        let group = kept[index].group
        if audience.kind == .participant, let group, group != audience.group { return nil }
        if let known = kept[index].parts[audience.kind] { return known.isEmpty ? nil : known }
        let entry = kept[index].entry
        let seen = Visibility.event(entry.event, for: audience, of: group)
        let bytes: [UInt8]
        if seen == entry.event {
            bytes = kept[index].whole ?? encoded(entry)
            kept[index].whole = bytes
        } else {
            bytes = seen.map { encoded(Entry(sequence: entry.sequence, at: entry.at, event: $0)) } ?? []
        }
        kept[index].parts[audience.kind] = bytes
        return bytes.isEmpty ? nil : bytes
    }

    private mutating func encoded(_ entry: Entry) -> [UInt8] {
        encodings += 1
        return ServerMessage.encode(entry)
    }
}
