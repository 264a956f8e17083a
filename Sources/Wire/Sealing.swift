// Knows how an event becomes a row that can be kept and erasable rows beside it. Names and text never stand in the
// row that is hashed and exported; of a person who chose "count only" not even the identifier does.

import Foundation
import Log
import Meetings

/// Taking events apart for the log and putting them together again.
public enum Sealing {
    /// Version of the event bodies this program writes.
    public static let version = 1

    /// Fields that hold names or words of people.
    static let personalFields: Set<String> = ["name", "school", "title", "note", "text", "texts"]
    private static let personField = "person"
    /// Fields with people in lists: whoever counts only stands there as `PersonID.counted`.
    private static let listFields = ["groups", "moves", "together", "apart", "bridge", "roles"]
    private static let objectFields = ["message", "question", "card"]

    /// A row that this program cannot read.
    public struct Unreadable: Error, Equatable {
        public var kind: String
        public var version: Int
    }

    /// An event as its kind and its fields.
    static func fields(of event: some Encodable) -> (kind: String, fields: [String: JSONValue]) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(ServerMessage.encode(event))),
            case .object(let outer) = value, let (kind, inner) = outer.first, case .object(let fields) = inner
        else { preconditionFailure("an event encodes as an object of one object") }
        return (kind, fields)
    }

    /// Splits an event. `isCounted` says who chose "count only"; `actor` is who wrote what has no person of its own.
    public static func seal(_ event: Event, actor: PersonID?, isCounted: (PersonID) -> Bool) -> SealedEvent {
        var (kind, fields) = Self.fields(of: event)
        let object = objectFields.lazy.compactMap { name -> String? in
            if case .string(let id)? = fields[name] { id } else { nil }
        }.first
        var owner = actor
        if case .string(let id)? = fields[personField] { owner = PersonID(rawValue: id) }
        var personal = fields.filter { personalFields.contains($0.key) && $0.value != .null }
        for key in personal.keys { fields[key] = nil }
        var parts: [ErasablePart] = []
        var lists: [String: JSONValue] = [:]
        for field in listFields {
            guard let list = fields[field] else { continue }
            let sealed = list.replacing { isCounted(PersonID(rawValue: $0)) ? PersonID.counted.rawValue : $0 }
            guard sealed != list else { continue }
            lists[field] = list
            fields[field] = sealed
        }
        var linking = lists
        var linked: String?
        if let person = owner, isCounted(person) {
            linked = person.rawValue
            if fields[personField] != nil {
                linking[personField] = .string(person.rawValue)
                fields[personField] = .string(PersonID.counted.rawValue)
            }
            for key in ["name", "school"] { linking[key] = personal.removeValue(forKey: key) }
            owner = nil
        }
        if !linking.isEmpty {
            parts.append(
                ErasablePart(
                    person: linked, object: object, json: ServerMessage.encode(linking), untilEnd: true))
        }
        if !personal.isEmpty {
            parts.append(
                ErasablePart(
                    person: owner?.rawValue, object: object, json: ServerMessage.encode(personal), untilEnd: false))
        }
        return SealedEvent(kind: kind, version: version, body: ServerMessage.encode(fields), parts: parts)
    }

    /// Puts an event together from what is left of it.
    public static func unseal(_ sealed: SealedEvent) throws -> Event { try unseal(sealed, as: Event.self) }

    static func unseal<Fact: Decodable>(_ sealed: SealedEvent, as type: Fact.Type) throws -> Fact {
        let unreadable = Unreadable(kind: sealed.kind, version: sealed.version)
        guard sealed.version == version else { throw unreadable }
        let decoder = JSONDecoder()
        do {
            var fields = try decoder.decode([String: JSONValue].self, from: Data(sealed.body))
            for part in sealed.parts {
                fields.merge(try decoder.decode([String: JSONValue].self, from: Data(part.json))) { $1 }
            }
            return try decoder.decode(type, from: Data(ServerMessage.encode([sealed.kind: fields])))
        } catch {
            throw unreadable
        }
    }
}
