// Knows the three plain weights beside the one-tap choices: what each of them scales, and by how much.

/// How much something counts.
public enum Leaning: String, Codable, Sendable, CaseIterable {
    case ignore, little, normal, strong

    /// Twice the factor, so that a half needs no fraction.
    private var doubled: Int {
        switch self {
        case .ignore: 0
        case .little: 1
        case .normal: 2
        case .strong: 4
        }
    }

    func scaled(_ points: Int) -> Int { points * doubled / 2 }
}

/// What a coordinator turns, in their own words.
public struct Leanings: Equatable, Sendable {
    /// People one has not met.
    public var strangers: Leaning
    /// Schools, trusts, phases, subjects and years in teaching mixed.
    public var mix: Leaning
    /// Somebody offers what is needed.
    public var needs: Leaning

    public init(strangers: Leaning = .normal, mix: Leaning = .normal, needs: Leaning = .normal) {
        (self.strangers, self.mix, self.needs) = (strangers, mix, needs)
    }
}

extension GroupWeights {
    /// The weights as somebody turned them.
    public func leaning(_ leanings: Leanings) -> GroupWeights {
        var weights = self
        weights.met = met.map(leanings.strangers.scaled)
        weights.need = need.map(leanings.needs.scaled)
        for path in [
            \PlainWeights.sameSchool, \PlainWeights.sameTrust, \PlainWeights.sameSubject, \PlainWeights.samePhase,
            \PlainWeights.sameBand,
        ] {
            weights.plain[keyPath: path] = leanings.mix.scaled(plain[keyPath: path])
        }
        return weights
    }
}
