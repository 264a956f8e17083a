// Knows the JSON of every event and command of a network, as files: what was written once is read for ever.

import Foundation
import Testing

@testable import Meetings

@Suite struct NetworkGoldenTests {
    private static let facets = NetworkEvent.Facet.allCases.map { "\($0)" }

    @Test("each facet's file holds its wishes and facts", arguments: facets)
    func golden(_ facet: String) throws {
        let wishes = NetworkCommand.samples.filter { Mirror(reflecting: $0).children.first?.label == facet }
        let facts = NetworkEvent.samples.filter { Mirror(reflecting: $0).children.first?.label == facet }
        var file = try GoldenFile("network-\(facet)")
        try file.check(.commands, wishes.map { ($0.kind, $0) })
        try file.check(.events, facts.map { ($0.kind, $0) })
    }

    @Test("there is a sample of every kind")
    func complete() {
        #expect(NetworkEvent.samples.map(\.kind).sorted() == NetworkEvent.types.map { $0.kind }.sorted())
        #expect(NetworkCommand.samples.map(\.kind).sorted() == NetworkCommand.types.map { $0.kind }.sorted())
    }

    @Test("what is left once words were erased can be read")
    func erased() throws {
        let optedIn = "{\"buddyOptedIn\":{\"band\":\"11+\",\"person\":\"p7\",\"phase\":\"primary\"}}"
        #expect(
            try GoldenFile.value(NetworkEvent.self, optedIn)
                == BuddyOptedIn(
                    person: "p7", phase: .primary, band: .more, farthestKilometres: nil, contact: nil, place: nil,
                    subject: nil, offers: nil, needs: nil
                ).event)
        #expect(
            try GoldenFile.value(NetworkEvent.self, "{\"buddyBlocked\":{\"person\":\"p7\"}}")
                == BuddyBlocked(person: "p7", other: nil).event)
    }

    @Test("a network that went through JSON is the same network")
    func network() throws {
        #expect(try GoldenFile.value(Network.self, GoldenFile.json(Buddies.allMade)) == Buddies.allMade)
    }
}
