// Knows how what a store has becomes what a host starts from. All of it is read and put together beside the loop: a
// long log takes a while.

import Log
import Meetings
import Wire

/// What a room has to know and does not stand in its log.
public struct RoomSetting: Sendable {
    /// The network of the meeting, by its identifier.
    public var network: String
    public var links: JoinLinks?
    public var card: NetworkCard?
    /// Nothing of it counts: teachers in it may be simulated.
    public var isRehearsal: Bool

    /// The setting of one room.
    public init(network: String, links: JoinLinks?, card: NetworkCard?, isRehearsal: Bool = false) {
        (self.network, self.links, self.card, self.isRehearsal) = (network, links, card, isRehearsal)
    }
}

/// The list of meetings, as hosting needs it.
public protocol RoomSettings: Sendable {
    /// The setting of a meeting; nil if there is none.
    func setting(of meeting: String) async throws -> RoomSetting?
}

/// A room as the store has it.
struct LoadedRoom: Sendable {
    var epoch: String
    var setting: RoomSetting
    var room: Room
    /// The newest entries, for those who come back.
    var newest: [Entry]
    var commands: [StoredCommand]
}

extension LogStore {
    /// A room with so many of its newest entries.
    func room(_ meeting: String, _ setting: RoomSetting, newest count: Int) async throws -> LoadedRoom {
        let entries = try await entries(meeting).map { try Entry($0) }
        return LoadedRoom(
            epoch: await epoch, setting: setting, room: Room(replaying: entries), newest: entries.suffix(count),
            commands: try await commands(meeting))
    }

    /// What lives between the meetings of a network.
    func network(_ id: String) async throws -> Network {
        Network(replaying: try await entries(id).map { try NetworkEntry($0) })
    }

    /// What the earlier meetings of a network say of its people: all, or those beside one.
    public func acquaintance(of network: String, before meeting: String = "") async throws -> Acquaintance {
        Acquaintance(try await acquaintance(network: network, before: meeting).map { try $0.map { try Entry($0) } })
    }

    /// What somebody said of themselves at earlier meetings of a network.
    func recollection(of person: PersonID, network: String) async throws -> Recollection {
        Recollection(try await lastTopics(of: person.rawValue, network: network).map { try Entry($0) })
    }
}
