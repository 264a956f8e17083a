// Knows what is promised to whoever chose "count only": counted, and forgotten when the meeting ends.

import Foundation
import Meetings
import Testing

@Suite struct ForgettingTests {
    /// `zed` counts only and has done everything that leaves a trace.
    private static let traced = Given.reflection.joined("zed", tier: .countOnly)
        .after(.answerPulse(pulse: "u21", answer: .lost), by: "zed")
        .after(.postMessage(text: "Hello", re: nil), by: "zed")
        .after(.postMessage(text: "Mine", re: nil), by: "ann")
        .after(.react(message: "m27", reaction: .agree), by: "zed")
        .after(.react(message: "m27", reaction: .agree), by: "bob")
        .after(.askQuestion(text: "Why?"), by: "zed")
        .after(.askQuestion(text: "How?"), by: "ann")
        .after(.supportQuestion(question: "q31"), by: "zed")
        .after(.startTurn(person: nil), by: "zed")
        .after(.noteSpeech(person: nil, words: 9, characters: 40), by: "zed")
        .after(.endTurn(person: nil), by: "zed")
        .after(.raiseHand(person: nil), by: "zed")

    /// Every way in which the meeting can end for somebody.
    static let goings: [(String, [(Command, Meetings.Actor)])] = [
        ("stays", []),
        ("leaves", [(.takeLeave(reason: nil), "zed")]),
        ("loses the connection", [(.endPresence(person: "zed", reason: .lost), .system)]),
        ("speaks at the end", [(.startTurn(person: nil), "zed")]),
        ("was a scribe", [(.appointScribe(person: "zed"), "lea")]),
        ("is removed", [(.remove(person: "zed"), "lea")]),
        ("is in the lobby", [(.moveToLobby(person: "zed"), "lea")]),
        ("was denied", [(.moveToLobby(person: "zed"), "lea"), (.deny(person: "zed"), "lea")]),
        ("came in again", [(.moveToLobby(person: "zed"), "lea"), (.admit(person: "zed"), "lea")]),
    ]

    @Test("nothing of them is left in the state, and what they did still counts", arguments: goings)
    func forgotten(_ name: String, _ going: [(Command, Meetings.Actor)]) throws {
        let room = going.reduce(Self.traced) { $0.after($1.0, by: $1.1) }.after(.endMeeting)
        let json = String(decoding: try JSONEncoder().encode(room), as: UTF8.self)
        #expect(!json.contains("zed"), "\(name)")
        #expect(room.countedPeople == 1, "\(name)")
        #expect(room.messages.count == 2)
        #expect(room.messages.first?.text == "Hello")
        #expect(room.messages.last?.author == "ann")
        #expect(room.messages.last?.reactions == ["agree": ["bob"]])
        #expect(room.questions.count == 2)
        #expect(room.pulses.first?.counts == ["lost": 1])
    }

    @Test("until the end they are a person like everybody")
    func knownUntilTheEnd() {
        #expect(Self.traced.people["zed"]?.name == "zed")
        #expect(Self.traced.messages.first?.author == "zed")
        #expect(Self.traced.countedPeople == 0)
        #expect(Self.traced.queue.map(\.person) == ["zed"])
    }

    @Test("the choice at the end counts")
    func lastChoiceCounts() {
        let kept = Self.traced.after(.setTier(tier: .quotable), by: "zed").after(.endMeeting)
        #expect(kept.people["zed"]?.name == "zed")
        #expect(kept.countedPeople == 0)
        let forgotten = Given.chat.after(.setTier(tier: .countOnly), by: "ann").after(.endMeeting)
        #expect(forgotten.people["ann"] == nil)
        #expect(forgotten.messages.first?.author == .counted)
        #expect(forgotten.messages.first?.name == nil)
    }

    @Test("a log that was counted from the start counts and names nobody")
    func countedLog() {
        let room = Given.reflection.after(
            Given.came(.counted), Given.came(.counted), .presenceBegan(person: .counted, mode: .remote),
            .pulseAnswered(pulse: "u21", person: .counted, answer: .gotIt, previous: nil),
            .handRaised(person: .counted, index: 0, source: .client))
        #expect(room.countedPeople == 2)
        #expect(room.people[.counted] == nil)
        #expect(room.queue.isEmpty)
        #expect(room.pulses.first?.counts == ["got_it": 1])
        #expect(room.pulses.first?.answers.isEmpty == true)
    }
}
