// Knows what is promised to whoever chose "count only": counted, and forgotten when the meeting ends.

import Foundation
import Testing

@testable import Meetings

@Suite struct ForgettingTests {
    /// `zed` counts only and has done everything that leaves a trace.
    private static let traced = Given.reflection.joined("zed", tier: .countOnly)
        .after(AnswerPulse(pulse: "u21", answer: .lost).command, by: "zed")
        .after(PostMessage(text: "Hello", re: nil).command, by: "zed")
        .after(PostMessage(text: "Mine", re: nil).command, by: "ann")
        .after(React(message: "m27", reaction: .agree).command, by: "zed")
        .after(React(message: "m27", reaction: .agree).command, by: "bob")
        .after(AskQuestion(text: "Why?").command, by: "zed")
        .after(AskQuestion(text: "How?").command, by: "ann")
        .after(SupportQuestion(question: "q31").command, by: "zed")
        .after(StartTurn(person: nil).command, by: "zed")
        .after(NoteSpeech(person: nil, words: 9, characters: 40).command, by: "zed")
        .after(EndTurn(person: nil).command, by: "zed")
        .after(RaiseHand(person: nil).command, by: "zed")

    /// Every way in which the meeting can end for somebody.
    static let goings: [(String, [(Command, Meetings.Actor)])] = [
        ("stays", []),
        ("leaves", [(TakeLeave(reason: nil).command, "zed")]),
        ("loses the connection", [(EndPresence(person: "zed", reason: .lost).command, .system)]),
        ("speaks at the end", [(StartTurn(person: nil).command, "zed")]),
        ("was a scribe", [(AppointScribe(person: "zed").command, "lea")]),
        ("is removed", [(Remove(person: "zed").command, "lea")]),
        ("is in the lobby", [(MoveToLobby(person: "zed").command, "lea")]),
        ("was denied", [(MoveToLobby(person: "zed").command, "lea"), (Deny(person: "zed").command, "lea")]),
        ("came in again", [(MoveToLobby(person: "zed").command, "lea"), (Admit(person: "zed").command, "lea")]),
    ]

    @Test("nothing of them is left in the state, and what they did still counts", arguments: goings)
    func forgotten(_ name: String, _ going: [(Command, Meetings.Actor)]) throws {
        let room = going.reduce(Self.traced) { $0.after($1.0, by: $1.1) }.after(EndMeeting().command)
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
        let kept = Self.traced.after(SetTier(tier: .quotable).command, by: "zed").after(EndMeeting().command)
        #expect(kept.people["zed"]?.name == "zed")
        #expect(kept.countedPeople == 0)
        let forgotten = Given.chat.after(SetTier(tier: .countOnly).command, by: "ann").after(EndMeeting().command)
        #expect(forgotten.people["ann"] == nil)
        #expect(forgotten.messages.first?.author == .counted)
        #expect(forgotten.messages.first?.name == nil)
    }

    @Test("a log that was counted from the start counts and names nobody")
    func countedLog() {
        let room = Given.reflection.after(
            Given.came(.counted), Given.came(.counted), PresenceBegan(person: .counted, mode: .remote).event,
            PulseAnswered(pulse: "u21", person: .counted, answer: .gotIt, previous: nil).event,
            HandRaised(person: .counted, index: 0, source: .client).event)
        #expect(room.countedPeople == 2)
        #expect(room.people[.counted] == nil)
        #expect(room.queue.isEmpty)
        #expect(room.pulses.first?.counts == ["got_it": 1])
        #expect(room.pulses.first?.answers.isEmpty == true)
    }
}
