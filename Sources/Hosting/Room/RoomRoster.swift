// Knows how the people of a room look to the engine that forms groups.

import Matching
import Meetings

/// What earlier meetings of the network say.
public struct Acquaintance: Sendable, Equatable {
    /// Who sat together, by meeting, the last meeting first.
    public var groups: [[[PersonID]]]
    /// Milliseconds of talk, by person, of those meetings.
    public var talk: [PersonID: Int64]
    /// In how many of those meetings somebody sat in a group or spoke.
    public var attended: [PersonID: Int]

    /// What nobody knows of a first meeting.
    public init(
        groups: [[[PersonID]]] = [], talk: [PersonID: Int64] = [:], attended: [PersonID: Int] = [:]
    ) {
        (self.groups, self.talk, self.attended) = (groups, talk, attended)
    }

    /// Sat together for less, nobody has met.
    public static let leastMilliseconds: Int64 = 5 * 60_000

    /// From the entries of earlier meetings that tell of groups and turns, the last meeting first.
    public init(_ meetings: [[Entry]]) {
        self.init()
        for entries in meetings {
            let room = Room(replaying: entries)
            let rounds = room.rounds.filter { ($0.endedAt ?? room.at) - $0.formedAt >= Self.leastMilliseconds }
            groups.append(rounds.flatMap { $0.groups.map(\.members) }.filter { $0.count > 1 })
            var here = Set(room.rounds.flatMap { $0.groups.flatMap(\.members) })
            for entry in entries {
                guard case .floor(.turnEnded(let turn)) = entry.event, turn.person != .counted else { continue }
                talk[turn.person, default: 0] += turn.milliseconds
                here.insert(turn.person)
            }
            for person in here where person != .counted { attended[person, default: 0] += 1 }
        }
    }
}

extension Room {
    /// Who came to so many meetings before is at home here.
    static let coreMeetings = 2

    /// The people as the engine needs them.
    public func attendees(_ ids: [PersonID], _ known: Acquaintance) -> [Attendee] {
        let spoken = ids.map { known.talk[$0, default: 0] + (talk[$0]?.milliseconds ?? 0) }
        let total = spoken.reduce(0, +)
        return zip(ids, spoken).compactMap { id, spoken in
            people[id].map { person in
                Attendee(
                    id: id.rawValue, name: person.name ?? id.rawValue,
                    // Whose school nobody knows shares it with nobody.
                    school: person.school?.lowercased() ?? id.rawValue, phase: person.teaching?.rawValue ?? "",
                    offers: person.offers.map(\.rawValue), needs: person.needs.map(\.rawValue),
                    isCore: person.role.isLeading || known.attended[id, default: 0] >= Self.coreMeetings,
                    isInRoom: person.mode.isInRoom, hasBridge: person.mode.hasOwnDevice,
                    talkShare: total == 0 ? nil : Int(spoken * 1_000 * Int64(ids.count) / total))
            }
        }
    }

    /// Who sat together: earlier today, then in earlier meetings.
    public func history(_ known: Acquaintance, sparing round: RoundID? = nil) -> [PastRound] {
        let today = rounds.filter { $0.id != round }.flatMap { $0.groups.map(\.members) }.filter { $0.count > 1 }
        let earlier = known.groups.enumerated().map { index, groups in
            PastRound(age: index + 1, groups: groups.map { $0.map(\.rawValue) })
        }
        return (today.isEmpty ? [] : [PastRound(age: 0, groups: today.map { $0.map(\.rawValue) })]) + earlier
    }

    /// Everybody who shares a device stays together, and what leads wish.
    public func togetherRules() -> [[String]] {
        let tables = people.filter { $0.value.role == .table }.keys.sorted().map { seated(at: $0) }
        return (tables.filter { $0.count > 1 } + pairRulesNow.together).map {
            $0.map(\.rawValue)
        }
    }
}
