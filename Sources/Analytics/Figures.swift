// Knows the figures of one meeting that follow from what each person did; formulas: `Distribution`.

import Meetings

/// The figures of one meeting.
public struct Figures: Sendable {
    public let participation: Participation
    /// Everybody who attended, by the key under which they are reported; leads too.
    public let people: [String: PersonActs]
    /// Those of them who never led: of whom attendance, voices and spreads tell.
    public let participants: [String: PersonActs]
    public let turns: Distribution
    public let words: Distribution
    public let messages: Distribution
    public let lines: Distribution

    /// People of a recording are named as it names them; others by their identifier, which means nothing.
    public init(_ participation: Participation) {
        self.participation = participation
        var people: [String: PersonActs] = [:]
        for (id, acts) in participation.people where acts.isSeen || participation.recording != nil {
            // Whom a lead put out is not said to have attended.
            if !acts.isRemoved { people[participation.key(of: id)] = acts }
        }
        self.people = people
        let participants = people.filter { !$0.value.hasLed }
        self.participants = participants
        turns = Distribution(participants.mapValues(\.turns), isOfActs: true)
        words = Distribution(participants.mapValues(\.words), isOfActs: false)
        messages = Distribution(participants.mapValues(\.messages), isOfActs: true)
        lines = Distribution(participants.mapValues(\.lines), isOfActs: true)
    }

    /// The sum of a count over everybody: participants, leads, and those who chose to be counted only.
    public func sum(_ count: (PersonActs) -> Int) -> Int {
        people.values.reduce(count(participation.countedActs)) { $0 + count($1) }
    }

    /// Whether anybody noted what was spoken: nought words where nobody did would not be so.
    public var isSpeechNoted: Bool { sum(\.lines) + participation.unattributedLines > 0 }
    /// Whether anybody noted who spoke.
    public var areTurnsNoted: Bool { sum(\.turns) > 0 || isSpeechNoted }

    /// How somebody made themselves heard; the first that fits. It names what the log holds, not a person's mind.
    public enum Voice: String, CaseIterable, Sendable {
        case spoke
        case typedOnly = "typed_only"
        case handOnly = "hand_only"
        /// Answered, reacted, starred, supported, called for help, and nothing else.
        case actedOnly = "acted_only"
        case silent
    }

    /// Participants by voice, in order of their keys.
    public var voices: [Voice: [String]] {
        Dictionary(grouping: participants.keys.sorted()) { key in
            let acts = participants[key] ?? PersonActs(mode: .unknown)
            if acts.lines > 0 || acts.turns > 0 { return .spoke }
            if acts.messages > 0 || acts.notes > 0 || acts.questions > 0 { return .typedOnly }
            if acts.handsRaised > 0 { return .handOnly }
            return acts.acts > 0 ? .actedOnly : .silent
        }
    }

    /// Connections after the first of each person.
    public var rejoins: Int { people.values.reduce(0) { $0 + $1.rejoins } }

    /// How many bear a name and school that somebody else bears too: perhaps the same person twice, which is for people
    /// to say and never for a program.
    public var sameName: Int {
        let named = participants.values.filter { $0.name != nil }
        let alike = Dictionary(grouping: named) { [Text.key($0.name ?? ""), Text.key($0.school ?? "")] }
        return alike.values.reduce(0) { $0 + ($1.count > 1 ? $1.count : 0) }
    }

    /// Where people were: in the room however, on the call, or not known.
    public enum Place: String, CaseIterable, Sendable {
        case room, remote, unknown

        /// The place that belongs to an attendance mode.
        public init(_ mode: AttendanceMode) {
            switch mode {
            case .roomDevice, .roomNoDevice, .tableDevice: self = .room
            case .remote, .phoneIn: self = .remote
            case .unknown: self = .unknown
            }
        }
    }

    /// What people in one place did together.
    public struct PlaceFigures: Sendable, Equatable {
        public var attended = 0
        public var spoke = 0
        /// Did anything at all.
        public var acted = 0
        public var words = 0
        public var turns = 0
        /// Share of the words over share of the heads (`represent_heads`); nil without words.
        public var represent: Double?
        /// The same of the turns; nil without turns.
        public var representTurns: Double?
    }

    /// By place; only places where somebody was.
    public var places: [Place: PlaceFigures] {
        var found: [Place: PlaceFigures] = [:]
        for acts in participants.values {
            var figures = found[Place(acts.mode)] ?? PlaceFigures()
            figures.attended += 1
            figures.spoke += acts.turns > 0 ? 1 : 0
            figures.acted += acts.acts > 0 ? 1 : 0
            figures.words += acts.words
            figures.turns += acts.turns
            found[Place(acts.mode)] = figures
        }
        return found.mapValues {
            var figures = $0
            let heads = Double(figures.attended) / Double(participants.count)
            if words.sum > 0 { figures.represent = Double(figures.words) / Double(words.sum) / heads }
            if turns.sum > 0 { figures.representTurns = Double(figures.turns) / Double(turns.sum) / heads }
            return figures
        }
    }

    /// Turns that follow each other in one item, by the places of the two speakers.
    public struct Transitions: Sendable, Equatable {
        public var same = 0
        public var cross = 0
        public var unknown = 0
    }

    /// How often the word passed between room and call.
    public var transitions: Transitions {
        var counts = Transitions()
        for (one, other) in neighbours {
            let places = (Place(one.mode), Place(other.mode))
            if places.0 == .unknown || places.1 == .unknown {
                counts.unknown += 1
            } else if places.0 == places.1 {
                counts.same += 1
            } else {
                counts.cross += 1
            }
        }
        return counts
    }

    /// Pairs who spoke next to each other, between schools and within one.
    public struct Mixing: Sendable, Equatable {
        public var external = 0
        public var `internal` = 0
        /// (E - I)/(E + I); nil without pairs.
        public var index: Double? {
            external + `internal` > 0 ? Double(external - `internal`) / Double(external + `internal`) : nil
        }
    }

    /// Each pair counts once, and only when the schools of both are known.
    public var mixing: Mixing {
        var pairs: Set<[PersonID]> = []
        var mixing = Mixing()
        for (one, other) in zip(participation.runs, participation.runs.dropFirst()) where other.isAdjacent {
            guard let here = participation.people[one.person]?.school,
                let there = participation.people[other.person]?.school,
                one.person != other.person, pairs.insert([one.person, other.person].sorted()).inserted
            else { continue }
            if here == there { mixing.internal += 1 } else { mixing.external += 1 }
        }
        return mixing
    }

    private var neighbours: [(PersonActs, PersonActs)] {
        zip(participation.runs, participation.runs.dropFirst()).compactMap { one, other in
            guard other.isAdjacent, let here = participation.people[one.person],
                let there = participation.people[other.person]
            else { return nil }
            return (here, there)
        }
    }
}

extension Participation {
    /// The key under which somebody is reported.
    func key(of id: PersonID) -> String {
        recording == nil ? id.rawValue : people[id]?.name ?? id.rawValue
    }
}
