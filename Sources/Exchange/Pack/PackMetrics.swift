// Knows which figures are shipped with a pack: those that its own tables give, so that everybody can compute them again.

import Analytics
import Meetings

extension PackMetricRow {
    /// Figures of kits and of single people stay out: what they are made of is in no table, or is one.
    static func all(of rows: PackMeetingRows) -> [PackMetricRow] {
        rows.measures.all().filter { isShipped($0) }.map { PackMetricRow($0, at: rows.meeting.id) }
    }

    private static func isShipped(_ measure: Measure) -> Bool {
        switch measure.scope {
        case .meeting, .segment: true
        // How probable a change is by chance needs more than the tables and a starter script.
        case .item: measure.name != "confidence_wilcoxon_p"
        case .person, .kit, .series: false
        }
    }

    private init(_ measure: Measure, at meeting: String) {
        let isConfidence = measure.name == "confidence_change"
        self.init(
            metric: measure.name, scope: measure.scope.rawValue,
            scopeID: ([meeting] + (measure.scopeID.map { [$0] } ?? [])).joined(separator: "/"),
            subset: measure.subset, value: measure.value.map(Self.rounded),
            numerator: measure.numerator.map(Self.rounded), denominator: measure.denominator.map(Self.rounded),
            n: measure.n, low: isConfidence ? nil : measure.low.map(Self.rounded),
            high: isConfidence ? nil : measure.high.map(Self.rounded), chance: measure.chance.map(Self.rounded),
            isSuppressed: measure.isSuppressed, note: measure.note?.rawValue)
    }

    /// To as many places as a report shows: beyond them the order of a sum would tell.
    private static func rounded(_ value: Double) -> Double {
        let scale = 1_000_000.0
        return (value * scale).rounded() / scale
    }
}
