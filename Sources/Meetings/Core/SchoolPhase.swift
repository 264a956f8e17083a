// Knows where in school somebody teaches.

/// The phase of schooling somebody teaches in.
public enum SchoolPhase: String, Codable, Sendable, CaseIterable {
    case primary, secondary
    case furtherEducation = "FE"

    /// What those who look for a buddy sent, and the log kept of them, before there was one word for both.
    private static let olderFurtherEducation = "further"

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let phase = text == Self.olderFurtherEducation ? .furtherEducation : SchoolPhase(rawValue: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no phase of schooling: \(text)")
        }
        self = phase
    }
}
