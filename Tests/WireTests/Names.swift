// Knows that identifiers are written as texts in tests.

import Meetings

extension ExpressibleByStringLiteral where Self: Identifier {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension PersonID: ExpressibleByStringLiteral {}
extension GroupID: ExpressibleByStringLiteral {}
extension RoundID: ExpressibleByStringLiteral {}
extension CardID: ExpressibleByStringLiteral {}
