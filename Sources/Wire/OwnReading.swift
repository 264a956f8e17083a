// Knows how a log is read for one person of it.

import Log
import Meetings

extension LogStore {
    /// What the log of a meeting holds, each entry with who caused it.
    public func caused(in meeting: String) async throws -> [(entry: Entry, actor: PersonID?)] {
        try await entries(meeting).map { ($0.actor.map(PersonID.init(rawValue:)), $0) }
            .map { (entry: try Entry($1), actor: $0) }
    }

    /// What the log of a network holds of somebody.
    public func ownEntries(of person: PersonID, network: String) async throws -> [NetworkEntry] {
        try await entries(network).map { try NetworkEntry($0) }.filter { $0.event.person == person }
    }
}
