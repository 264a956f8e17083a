// Knows what a pack is made of: the record of each meeting, and what the list of meetings says of it.

import Analytics
import Meetings

/// One meeting that goes into a pack.
public struct PackMeeting: Sendable {
    public var id: String
    public var series: SeriesID?
    public var title: String?
    public var zone: String
    public var record: ParticipationRecord
    /// Words of people who let them be quoted.
    public var quoted: [QuotedWords]

    public init(
        id: String, series: SeriesID?, title: String?, zone: String, record: ParticipationRecord,
        quoted: [QuotedWords]
    ) {
        (self.id, self.series, self.title, self.zone) = (id, series, title, zone)
        (self.record, self.quoted) = (record, quoted)
    }
}

/// What people and schools are called in a pack.
public struct PackPseudonyms: Sendable {
    /// The name of the key, which says nothing about it.
    public let key: String
    private let code: @Sendable (String) -> String

    /// - Parameter code: the pseudonym of a text under the key, `DataPackage.pseudonymPattern`.
    public init(key: String, code: @escaping @Sendable (String) -> String) { (self.key, self.code) = (key, code) }

    func person(_ id: PersonID) -> String { code(id.rawValue) }

    /// However it is written; that it is a school keeps it apart from people.
    func school(_ name: String) -> String { code("school/" + Text.key(name)) }
}
