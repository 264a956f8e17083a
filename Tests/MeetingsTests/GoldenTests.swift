// Knows the JSON of every event and command, as files: what was written once is read for ever.

import Foundation
import Testing

@testable import Meetings

@Suite struct GoldenTests {
    /// What a sample belongs to, and its kind.
    private static let facets = Event.Facet.allCases.map { "\($0)" }

    @Test(arguments: facets)
    func events(_ facet: String) throws {
        try GoldenFile("\(facet).events").check(
            Event.samples.filter { $0.facet == facet }.map { ($0.kind, $0) })
    }

    @Test(arguments: facets)
    func commands(_ facet: String) throws {
        try GoldenFile("\(facet).commands").check(
            Command.samples.filter { $0.facet == facet }.map { ($0.kind, $0) })
    }

    @Test("there is a sample of every kind, and no file of a facet that is gone")
    func complete() throws {
        #expect(Event.samples.map(\.kind).sorted() == Event.types.map { $0.kind }.sorted())
        #expect(Command.samples.map(\.kind).sorted() == Command.types.map { $0.kind }.sorted())
        let networks = NetworkEvent.Facet.allCases.map { "network-\($0)" }
        let names = (Self.facets + networks).flatMap { ["\($0).commands", "\($0).events"] }
        #expect(try GoldenFile.names() == names.sorted())
    }

    /// What stands in the log once words and names were erased, and what a short command leaves out.
    static let erased: [(Event, String)] = [
        (MeetingRetitled(title: nil).event, "{\"meetingRetitled\":{}}"),
        (PersonRenamed(person: "p7", name: nil, school: nil).event, "{\"personRenamed\":{\"person\":\"p7\"}}"),
        (
            MessagePosted(message: "m1", person: "p7", name: nil, text: nil, words: 3, re: nil).event,
            "{\"messagePosted\":{\"message\":\"m1\",\"person\":\"p7\",\"words\":3}}"
        ),
        (
            PulseAnswered(pulse: "u1", person: nil, answer: .lost, previous: nil).event,
            "{\"pulseAnswered\":{\"answer\":\"lost\",\"pulse\":\"u1\"}}"
        ),
    ]

    @Test(arguments: erased)
    func missingFieldsAreLeftOut(_ event: Event, _ json: String) throws {
        #expect(try GoldenFile.json(event) == json)
        #expect(try GoldenFile.value(Event.self, json) == event)
    }

    @Test("a command without its optional fields means me")
    func shortCommands() throws {
        #expect(try GoldenFile.value(Command.self, "{\"raiseHand\":{}}") == RaiseHand(person: nil).command)
        #expect(try GoldenFile.value(Command.self, "{\"takeLeave\":{}}") == TakeLeave(reason: nil).command)
        #expect(
            try GoldenFile.value(Command.self, "{\"postMessage\":{\"text\":\"Hi\"}}")
                == PostMessage(text: "Hi", re: nil).command)
        #expect(throws: DecodingError.self) { try GoldenFile.value(Command.self, "{\"fly\":{}}") }
        #expect(throws: DecodingError.self) {
            try GoldenFile.value(Command.self, "{\"raiseHand\":{},\"lowerHand\":{}}")
        }
    }

    @Test("an entry")
    func entry() throws {
        let entry = Entry(sequence: 42, at: 1_773_334_250_123, event: HandCalled(person: "p7").event)
        let json = "{\"at\":1773334250123,\"event\":{\"handCalled\":{\"person\":\"p7\"}},\"sequence\":42}"
        #expect(try GoldenFile.json(entry) == json)
        #expect(try GoldenFile.value(Entry.self, json) == entry)
    }

    @Test("a room that went through JSON is the same room")
    func room() throws {
        let room = Given.speaking.after(LockRoom().command).after(RaiseHand(person: nil).command, by: "bob")
        #expect(try GoldenFile.value(Room.self, GoldenFile.json(room)) == room)
    }
}

extension Event {
    /// The name of the facet it belongs to.
    var facet: String { String(Mirror(reflecting: self).children.first?.label ?? "") }
}

extension Command {
    /// The name of the facet it belongs to.
    var facet: String { String(Mirror(reflecting: self).children.first?.label ?? "") }
}
