// Knows what a page shows of one meeting that is over: counts of people by item and by place. Nobody is in it by name, key
// or order; what is said of it in sentences is `DebriefRules`.

import Meetings

/// The figures of one meeting as its page shows them. Times are whole seconds since the meeting was opened, without the time
/// between an end and opening it again.
public struct Debrief: Codable, Equatable, Sendable {
    /// Who was there. Leads, guests, shared devices and whoever was removed are in no other count.
    public struct People: Codable, Equatable, Sendable {
        /// People who took part, those who chose to be counted only among them.
        public var attended = 0
        public var leads = 0
        public var guests = 0
        /// Chose to be counted only: of them nothing is known by item or place.
        public var counted = 0
        /// Of `attended` less `counted`: by the place in which they were for most of the time; missing where it is held back.
        public var room: Int?
        public var call: Int?
        /// Had at least one chance to do something that would be seen.
        public var offered = 0
        /// Did something at all that was seen.
        public var acted = 0
        /// Could be seen, were asked for nothing and did nothing that was seen.
        public var notOffered = 0
        /// Could not be seen, and nothing was seen of them.
        public var notObservable = 0
        /// Went for good more than five minutes before the end.
        public var leftEarly = 0

        /// Those of whom something can be told.
        public var known: Int { attended - counted }

        public init() {}
    }

    /// An item of the agenda, in its order.
    public struct Item: Codable, Equatable, Sendable {
        public var kind: SegmentKind
        /// Missing once it was erased, and for evaluators: a title may name somebody.
        public var title: String?
        public var planned: Int
        /// When it was open, `[from, to]`; more than once if it was opened again, never if it was left out.
        public var spans: [[Int]]

        public init(kind: SegmentKind, title: String?, planned: Int, spans: [[Int]]) {
            (self.kind, self.title, self.planned, self.spans) = (kind, title, planned, spans)
        }

        /// How long it was open.
        public var actual: Int { spans.reduce(0) { $0 + ($1[1] - $1[0]) } }
        public var isLeftOut: Bool { spans.isEmpty }
    }

    /// How many people were there at each time.
    public struct Line: Codable, Equatable, Sendable {
        public enum Place: String, Codable, Sendable, CaseIterable {
            case call, room, unknown, all
        }
        public var place: Place
        /// `[second, people]`, whenever the number changed; each holds until the next.
        public var steps: [[Int]]

        public init(place: Place, steps: [[Int]]) { (self.place, self.steps) = (place, steps) }
    }

    /// Who went for good while an item was open (drop-off by segment, d/r: `Staying.dropOff`).
    public struct Leaving: Codable, Equatable, Sendable {
        public var item: Int
        /// People there when it began.
        public var atRisk: Int
        /// Of them, those who went in it and did not come back.
        public var left: Int

        public init(item: Int, atRisk: Int, left: Int) { (self.item, self.atRisk, self.left) = (item, atRisk, left) }
    }

    /// What people did in an item: each is in one of these, by the highest that was recorded.
    public struct Band: Codable, Equatable, Sendable {
        public var item: Int
        /// Wrote or said something of their own, or worked on something with others.
        public var made: Int
        public var acted: Int
        /// Had a chance to act, could be seen, and nothing was recorded.
        public var received: Int
        /// Could be seen, and there was nothing to do.
        public var notOffered: Int
        /// Could not be seen; nothing is said of what they did.
        public var notObservable: Int

        public init(item: Int, made: Int, acted: Int, received: Int, notOffered: Int, notObservable: Int) {
            (self.item, self.made, self.acted, self.received) = (item, made, acted, received)
            (self.notOffered, self.notObservable) = (notOffered, notObservable)
        }

        public var all: Int { made + acted + received + notOffered + notObservable }
    }

    /// So many of so many.
    public struct Part: Codable, Equatable, Sendable {
        public var count: Int
        public var all: Int

        public init(_ count: Int, of all: Int) { (self.count, self.all) = (count, all) }

        /// Nil where there is nobody.
        public var share: Double? { all > 0 ? Double(count) / Double(all) : nil }
    }

    /// The same in the room and on the call.
    public struct Comparison: Codable, Equatable, Sendable {
        public enum Deed: String, Codable, Sendable, CaseIterable {
            case acted, made, group, kit, stayed
        }
        public var deed: Deed
        public var room: Part
        public var call: Part

        public init(_ deed: Deed, room: Part, call: Part) { (self.deed, self.room, self.call) = (deed, room, call) }
    }

    /// Pairs of two different people who sat in one group for five minutes or more.
    public struct Pairs: Codable, Equatable, Sendable {
        public var all = 0
        /// Of those pairs whose schools are both known: of two schools, and how many that would be by chance.
        public var schools: Part?
        public var schoolsByChance: Int?
        /// Of those whose places are known: one in the room with one on the call.
        public var places: Part?

        public init() {}
    }

    /// How the talk was shared by those who did not lead, where turns were noted.
    public struct Talk: Codable, Equatable, Sendable {
        public var turns: Int
        /// The fewest people who had half of them.
        public var half: Int
        public var people: Int
        /// Gini coefficient of the turns, and what dealing them out by chance would give.
        public var gini: Double
        public var chance: Double

        public init(turns: Int, half: Int, people: Int, gini: Double, chance: Double) {
            (self.turns, self.half, self.people, self.gini, self.chance) = (turns, half, people, gini, chance)
        }
    }

    public var people = People()
    public var items: [Item] = []
    /// How long the meeting was open.
    public var seconds = 0
    /// When it was open, `[from, to]` as `Instant`; more than once if it was opened again.
    public var sittings: [[Instant]] = []
    public var presence: [Line] = []
    public var leaving: [Leaving] = []
    public var bands: [Band] = []
    public var comparisons: [Comparison] = []
    /// Missing where there were no groups.
    public var pairs: Pairs?
    /// Whether anybody noted who spoke.
    public var isTalkNoted = false
    /// Missing where nobody but those who led is known to have spoken.
    public var talk: Talk?

    public init() {}
}
