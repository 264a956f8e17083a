// Knows how many are still there after some time, although some are seen only in part: Kaplan and Meier 1958, with
// delayed entry, Greenwood's variance and the interval on the log-log scale (Kalbfleisch and Prentice).

import Foundation

/// The share of people who stay, over time.
public struct KaplanMeier: Equatable, Sendable {
    /// One who was watched from `entry` to `exit`.
    public struct Watch: Equatable, Sendable {
        public var entry: Double
        public var exit: Double
        /// Whether they went at `exit`; else they are only seen no longer.
        public var isEvent: Bool

        public init(entry: Double = 0, exit: Double, isEvent: Bool) {
            (self.entry, self.exit, self.isEvent) = (entry, exit, isEvent)
        }
    }

    /// What happened at one time.
    public struct Step: Equatable, Sendable {
        public var time: Double
        /// Who had come before and not gone yet.
        public var atRisk: Int
        public var events: Int
        /// S(t) = product of 1 - d_j/n_j.
        public var survival: Double
        /// S^2 times the sum of d_j/(n_j (n_j - d_j)); nil once nobody is left.
        public var variance: Double?
        public var low: Double?
        public var high: Double?
    }

    public let n: Int
    public let steps: [Step]

    /// - Parameter fewest: below so many no interval is given.
    public init(_ watches: [Watch], intervalFrom fewest: Int = 0) {
        n = watches.count
        var (survival, sum) = (1.0, 0.0)
        var steps: [Step] = []
        for time in Set(watches.filter(\.isEvent).map(\.exit)).sorted() {
            let atRisk = watches.count { $0.entry < time && $0.exit >= time }
            let events = watches.count { $0.isEvent && $0.exit == time }
            guard atRisk > 0 else { continue }
            survival *= 1 - Double(events) / Double(atRisk)
            sum += atRisk > events ? Double(events) / (Double(atRisk) * Double(atRisk - events)) : .infinity
            let isKnown = sum.isFinite && survival > 0
            let interval = isKnown && watches.count >= fewest ? Self.interval(survival, sum) : nil
            steps.append(
                Step(
                    time: time, atRisk: atRisk, events: events, survival: survival,
                    variance: isKnown ? survival * survival * sum : nil, low: interval?.low, high: interval?.high))
        }
        self.steps = steps
    }

    /// exp(-exp(log(-log S) ± z sqrt(sum)/log S)).
    private static func interval(_ survival: Double, _ sum: Double) -> (low: Double, high: Double)? {
        guard survival > 0, survival < 1 else { return nil }
        let (centre, half) = (log(-log(survival)), Wilson.z * sum.squareRoot() / -log(survival))
        return (exp(-exp(centre + half)), exp(-exp(centre - half)))
    }

    /// The first time at which half or fewer are left; nil where more stay.
    public var median: Double? { steps.first { $0.survival <= 0.5 }?.time }
}
