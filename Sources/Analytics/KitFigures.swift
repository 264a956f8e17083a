// Knows what is said of kits over the years: how many found a kit how fiddly and how frustrating, as teachers and in the
// student's hat. Sums of answers, by the name of the kit; nobody's own.

import Meetings

/// Answers about one kit, given in one hat.
public struct KitSum: Codable, Equatable, Sendable {
    public var answers = 0
    /// All answers together, each `Limits.kitScale`.
    public var fiddly = 0
    public var frustrating = 0

    mutating func add(_ other: KitSum) {
        answers += other.answers
        fiddly += other.fiddly
        frustrating += other.frustrating
    }

    fileprivate var value: ReportValue {
        .table(["answers": .number(answers), "fiddly": .number(fiddly), "frustrating": .number(frustrating)])
    }

    fileprivate init?(_ value: ReportValue?) {
        guard case .table(let table) = value, case .number(let answers) = table["answers"],
            case .number(let fiddly) = table["fiddly"], case .number(let frustrating) = table["frustrating"]
        else { return nil }
        (self.answers, self.fiddly, self.frustrating) = (answers, fiddly, frustrating)
    }

    init() {}
}

/// What was said of one kit.
public struct KitHistory: Codable, Equatable, Sendable {
    /// How somebody would adapt it, in their words and without their name.
    public struct Adaption: Codable, Equatable, Sendable {
        public var text: String
        public var isStudent: Bool
    }

    /// Most that are handed on, the newest.
    public static let mostAdaptions = 30

    public var meetings = 0
    public var teacher = KitSum()
    public var student = KitSum()
    public var adaptions: [Adaption] = []

    mutating func add(_ other: KitHistory) {
        meetings += other.meetings
        teacher.add(other.teacher)
        student.add(other.student)
        adaptions = (adaptions + other.adaptions).suffix(Self.mostAdaptions)
    }
}

/// What was said of kits, by their names. A fold over entries.
public struct KitFigures: Equatable, Sendable {
    private struct Key: Hashable {
        var segment: SegmentID
        /// Of whoever counts without a name each answer is one of its own.
        var person: String
        var isStudent: Bool
    }

    private var reviews: [Key: KitReviewed] = [:]
    private var order: [Key] = []

    /// Nothing yet.
    public init() {}

    /// The answers of one meeting, in order.
    public init(_ entries: some Sequence<Entry>) {
        for entry in entries {
            if case .bench(.kitReviewed(let fact)) = entry.event { take(fact, at: entry.sequence) }
        }
    }

    /// An answer; a later one of the same person in the same hat takes its place.
    mutating func take(_ fact: KitReviewed, at sequence: Int64) {
        let person = fact.person == .counted ? "counted \(sequence)" : fact.person.rawValue
        let key = Key(segment: fact.segment, person: person, isStudent: fact.isStudent)
        if reviews.updateValue(fact, forKey: key) == nil { order.append(key) }
    }

    /// What somebody says was not them, in an item or in any; `person` says who an entry is by now.
    mutating func disown(_ id: PersonID, in segment: SegmentID?, _ person: (PersonID) -> PersonID) {
        let gone = reviews.filter { key, fact in
            fact.person != .counted && person(fact.person) == id && (segment == nil || key.segment == segment)
        }
        for key in gone.keys { reviews[key] = nil }
        order.removeAll { gone[$0] != nil }
    }

    /// What the meeting says of each kit that has a name.
    public var kits: [String: KitHistory] {
        var kits: [String: KitHistory] = [:]
        for fact in order.compactMap({ reviews[$0] }) {
            guard let kit = fact.kit else { continue }
            var one = KitHistory()
            let sum = KitSum(fact)
            if fact.isStudent { one.student = sum } else { one.teacher = sum }
            if let text = fact.adaption { one.adaptions = [.init(text: text, isStudent: fact.isStudent)] }
            kits[kit, default: KitHistory()].add(one)
        }
        return kits.mapValues {
            var one = $0
            one.meetings = 1
            return one
        }
    }

    /// As a part of a meeting's figures, which stay when its log goes; nil where nobody said anything.
    var value: ReportValue? {
        let kits = kits
        guard !kits.isEmpty else { return nil }
        return .table(kits.mapValues { .table(["teacher": $0.teacher.value, "student": $0.student.value]) })
    }

    /// What stayed of a meeting whose log has gone.
    public static func kept(_ figures: ReportValue) -> [String: KitHistory] {
        guard case .table(let table) = figures, case .table(let kits) = table["kits"] else { return [:] }
        return kits.compactMapValues { value in
            guard case .table(let one) = value else { return nil }
            var history = KitHistory()
            history.meetings = 1
            history.teacher = KitSum(one["teacher"]) ?? KitSum()
            history.student = KitSum(one["student"]) ?? KitSum()
            return history
        }
    }

    /// Of all meetings together, the last one last.
    public static func together(_ meetings: [[String: KitHistory]]) -> [String: KitHistory] {
        meetings.reduce(into: [:]) { all, one in
            for (kit, history) in one { all[kit, default: KitHistory()].add(history) }
        }
    }
}

extension KitSum {
    fileprivate init(_ fact: KitReviewed) {
        (answers, fiddly, frustrating) = (1, fact.fiddly, fact.frustrating)
    }
}
