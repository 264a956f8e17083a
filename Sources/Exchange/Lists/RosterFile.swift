// Knows lists of people as rosters of the engine: whoever stands in one, without rules.

import Foundation
import Matching

extension MatchingFile {
    /// A roster without rules: groups of `size`, mixed if there are people in the room and remote ones.
    public init(_ list: PeopleList, size: Int) throws(ListError) {
        var people: [MatchingPerson] = []
        for one in list.people {
            let row = one.row ?? RosterRow(line: one.line, columns: [], cells: [])
            let (id, name) = (one.identifier ?? one.called, one.identifier == nil ? one.called : one.name)
            people.append(try row.person(id: id, name: name))
        }
        let isHybrid = Set(people.map(\.attendee.isInRoom)).count > 1
        self.init(people: people, rules: Rules(wish: .size(size), modes: isHybrid ? .mixed : .any))
    }

    /// Whether bytes are the format of matching, and not a list of people.
    public static func isJSON(_ bytes: [UInt8]) -> Bool {
        let first = bytes.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }.first
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}
