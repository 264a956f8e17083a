// Knows what one figure is: a value with all that has to travel with it.

/// A figure with its n, its denominator, its interval and what chance alone would give, where those are defined. A row of
/// the pack's table of metrics and a figure of a report are the same thing.
public struct Measure: Codable, Equatable, Sendable {
    /// Of what it tells.
    public enum Scope: String, Codable, Sendable, CaseIterable {
        case meeting, segment, item, person, kit, series
    }

    /// Why a value is missing or has to be read with care.
    public enum Note: String, Codable, Sendable, CaseIterable {
        /// So few people that only counts mean anything.
        case smallN = "small_n"
        /// Of too few could the log see whether they did anything.
        case tooLittleToJudge = "too_little_to_judge"
        /// Nothing was offered.
        case notOffered = "not_offered"
        /// Nobody noted it.
        case notNoted = "not_noted"
        /// It is not defined for one person, one school or nothing to share.
        case undefined
        /// People instead of minutes: how long they were there is not known.
        case byHeads = "by_heads"
        /// Withheld because it would tell of few people.
        case suppressed
        /// Too few meetings.
        case tooFewMeetings = "too_few_meetings"
    }

    public var name: String
    public var scope: Scope
    /// The identifier of what it tells of; of a meeting nothing.
    public var scopeID: String?
    /// Of whom: as in `observable_no_lead`, `room`, `phase_primary`.
    public var subset: String
    public var value: Double?
    public var numerator: Double?
    public var denominator: Double?
    /// How many people, pairs or meetings are in it.
    public var n: Int?
    public var low: Double?
    public var high: Double?
    /// What chance alone would give.
    public var chance: Double?
    public var isSuppressed = false
    public var note: Note?
    public var definitionsVersion: String

    /// A figure of a meeting, unless another scope is said.
    init(
        _ name: String, _ scope: Scope = .meeting, _ scopeID: String? = nil, of subset: String, _ value: Double?,
        numerator: Double? = nil, denominator: Double? = nil, n: Int? = nil, low: Double? = nil, high: Double? = nil,
        chance: Double? = nil, note: Note? = nil, _ thresholds: Thresholds
    ) {
        (self.name, self.scope, self.scopeID, self.subset) = (name, scope, scopeID, subset)
        (self.value, self.numerator, self.denominator, self.n) = (value, numerator, denominator, n)
        (self.low, self.high, self.chance) = (low, high, chance)
        definitionsVersion = thresholds.definitionsVersion
        self.note = note ?? n.flatMap { $0 < thresholds.fewestForShare ? .smallN : nil }
    }

    /// A share as counts with Wilson's interval.
    init(
        _ name: String, _ scope: Scope = .meeting, _ scopeID: String? = nil, of subset: String, share taken: Int,
        of offered: Int, n: Int, note: Note? = nil, _ thresholds: Thresholds
    ) {
        let interval = Wilson.interval(taken, of: offered)
        self.init(
            name, scope, scopeID, of: subset, offered > 0 ? Double(taken) / Double(offered) : nil,
            numerator: Double(taken), denominator: Double(offered), n: n, low: interval?.low, high: interval?.high,
            note: note ?? (offered == 0 ? .notOffered : nil), thresholds)
    }

    /// As a part of a report; what it does not have is left out.
    var report: ReportValue {
        var table: [String: ReportValue] = [
            "value": ReportValue(value), "n": ReportValue(n), "definitions_version": .text(definitionsVersion),
        ]
        for (key, part) in [
            ("numerator", numerator), ("denominator", denominator), ("low", low), ("high", high), ("chance", chance),
        ] {
            if let part { table[key] = .real(part) }
        }
        table["note"] = note.map { .text($0.rawValue) }
        return .table(table)
    }

    /// The same without anything that could be computed back.
    public var withheld: Measure {
        var empty = self
        (empty.value, empty.numerator, empty.denominator, empty.n) = (nil, nil, nil, nil)
        (empty.low, empty.high, empty.chance) = (nil, nil, nil)
        (empty.isSuppressed, empty.note) = (true, .suppressed)
        return empty
    }
}

extension [Measure] {
    /// By their names, then by whom they are of; what is not of the whole says of what it is.
    public var report: ReportValue {
        .table(
            reduce(into: [String: ReportValue]()) { table, measure in
                var rows: [String: ReportValue] = [:]
                if case .table(let known) = table[measure.name] { rows = known }
                rows[measure.place + measure.subset] = measure.report
                table[measure.name] = .table(rows)
            })
    }
}

extension Measure {
    fileprivate var place: String {
        switch scope {
        case .meeting: ""
        case .series: scopeID.map { "\($0): " } ?? ""
        case .segment, .item, .person, .kit: "\(scope.rawValue) \(scopeID ?? ""): "
        }
    }
}

/// The interval of a share of few.
public enum Wilson {
    /// The normal quantile of a two-sided interval of 95 %.
    static let z = 1.959963984540054

    /// c = (p + z^2/2n)/(1 + z^2/n), h = z sqrt(p(1-p)/n + z^2/4n^2)/(1 + z^2/n) (Wilson 1927); nil for none of none.
    public static func interval(_ taken: Int, of offered: Int) -> (low: Double, high: Double)? {
        guard offered > 0 else { return nil }
        let n = Double(offered)
        let p = Double(taken) / n
        let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
        return (max(0, centre - half), min(1, centre + half))
    }
}
