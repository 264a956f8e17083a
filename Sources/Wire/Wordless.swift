// Knows a fact without what somebody wrote: what is told of it once the words were taken back.

import Foundation
import Meetings

extension Event {
    /// The same fact without words; names and counts stay. Nil if it cannot be said without them, as no fact can today.
    public var withoutWords: Event? { hasWords ? fact.bare : self }

    /// Whether a fact of this kind can hold what somebody wrote.
    public var hasWords: Bool { fact.hasWords }
}

extension RoomFact {
    fileprivate var hasWords: Bool { !Self.kept.fields.words.isEmpty }

    fileprivate var bare: Event? {
        let left = JSONWriter.fields(of: self).filter { !Self.kept.fields.words.contains($0.key) }
        return try? JSONDecoder().decode(Self.self, from: Data(JSONWriter.object(left))).event
    }
}
