// Knows how a fact becomes a row that can be kept and erasable rows beside it, by what the fact declares. Names and
// words never stand in the row that is hashed and exported; of a person who chose "count only" not even the identifier
// does.

import Foundation
import Log
import Meetings

/// Taking facts apart for the log and putting them together again.
public enum Sealing {
    private static let personField = "person"

    /// A row that this program cannot read.
    public struct Unreadable: Error, Equatable {
        public var kind: String
        public var version: Int
    }

    /// Splits an event of a room. `isCounted` says who chose "count only"; `actor` is whose command it came of.
    public static func seal(_ event: Event, actor: PersonID?, isCounted: (PersonID) -> Bool) -> SealedEvent {
        seal(event.fact, actor: actor, isCounted: isCounted)
    }

    /// Splits an event of a network, in which nobody only counts.
    public static func seal(_ event: NetworkEvent) -> SealedEvent {
        seal(event.fact, actor: nil) { _ in false }
    }

    static func seal<F: Fact>(_ fact: F, actor: PersonID?, isCounted: (PersonID) -> Bool) -> SealedEvent {
        let kept = F.kept
        let owner = owner(of: fact, actor: actor)
        let isOwnerCounted = owner.map(isCounted) ?? false
        var (body, own, linking): ([JSONField], [JSONField], [JSONField]) = ([], [], [])
        var counted: [String: [UInt8]]?
        for field in JSONWriter.fields(of: fact) {
            let key = field.key
            if kept.fields.words.contains(key) || kept.fields.names.contains(key) && !isOwnerCounted {
                own.append(field)
            } else if kept.fields.names.contains(key) {
                linking.append(field)
            } else if key == personField, isOwnerCounted {
                linking.append(field)
                body.append(JSONField(key: key, value: JSONWriter.bytes(PersonID.counted)))
            } else if kept.fields.people.contains(key) {
                let others = counted ?? withoutCounted(fact, isCounted)
                counted = others
                let sealed = others[key] ?? field.value
                if sealed != field.value { linking.append(field) }
                body.append(JSONField(key: key, value: sealed))
            } else {
                body.append(field)
            }
        }
        let object = kept.object(fact)
        var parts: [ErasablePart] = []
        if !linking.isEmpty {
            parts.append(
                ErasablePart(
                    person: isOwnerCounted ? owner?.rawValue : nil, object: object, json: JSONWriter.object(linking),
                    untilEnd: true))
        }
        if !own.isEmpty {
            parts.append(
                ErasablePart(
                    person: isOwnerCounted ? nil : owner?.rawValue, object: object, json: JSONWriter.object(own),
                    untilEnd: false))
        }
        return SealedEvent(
            kind: kept.kind, version: kept.versions.current, body: JSONWriter.object(body), parts: parts)
    }

    private static func owner<F: Fact>(of fact: F, actor: PersonID?) -> PersonID? {
        switch F.kept.whose {
        case .person(let person): person(fact) ?? actor
        case .actor: actor
        case .nobody: nil
        }
    }

    /// The fields with `PersonID.counted` in the place of everybody who only counts.
    private static func withoutCounted(_ fact: some Fact, _ isCounted: (PersonID) -> Bool) -> [String: [UInt8]] {
        withoutActuallyEscaping(isCounted) { isCounted in
            let fields = JSONWriter.fields(of: fact) { isCounted($0) ? .counted : $0 }
            return Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.value) })
        }
    }

    /// Puts an event of a room together from what is left of it.
    public static func unseal(_ sealed: SealedEvent) throws -> Event {
        guard let type = Event.named(sealed.kind) else { throw unreadable(sealed) }
        return try fact(type, sealed).event
    }

    /// Puts an event of a network together from what is left of it.
    public static func unsealNetwork(_ sealed: SealedEvent) throws -> NetworkEvent {
        guard let type = NetworkEvent.named(sealed.kind) else { throw unreadable(sealed) }
        return try fact(type, sealed).event
    }

    private static func unreadable(_ sealed: SealedEvent) -> Unreadable {
        Unreadable(kind: sealed.kind, version: sealed.version)
    }

    private static func fact<F: Fact>(_ type: F.Type, _ sealed: SealedEvent) throws -> F {
        guard F.kept.versions.reads(sealed.version) else { throw unreadable(sealed) }
        if let quick = quick(type, sealed) { return quick }
        return try whole(type, sealed)
    }

    /// A fact that has nothing rare in it; nil where the whole reader has to decide.
    static func quick<F: Fact>(_ type: F.Type, _ sealed: SealedEvent) -> F? {
        guard let plain = QuickDecoder([sealed.body] + sealed.parts.map(\.json)) else { return nil }
        return try? F.kept.versions.fact(sealed.version, from: plain)
    }

    static func whole<F: Fact>(_ type: F.Type, _ sealed: SealedEvent) throws -> F {
        guard let whole = JSONMembers.merged([sealed.body] + sealed.parts.map(\.json)) else { throw unreadable(sealed) }
        let decoder = JSONDecoder()
        decoder.userInfo[.bodyVersion] = sealed.version
        do {
            return try decoder.decode(Body<F>.self, from: Data(whole)).fact
        } catch {
            throw unreadable(sealed)
        }
    }
}

/// A body in one of its versions.
private struct Body<F: Fact>: Decodable {
    let fact: F

    init(from decoder: any Decoder) throws {
        let version = decoder.userInfo[.bodyVersion] as? Int
        fact = try F.kept.versions.fact(version ?? F.kept.versions.current, from: decoder)
    }
}

extension CodingUserInfoKey {
    fileprivate static let bodyVersion = CodingUserInfoKey(rawValue: "version").unsafelyUnwrapped
}
