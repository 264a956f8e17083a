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
    var newest: [DurableEntry]
    var commands: [StoredCommand]
    /// When the server that wrote the end of the log last gave a sign of life; nil if it is this one.
    var lastSign: Instant?
    /// What is kept of anonymous answers apart from the log.
    var answers: [KeptAnswers] = []
    var hearing = Hearing()
}

extension LogStore {
    /// A room with so many of its newest entries.
    func room(_ meeting: String, _ setting: RoomSetting, newest count: Int) async throws -> LoadedRoom {
        let logged = try await entries(meeting)
        let entries = try logged.map { try Entry($0) }
        var hearing = Hearing()
        for (entry, kept) in zip(entries, logged) { hearing.take(entry, by: kept.actor.map(PersonID.init(rawValue:))) }
        let newest = entries.suffix(count)
        let marks = try await marks(meeting, after: (newest.first?.sequence ?? 1) - 1)
        return LoadedRoom(
            epoch: await epoch, setting: setting, room: Room(replaying: entries),
            newest: zip(newest, marks).map { DurableEntry(entry: $0, mark: $1) }, commands: try await commands(meeting),
            lastSign: try await lastSign(of: meeting), answers: try await answers(meeting),
            hearing: hearing)
    }

    /// What lives between the meetings of a network.
    public func state(ofNetwork id: String) async throws -> Network {
        Network(replaying: try await entries(id).map { try NetworkEntry($0) })
    }

    /// What the earlier meetings of a network say of its people: all, or those beside one.
    public func acquaintance(of network: String, before meeting: String = "") async throws -> Acquaintance {
        Acquaintance(try await acquaintance(network: network, before: meeting).map { try $0.map { try Entry($0) } })
    }

    /// What somebody said of themselves at earlier meetings of a network.
    public func recollection(of person: PersonID, network: String) async throws -> Recollection {
        Recollection(try await lastTopics(of: person.rawValue, network: network).map { try Entry($0) })
    }
}
