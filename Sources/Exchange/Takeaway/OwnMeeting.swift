// Knows what the log of one meeting holds of one person: what is recorded of them, and every fact that is theirs. Nothing
// that others wrote is in it.

import Analytics
import Meetings

/// What is recorded of somebody in one meeting.
public struct OwnRecord: Encodable, Equatable, Sendable {
    /// What they did in one item of the agenda, or outside of all.
    public struct Item: Encodable, Equatable, Sendable {
        public var segment: SegmentID?
        /// Nil outside of all items, and once it was erased.
        public var title: String?
        /// How often they did what, by the names of the record.
        public var acts: [String: Int]
    }

    /// When they were there, how, and from whom that is known.
    public var stays: [Stay] = []
    /// The items that were on, in order, also those in which nothing is recorded of them.
    public var items: [Item] = []
    /// What they said is wrong in it.
    public var corrections: [RecordCorrection] = []
    /// Whether they are counted without a name, so that nothing is recorded of them.
    public var isCounted = false
}

/// One meeting as it is handed out to one person.
public struct OwnMeeting: Encodable, Sendable {
    public var id: String
    public var title: String
    public var zone: String
    public var record: OwnRecord
    /// The facts that are theirs, as they stand in the log.
    public var entries: [Entry]

    /// What `log` holds of a person, under whichever of their entries.
    ///
    /// - Parameter log: a whole log, in order, each entry with who caused it.
    public init(
        id: String, title: String, zone: String, of person: PersonID, log: [(entry: Entry, actor: PersonID?)]
    ) {
        (self.id, self.title, self.zone) = (id, title, zone)
        var reading = MeetingReading()
        var room = Room()
        for (entry, actor) in log {
            reading.take(entry, by: actor)
            room.apply(entry)
        }
        let known = room.identity(of: person)
        let own = Set(room.formerEntries(of: known) + [known])
        entries = log.filter { entry, actor in
            if let named = entry.event.person { return own.contains(named) }
            switch entry.event.trace {
            case .actorsAct, .actorsSign: return actor.map(own.contains) == true
            case .nothing, .sign, .act, .acts, .tapped: return false
            }
        }.map(\.entry)
        // Of a meeting in which they were not there is nothing to tell, its agenda neither.
        guard room.people[known] != nil || !entries.isEmpty else {
            record = OwnRecord()
            record.isCounted = true
            return
        }
        record = OwnRecord(of: known, in: reading.record, said: room.corrections[known] ?? [])
        record.isCounted = room.people[known] == nil || room.people[known]?.tier == .countOnly
    }
}

extension OwnRecord {
    init(of person: PersonID, in record: ParticipationRecord, said: [RecordCorrection]) {
        stays = record.people[person]?.stays ?? []
        corrections = said
        let acts = Dictionary(grouping: record.acts.filter { $0.person == person }, by: \.segment)
        func item(_ segment: SegmentID?, _ title: String?) -> Item {
            let counts = (acts[segment] ?? []).reduce(into: [:]) { $0[$1.kind.rawValue, default: 0] += 1 }
            return Item(segment: segment, title: title, acts: counts)
        }
        items = record.held.map { item($0.id, $0.title) }
        if acts[nil] != nil { items.append(item(nil, nil)) }
    }
}
