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
        /// As some see it, and as others do.
        var versions: [(event: Event, bytes: [UInt8])] = []
        /// Which version each kind sees; one that is not there is not for them.
        var seen: [ViewerKind: Int] = [:]
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
        if let known = kept[index].seen[audience.kind] {
            return kept[index].versions.indices.contains(known) ? kept[index].versions[known].bytes : nil
        }
        let entry = kept[index].entry
        guard let event = Visibility.event(entry.event, for: audience, of: group) else {
            kept[index].seen[audience.kind] = -1
            return nil
        }
        let version = kept[index].versions.firstIndex { $0.event == event } ?? kept[index].versions.endIndex
        kept[index].seen[audience.kind] = version
        if version == kept[index].versions.endIndex {
            encodings += 1
            let bytes = ServerMessage.encode(Entry(sequence: entry.sequence, at: entry.at, event: event))
            kept[index].versions.append((event, bytes))
        }
        return kept[index].versions[version].bytes
    }
}
