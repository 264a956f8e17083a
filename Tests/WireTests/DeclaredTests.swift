// What facts declare is what is in them: every text is somebody's own or nobody's, and a fact can be nobody's.

import Foundation
import Log
import Testing

@testable import Meetings
@testable import Wire

/// A fact of which must not be known whose it is, with nothing else in it.
private struct Whispered: Fact {
    var text: String?

    enum Kind: String { case whispered }

    static let kept = Kept<Self>(
        Kind.whispered, .first, ages: .talk, fields: Fields(names: [], words: [CodingKeys.text], codes: [], people: []),
        whose: .nobody, object: .nothing, erases: .nothing)
}

/// A fact whose first version said less.
private struct Poured: Fact {
    var cups: Int
    var milk: Bool

    enum Kind: String { case poured }
    private struct Before: Decodable { var cups: Int }

    static let kept = Kept<Self>(
        Kind.poured, .second(from: Before.self) { Poured(cups: $0.cups, milk: false) }, ages: .record, fields: .plain,
        whose: .actor,
        object: .nothing, erases: .nothing)
}

@Suite struct DeclaredTests {
    /// One of each kind, from the golden files.
    private static func golden<Value: Decodable>(_ type: Value.Type, network isOfNetwork: Bool) throws -> [Value] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Data/golden")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasPrefix("network-") == isOfNetwork }
        return try files.flatMap { file in
            // The events stand last, under their heading.
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").drop { $0 != "# events" }.dropFirst()
                .map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
        }
    }

    /// The texts in a value: neither identifiers nor words of a fixed list.
    private static func holdsText(_ value: Any) -> Bool {
        if value is String { return true }
        if value is any Identifier || value is any RawRepresentable { return false }
        return Mirror(reflecting: value).children.contains { holdsText($0.value) }
    }

    private static func check<F: Fact>(_ fact: F) {
        let fields = F.kept.fields
        let declared = fields.names.union(fields.words).union(fields.codes)
        var seen: Set<String> = []
        for child in Mirror(reflecting: fact).children {
            guard let name = child.label else { continue }
            seen.insert(name)
            if holdsText(child.value) {
                #expect(declared.contains(name), "\(F.kept.kind).\(name): is it somebody's own, or nobody's?")
            }
        }
        #expect(declared.union(fields.people).isSubset(of: seen), "\(F.kept.kind) declares what it does not have")
        #expect(fields.names.isDisjoint(with: fields.words) && fields.codes.isDisjoint(with: fields.words))
    }

    @Test("every text of every fact of a room is declared: personal, or a code")
    func everyTextOfARoomIsDeclared() throws {
        let events = try Self.golden(Event.self, network: false)
        #expect(Set(events.map(\.kind)) == Set(Event.types.map { $0.kind }))
        for event in events { Self.check(event.fact) }
    }

    @Test("every fact of a room can be told without its words, and has none then")
    func everyFactWithoutWords() throws {
        for event in try Self.golden(Event.self, network: false) {
            let bare = try #require(event.withoutWords, "\(event.kind)")
            #expect(bare.kind == event.kind && bare.person == event.person && !bare.fact.holdsWords, "\(event.kind)")
            #expect(bare == event || event.hasWords, "\(event.kind)")
        }
    }

    @Test("every text of every fact of a network is declared: personal, or a code")
    func everyTextOfANetworkIsDeclared() throws {
        let events = try Self.golden(NetworkEvent.self, network: true)
        #expect(Set(events.map(\.kind)) == Set(NetworkEvent.types.map { $0.kind }))
        for event in events { Self.check(event.fact) }
    }

    @Test("a fact can be nobody's: nothing of it says who caused it")
    func nobodys() {
        let sealed = Sealing.seal(Whispered(text: "Help"), actor: PersonID(rawValue: "p1")) { _ in false }
        #expect(sealed.parts.map(\.person) == [nil])
        #expect(!String(decoding: sealed.body, as: UTF8.self).contains("p1"))
    }

    @Test("a body of an earlier version becomes one of today's; a later one is not read")
    func versions() {
        #expect(Poured.kept.versions.current == 2)
        #expect(Poured.kept.versions.reads(1) && Poured.kept.versions.reads(2))
        #expect(!Poured.kept.versions.reads(3))
    }
}

extension RoomFact {
    /// Whether something that somebody wrote stands in it.
    fileprivate var holdsWords: Bool {
        JSONWriter.fields(of: self).contains { Self.kept.fields.words.contains($0.key) }
    }
}
