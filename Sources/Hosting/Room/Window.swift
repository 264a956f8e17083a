// Knows the newest facts of a room as bytes. Each is encoded once for all who see it alike, when somebody first is to
// be told, and kept: whoever comes back later costs nothing but copying.

import Log
import Meetings
import Wire

/// The newest entries, without gaps.
struct Window {
    private struct Kept {
        let entry: Entry
        let mark: EntryMark
        /// Who is not to read its words any more.
        var isTakenFrom: Readers?
        /// The group to which it is told, if it is told in one.
        let group: GroupID?
        /// As some see it, and as others do.
        var versions: [(event: Event, bytes: [UInt8])] = []
        /// Which version each kind sees; one that is not there is not for them.
        var seen: [ViewerKind: Int] = [:]

        init(_ entry: Entry, _ mark: EntryMark, of group: GroupID?) {
            (self.entry, self.mark, self.group) = (entry, mark, group)
        }

        /// The same without its words for some, and without what was encoded of it.
        func taken(from readers: Readers) -> Kept {
            switch readers {
            case .everybody:
                // They do not stay in memory either.
                let bare = Entry(sequence: entry.sequence, at: entry.at, event: entry.event.withoutWords ?? entry.event)
                var taken = Kept(bare, mark, of: group)
                taken.isTakenFrom = .everybody
                return taken
            case .allButLeads:
                var taken = Kept(entry, mark, of: group)
                taken.isTakenFrom = isTakenFrom ?? .allButLeads
                return taken
            }
        }

        /// The fact with the words that are left to that kind of viewer. Of what was hidden walls and guests hear
        /// nothing.
        func readable(by kind: ViewerKind) -> Event? {
            switch isTakenFrom {
            case nil: return entry.event
            case .everybody: return entry.event.withoutWords
            case .allButLeads: break
            }
            switch kind {
            case .lead: return entry.event
            case .participant, .waiting: return entry.event.withoutWords
            case .guest, .wall: return entry.event.hasWords ? nil : entry.event
            }
        }
    }

    private var kept: [Kept] = []
    /// The entries that are about a message, question or note, by it.
    private var about: [String: [Int64]] = [:]
    /// How many are kept at least, and twice as many at most.
    private let most: Int
    /// How often a fact was encoded.
    private(set) var encodings = 0

    /// The newest entries of a log with their groups.
    init(_ entries: [(entry: DurableEntry, group: GroupID?)], most: Int) {
        self.most = most
        for (entry, group) in entries { keep(entry, of: group) }
    }

    mutating func append(_ entry: DurableEntry, of group: GroupID?) {
        keep(entry, of: group)
        guard kept.count > most * 2 else { return }
        kept.removeFirst(kept.count - most)
        guard let first = kept.first?.entry.sequence else { return }
        about = about.compactMapValues { sequences in
            let left = sequences.filter { $0 >= first }
            return left.isEmpty ? nil : left
        }
    }

    /// What is taken back with an entry is what was written before it.
    private mutating func keep(_ durable: DurableEntry, of group: GroupID?) {
        let entry = durable.entry
        for case .takenBack(let object, let readers) in entry.event.consequences { takeBack(object, from: readers) }
        kept.append(Kept(entry, durable.mark, of: group))
        if let object = entry.event.object { about[object, default: []].append(entry.sequence) }
    }

    private mutating func takeBack(_ object: String, from readers: Readers) {
        for index in about[object, default: []].compactMap({ indices(after: $0 - 1)?.first }) {
            kept[index] = kept[index].taken(from: readers)
        }
    }

    /// The mark of an entry; nil if it is not kept, or not there.
    func mark(of sequence: Int64) -> EntryMark? {
        indices(after: sequence - 1)?.first.flatMap { kept[$0].entry.sequence == sequence ? kept[$0].mark : nil }
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
        guard let event = kept[index].readable(by: audience.kind)?.seen(by: audience, of: group) else {
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
