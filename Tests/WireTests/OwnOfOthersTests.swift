// Knows what a device is told of those for whom it taps: what was written on it, where their kits are, and of all else
// only that it is there.

import Testing

@testable import Meetings
@testable import Wire

@Suite struct OwnOfOthersTests {
    private static let scribe = PersonID(rawValue: "bob")
    private static let other = PersonID(rawValue: "lea")
    private static let charge = PersonID(rawValue: "dai")
    private static let ann = PersonID(rawValue: "ann")
    private static let prompt = PromptID(rawValue: "w1")
    private static let segment = SegmentID(rawValue: "s1")

    /// `dai` has no device; something is kept of them that `by` wrote down, or they themselves while they had one.
    private static func room(by writer: PersonID?) -> Room {
        var room = Room()
        room.people = [
            scribe: person(.participant, .remote), other: person(.lead, .remote),
            charge: person(.participant, .roomNoDevice), ann: person(.participant, .remote),
        ]
        room.people[scribe]?.isScribe = true
        room.prompts = [
            Prompt(
                id: prompt, kind: .open, text: "What?", choices: [], isMultiple: false, circle: .named, openedAt: 1,
                responses: [
                    PromptResponse(
                        id: ResponseID(rawValue: "a1"), author: charge, answer: PromptAnswer(texts: ["canary"]),
                        narrowing: .onlyMe, isHandedIn: true, by: writer)
                ])
        ]
        var bench = Bench(segment: segment)
        bench.places[charge] = KitPlace(step: 1, state: .building, note: "canary", at: 1, by: writer)
        bench.reviews = [KitReview(person: charge, isStudent: true, fiddly: 1, frustrating: 1, adaption: "canary")]
        room.benches = [bench]
        return room
    }

    private static func person(_ role: Role, _ mode: AttendanceMode) -> Person {
        var person = Person(name: "Name", school: nil, role: role, mode: mode, tier: .pseudonymous, joinedAt: 1)
        person.isPresent = true
        return person
    }

    @Test("what was written on the device of whoever taps is told there, and nowhere else")
    func own() throws {
        let room = Self.room(by: Self.scribe)
        let told = Own(of: Self.scribe, in: room)
        let response = try #require(told.prompts?[Self.charge]?[Self.prompt]?.response)
        #expect(response.answer?.texts == ["canary"] && response.narrowing == .onlyMe && response.isUnseen == nil)
        #expect(
            told.benches?[Self.charge]?[Self.segment]?.place
                == KitPlace(step: 1, state: .building, note: "canary", at: 1))
        #expect(told.benches?[Self.charge]?[Self.segment]?.reviews == nil)
        #expect(!ServerMessage.encode(Own(of: Self.ann, in: room)).contains("canary"))
    }

    @Test(
        "of what was written elsewhere it is told that it is there, and where their kit is",
        arguments: [nil, other] as [PersonID?])
    func unseen(_ writer: PersonID?) throws {
        let told = Own(of: Self.scribe, in: Self.room(by: writer))
        let response = try #require(told.prompts?[Self.charge]?[Self.prompt]?.response)
        #expect(response.answer == nil && response.narrowing == nil && response.isHandedIn && response.isUnseen == true)
        #expect(
            told.benches?[Self.charge]?[Self.segment]?.place == KitPlace(step: 1, state: .building, note: nil, at: 1))
        #expect(!ServerMessage.encode(told).contains("canary"))
    }

    @Test("they themselves are told all of it")
    func themselves() {
        let told = Own(of: Self.charge, in: Self.room(by: Self.scribe))
        #expect(told.prompts?[Self.charge]?[Self.prompt]?.response?.answer?.texts == ["canary"])
        #expect(told.benches?[Self.charge]?[Self.segment]?.reviews?.count == 1)
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}
