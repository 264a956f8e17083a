// Knows the JSON of every event and command, as files: what was written once is read for ever.

import Foundation
import Testing

@testable import Meetings

@Suite struct GoldenTests {
    @Test("each facet's file holds its wishes and facts", arguments: Event.Facet.allCases)
    func golden(_ facet: Event.Facet) throws {
        var file = try GoldenFile("\(facet)")
        try file.check(.commands, facet.wishes.map { ($0.name, $0.sample) })
        try file.check(.events, facet.facts.map { ($0.rawValue, $0.sample) })
    }

    @Test("there is a sample of every kind, and no file of a facet that is gone")
    func complete() throws {
        let facts = Event.Facet.allCases.flatMap(\.facts)
        #expect(facts.map(\.sample.kind).sorted() == Event.types.map { $0.kind }.sorted())
        #expect(CommandKind.allCases.map(\.sample.kind).sorted() == Command.types.map { $0.kind }.sorted())
        let names = Event.Facet.allCases.map { "\($0)" } + NetworkEvent.Facet.allCases.map { "network-\($0)" }
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

    /// Fields that facts got later: what was written before them is read as it was, and what is written now has them.
    static let later: [(Event, String)] = [
        (
            SegmentAdded(
                segment: "s2", kind: .talk, title: "T", timeboxSeconds: 60, note: nil, index: 0, speaker: "Gwen",
                leadNote: "Ask"
            ).event,
            #"{"segmentAdded":{"index":0,"kind":"talk","leadNote":"Ask","segment":"s2","speaker":"Gwen","timeboxSeconds":60,"title":"T"}}"#
        ),
        (
            SegmentEdited(
                segment: "s2", kind: .talk, title: "T", timeboxSeconds: 60, note: nil, speaker: "Gwen", leadNote: "Ask"
            ).event,
            #"{"segmentEdited":{"kind":"talk","leadNote":"Ask","segment":"s2","speaker":"Gwen","timeboxSeconds":60,"title":"T"}}"#
        ),
    ]

    static let ofGroups: [(Event, String)] = [
        (
            SegmentAdded(
                segment: "s2", kind: .breakout, title: "T", timeboxSeconds: 600, note: nil, index: 0,
                breakout: BreakoutPlan(choice: .mix, size: 5, seconds: 600, task: "Build", draft: "d4")
            ).event,
            #"{"segmentAdded":{"breakout":{"choice":"mix","draft":"d4","seconds":600,"size":5,"task":"Build"},"index":0,"kind":"breakout","segment":"s2","timeboxSeconds":600,"title":"T"}}"#
        ),
        (
            GroupsFormed(
                round: "r4", segment: "s2",
                groups: [GroupSeats(group: "g4-1", members: ["p1"])],
                texts: RoundTexts(groups: [GroupTexts(name: "Red")]), draw: Draw(choice: .mix), timeboxSeconds: 600
            ).event,
            #"{"groupsFormed":{"draw":{"choice":"mix","engine":"","isEdited":false,"iterations":0,"points":0,"seed":0},"groups":[{"group":"g4-1","members":["p1"],"roles":{}}],"round":"r4","segment":"s2","texts":{"groups":[{"name":"Red"}]},"timeboxSeconds":600}}"#
        ),
        (
            GroupsFormed(round: "r4", segment: nil, groups: [], texts: nil, draw: Draw(choice: .mix), kind: .coffee)
                .event,
            #"{"groupsFormed":{"draw":{"choice":"mix","engine":"","isEdited":false,"iterations":0,"points":0,"seed":0},"groups":[],"kind":"coffee","round":"r4"}}"#
        ),
        (
            PeopleMoved(round: "r4", moves: [Move(person: "p1", to: nil, reason: .left)]).event,
            #"{"peopleMoved":{"moves":[{"person":"p1","reason":"left"}],"round":"r4"}}"#
        ),
        (
            DraftSaved(
                draft: "d4", title: nil, groups: [], texts: nil, draw: Draw(choice: .mix), timeboxSeconds: 900
            ).event,
            #"{"draftSaved":{"draft":"d4","draw":{"choice":"mix","engine":"","isEdited":false,"iterations":0,"points":0,"seed":0},"groups":[],"timeboxSeconds":900}}"#
        ),
    ]

    static let ofScribes: [(Event, String)] = [
        (
            KitSet(segment: "s3", person: "p7", step: 0, state: .opened, source: .scribe, by: "p8").event,
            #"{"kitSet":{"by":"p8","person":"p7","segment":"s3","source":"scribe","state":"opened","step":0}}"#
        ),
        (
            PromptOpened(prompt: "w21", kind: .open, text: "What?", isMultiple: false, circle: .named, hasHat: true)
                .event,
            #"{"promptOpened":{"circle":"named","hasHat":true,"isMultiple":false,"kind":"open","prompt":"w21","text":"What?"}}"#
        ),
        (
            ResponseSaved(
                prompt: "w21", response: "a30", person: "p7", texts: ["A lamp"], numbers: [], words: 2,
                isHandedIn: true,
                wasHandedIn: false, source: .scribe, by: "p8", isStudent: true, forOthers: 1
            ).event,
            #"{"responseSaved":{"by":"p8","forOthers":1,"isHandedIn":true,"isStudent":true,"numbers":[],"person":"p7","prompt":"w21","response":"a30","source":"scribe","texts":["A lamp"],"wasHandedIn":false,"words":2}}"#
        ),
        (
            ResponseRevealed(
                prompt: "w21", response: "a30", person: "p7", texts: ["A lamp"], numbers: [], circle: .named,
                isStudent: true
            ).event,
            #"{"responseRevealed":{"circle":"named","isStudent":true,"numbers":[],"person":"p7","prompt":"w21","response":"a30","texts":["A lamp"]}}"#
        ),
    ]

    @Test(arguments: later + ofGroups + ofScribes)
    func laterFields(_ event: Event, _ json: String) throws {
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
        #expect(
            try GoldenFile.value(Command.self, "{\"openSegment\":{\"segment\":\"s2\"}}")
                == OpenSegment(segment: "s2").command)
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
