// Knows that identifiers are written as texts in tests.

import Meetings

extension ExpressibleByStringLiteral where Self: Identifier {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension SegmentID: ExpressibleByStringLiteral {}
extension PulseID: ExpressibleByStringLiteral {}
extension MessageID: ExpressibleByStringLiteral {}
extension QuestionID: ExpressibleByStringLiteral {}
extension GroupID: ExpressibleByStringLiteral {}
extension RoundID: ExpressibleByStringLiteral {}
extension CardID: ExpressibleByStringLiteral {}
extension DraftID: ExpressibleByStringLiteral {}
extension AnnouncementID: ExpressibleByStringLiteral {}
extension PromptID: ExpressibleByStringLiteral {}
extension SeriesID: ExpressibleByStringLiteral {}
extension PackID: ExpressibleByStringLiteral {}
extension ResponseID: ExpressibleByStringLiteral {}
