// Knows how much an occurrence matters to the operator.

/// How much an occurrence matters, in rising order; the names are those of the setting `logLevel`.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    case trace, debug, info, notice, warning, error

    public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
