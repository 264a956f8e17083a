// Knows how somebody took part in one item of the agenda, as far as the log can say.

import Meetings

/// What the log says of one person in one item. Who could not be seen or was offered nothing is never called anything
/// else.
public enum SegmentMode: String, Codable, Sendable, CaseIterable {
    case absent
    case notObservable = "not_observable"
    case notOffered = "not_offered"
    case received = "P"
    case acted = "A"
    case made = "C"
    case exchanged = "I?"

    init(_ mode: ActMode) {
        switch mode {
        case .received: self = .received
        case .acted: self = .acted
        case .made: self = .made
        case .exchanged: self = .exchanged
        }
    }

    /// Its name in the names of figures.
    var word: String {
        switch self {
        case .absent, .notObservable, .notOffered: rawValue
        case .received: "received"
        case .acted: "acted"
        case .made: "made"
        case .exchanged: "exchange_candidates"
        }
    }

    /// Whether it is one of the four that an act or an offer makes.
    public var isSeen: Bool {
        switch self {
        case .absent, .notObservable, .notOffered: false
        case .received, .acted, .made, .exchanged: true
        }
    }
}

/// How everybody took part in every item that was on.
public struct SegmentModes: Equatable, Sendable {
    /// One person in one item.
    public struct Cell: Equatable, Sendable {
        public var mode: SegmentMode
        /// Whole seconds they were there.
        public var seconds: Double
    }

    /// In the order of the agenda.
    public let segments: [SegmentID]
    /// By person and item; everybody whom figures are about, leads too.
    public let cells: [PersonID: [SegmentID: Cell]]
    private let leads: Set<PersonID>

    init(_ record: ParticipationRecord, _ opportunities: [Opportunity]) {
        let people = record.attended(leads: true)
        let marks = Self.marks(record)
        var offered: [PersonID: Set<SegmentID>] = [:]
        for opportunity in opportunities where opportunity.isOffered {
            if let segment = opportunity.segment { offered[opportunity.person, default: []].insert(segment) }
        }
        segments = record.held.map(\.id)
        leads = Set(people.filter(\.isLead).map(\.id))
        var cells: [PersonID: [SegmentID: Cell]] = [:]
        for person in people {
            for segment in record.held {
                let present = record.presence(of: person, in: segment.spans)
                let mark = marks[person.id]?[segment.id]
                let mode: SegmentMode =
                    if present < record.thresholds.presentSeconds.milliseconds {
                        .absent
                    } else if let mark {
                        SegmentMode(mark)
                    } else if !record.isObservable(person, in: segment.spans) {
                        .notObservable
                    } else if offered[person.id]?.contains(segment.id) != true {
                        .notOffered
                    } else {
                        .received
                    }
                cells[person.id, default: [:]][segment.id] = Cell(mode: mode, seconds: Double(present) / 1000)
            }
        }
        self.cells = cells
    }

    /// The highest mode of somebody's acts, answers without a name and exchanges, by item.
    private static func marks(_ record: ParticipationRecord) -> [PersonID: [SegmentID: ActMode]] {
        var marks: [PersonID: [SegmentID: ActMode]] = [:]
        func mark(_ person: PersonID, _ segment: SegmentID?, _ mode: ActMode?) {
            guard let segment, let mode else { return }
            marks[person, default: [:]][segment] = max(mode, marks[person]?[segment] ?? mode)
        }
        for act in record.acts { mark(act.person, act.segment, act.mode) }
        for item in record.items { for person in item.sealed { mark(person, item.segment, .acted) } }
        for exchange in record.exchanges {
            mark(exchange.u, exchange.segment, .exchanged)
            mark(exchange.v, exchange.segment, .exchanged)
        }
        return marks
    }

    /// Person-minutes by mode, of those in whom `isCounted`; absent is none.
    public func minutes(leads isWithLeads: Bool = false, in segment: SegmentID? = nil) -> [SegmentMode: Double] {
        var minutes: [SegmentMode: Double] = [:]
        for (person, row) in cells where isWithLeads || !leads.contains(person) {
            for (id, cell) in row where cell.mode != .absent && (segment == nil || segment == id) {
                minutes[cell.mode, default: 0] += cell.seconds / 60
            }
        }
        return minutes
    }

    /// How many people by mode in one item.
    public func people(in segment: SegmentID, leads isWithLeads: Bool = false) -> [SegmentMode: Int] {
        cells.reduce(into: [:]) { counts, row in
            guard isWithLeads || !leads.contains(row.key), let mode = row.value[segment]?.mode else { return }
            counts[mode, default: 0] += 1
        }
    }
}
