// Knows what whoever confirms a report says of each caller in it, and what is proposed to them: names alone decide
// nothing where they may mean two.

import Exchange
import Meetings

/// Whom a caller of a report is taken for.
public enum CallerChoice: Equatable, Sendable {
    /// Somebody of the room, or who was on the call in another report of it.
    case known(PersonID)
    /// Somebody who was on the call only.
    case new
    /// Somebody who only counts: in the sums, and nobody.
    case counted
    /// Nothing of them is taken.
    case out
}

extension CallerChoice: Codable {
    private enum CodingKeys: String, CodingKey { case taken, person }

    private enum Taken: String, Codable { case known, new, counted, out }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Taken.self, forKey: .taken) {
        case .known: self = .known(try container.decode(Key.self, forKey: .person).person)
        case .new: self = .new
        case .counted: self = .counted
        case .out: self = .out
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .known(let person):
            try container.encode(Taken.known, forKey: .taken)
            try container.encode(person, forKey: .person)
        case .new: try container.encode(Taken.new, forKey: .taken)
        case .counted: try container.encode(Taken.counted, forKey: .taken)
        case .out: try container.encode(Taken.out, forKey: .taken)
        }
    }
}

/// What is proposed for a caller.
struct CallerMatch: Encodable, Equatable, Sendable {
    /// As the report calls them.
    var key: String
    var choice: CallerChoice
    /// Who it may be, the likeliest first.
    var candidates: [PersonID]

    /// Everybody of a report, in its order.
    static func all(_ file: ImportedFile, in room: Room) -> [CallerMatch] {
        let known = names(in: room)
        var rivals: [PersonID: Int] = [:]
        let found = file.people.map { caller in
            let whole = people(called: [caller.name, caller.alias].compactMap { $0 }, known)
            for person in whole { rivals[person, default: 0] += 1 }
            return whole
        }
        // In a room people are called by their first names.
        let first = firstNames(known)
        return zip(file.people, found).map { caller, whole in
            let likely = caller.form == .person ? people(called: [firstWord(caller.name)], first) : []
            let candidates = whole + likely.filter { !whole.contains($0) }
            let isClear = whole.count == 1 && rivals[whole[0]] == 1 && caller.conflicts.isEmpty
            let choice: CallerChoice =
                isClear && caller.form == .person ? .known(whole[0]) : room.countedPeople > 0 ? .counted : .new
            return CallerMatch(key: caller.key, choice: choice, candidates: candidates)
        }
    }

    private typealias Names = [ComparedName: [PersonID]]

    private static func names(in room: Room) -> Names {
        var names: Names = [:]
        for id in room.people.keys.sorted() {
            guard let person = room.people[id], person.role != .table, let name = person.name else { continue }
            names[ComparedName(name), default: []].append(id)
        }
        for id in room.callers.keys.sorted() {
            guard let name = room.callers[id]?.name else { continue }
            names[ComparedName(name), default: []].append(id)
        }
        return names
    }

    private static func people(called names: [String], _ known: Names) -> [PersonID] {
        var found: [PersonID] = []
        for name in names { for id in known[ComparedName(name)] ?? [] where !found.contains(id) { found.append(id) } }
        return found
    }

    private static func firstNames(_ known: Names) -> Names {
        var first: Names = [:]
        for (name, people) in known { first[ComparedName(firstWord(name.text)), default: []] += people }
        return first.mapValues { $0.sorted() }
    }

    private static func firstWord(_ name: String) -> String {
        name.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? name
    }
}
