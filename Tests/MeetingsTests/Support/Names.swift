// Knows how the tables write identifiers and actors: as plain string literals.

@testable import Meetings

extension ExpressibleByStringLiteral where Self: Identifier {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension PersonID: ExpressibleByStringLiteral {}
extension SegmentID: ExpressibleByStringLiteral {}
extension ImportID: ExpressibleByStringLiteral {}
extension PromptID: ExpressibleByStringLiteral {}
extension ClusterID: ExpressibleByStringLiteral {}
extension ResponseID: ExpressibleByStringLiteral {}
extension MessageID: ExpressibleByStringLiteral {}
extension PulseID: ExpressibleByStringLiteral {}
extension PhotoID: ExpressibleByStringLiteral {}
extension QuestionID: ExpressibleByStringLiteral {}
extension TopicID: ExpressibleByStringLiteral {}
extension RoundID: ExpressibleByStringLiteral {}
extension GroupID: ExpressibleByStringLiteral {}
extension CardID: ExpressibleByStringLiteral {}
extension DraftID: ExpressibleByStringLiteral {}
extension AnnouncementID: ExpressibleByStringLiteral {}
extension PairID: ExpressibleByStringLiteral {}
extension ComplaintID: ExpressibleByStringLiteral {}
extension NoteID: ExpressibleByStringLiteral {}
extension PairingID: ExpressibleByStringLiteral {}
extension SeriesID: ExpressibleByStringLiteral {}
extension PackID: ExpressibleByStringLiteral {}

/// A string literal is a person; the server is `.system`.
extension Meetings.Actor: ExpressibleByStringLiteral {
    /// The person of that identifier.
    public init(stringLiteral value: String) { self = .person(PersonID(rawValue: value)) }
}
