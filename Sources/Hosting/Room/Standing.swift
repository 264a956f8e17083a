// Asks a log how people stand in a network.

import Log
import Meetings

extension LogStore {
    /// How somebody stands in a network.
    public func standing(of person: PersonID, network: String) async throws -> Standing {
        Standing(try await comings(of: person.rawValue, network: network))
    }

    /// How everybody stands in a network whom a meeting has seen.
    public func standings(network: String) async throws -> [PersonID: Standing] {
        Standing.all(try await comings(of: nil, network: network))
    }
}
