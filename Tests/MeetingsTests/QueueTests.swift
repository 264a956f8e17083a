// Knows what is promised of the speaking queue and the turns.

import Meetings
import Testing

@Suite struct QueueTests {
    private static let hand = Given.open.after(.raiseHand(person: nil), by: "ann")
    /// `ann` was heard for ten seconds, `bob` for three; `lea` not at all.
    private static let heard = Given.open.after(.setOptions(options: Options(leastHeardFirst: true)))
        .after(.startTurn(person: nil), by: "ann").after(.startTurn(person: nil), by: "bob", delay: 10_000)
        .after(.endTurn(person: nil), by: "bob", delay: 3_000)
    private static let words = Limits.speechWords
    private static let characters = Limits.speechCharacters

    @Test(arguments: [
        Line(
            "raise", Given.open, by: "ann", .raiseHand(person: nil),
            then: .handRaised(person: "ann", index: 0, source: .client)),
        Line(
            "raise behind another", hand, by: "bob", .raiseHand(person: nil),
            then: .handRaised(person: "bob", index: 1, source: .client)),
        Line("raise twice", hand, by: "ann", .raiseHand(person: nil), refused: .alreadySo),
        Line(
            "a lead raises for another", Given.open, .raiseHand(person: "ann"),
            then: .handRaised(person: "ann", index: 0, source: .leadTap)),
        Line(
            "a scribe raises for another", Given.scribe, by: "bob", .raiseHand(person: "ann"),
            then: .handRaised(person: "ann", index: 0, source: .scribe)),
        Line(
            "a participant raises for another", Given.open, by: "bob", .raiseHand(person: "ann"),
            refused: .notAllowed(needs: .lead)),
        Line("raise for a guest", Given.open, .raiseHand(person: "gus"), refused: .notFound),
        Line("raise for nobody", Given.open, .raiseHand(person: "nobody"), refused: .notFound),
        Line("a guest raises", Given.open, by: "gus", .raiseHand(person: nil), refused: .notAllowed(needs: .lead)),
        Line("lower", hand, by: "ann", .lowerHand(person: nil), then: .handLowered(person: "ann", source: .client)),
        Line("a lead lowers", hand, .lowerHand(person: "ann"), then: .handLowered(person: "ann", source: .leadTap)),
        Line("lower what is down", Given.open, by: "ann", .lowerHand(person: nil), refused: .alreadySo),
    ])
    func hands(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "least heard first: before those who were heard more",
            heard.after(.raiseHand(person: nil), by: "ann"), by: "bob", .raiseHand(person: nil),
            then: .handRaised(person: "bob", index: 0, source: .client)),
        Line(
            "least heard first: in between",
            heard.after(.raiseHand(person: nil), by: "ann").after(.raiseHand(person: nil), by: "lea"), by: "bob",
            .raiseHand(person: nil), then: .handRaised(person: "bob", index: 1, source: .client)),
        Line(
            "least heard first: equals keep their order", heard.after(.raiseHand(person: nil), by: "lea"), by: "cor",
            .raiseHand(person: nil), then: .handRaised(person: "cor", index: 1, source: .client)),
        Line(
            "first come first without the option",
            heard.after(.setOptions(options: Options())).after(.raiseHand(person: nil), by: "ann"), by: "bob",
            .raiseHand(person: nil), then: .handRaised(person: "bob", index: 1, source: .client)),
    ])
    func order(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "call on a hand", hand, .callOn(person: "ann"), then: .handCalled(person: "ann"),
            .turnStarted(person: "ann", source: .leadTap)),
        Line(
            "call on another ends the turn", Given.speaking, .callOn(person: "bob"), delay: 3_000,
            then: .turnEnded(person: "ann", milliseconds: 3_000), .handCalled(person: "bob"),
            .turnStarted(person: "bob", source: .leadTap)),
        Line("call on who speaks", Given.speaking, .callOn(person: "ann"), refused: .alreadySo),
        Line("call on nobody", Given.open, .callOn(person: "nobody"), refused: .notFound),
        Line(
            "a participant calls", hand, by: "bob", .callOn(person: "ann"), refused: .notAllowed(needs: .lead)),
        Line("a scribe calls", Given.scribe, by: "bob", .callOn(person: "ann"), refused: .notAllowed(needs: .lead)),
        Line(
            "speak", Given.open, by: "ann", .startTurn(person: nil), then: .turnStarted(person: "ann", source: .client)),
        Line(
            "a turn ends when another starts", Given.speaking, by: "bob", .startTurn(person: nil), delay: 7_000,
            then: .turnEnded(person: "ann", milliseconds: 7_000), .turnStarted(person: "bob", source: .client)),
        Line("speak twice", Given.speaking, by: "ann", .startTurn(person: nil), refused: .alreadySo),
        Line(
            "a scribe taps", Given.scribe, by: "bob", .startTurn(person: "ann"),
            then: .turnStarted(person: "ann", source: .scribe)),
        Line(
            "stop", Given.speaking, by: "ann", .endTurn(person: nil), delay: 5_000,
            then: .turnEnded(person: "ann", milliseconds: 5_000)),
        Line(
            "stop with a clock that stood still", Given.speaking, by: "ann", .endTurn(person: nil), delay: -9_000,
            then: .turnEnded(person: "ann", milliseconds: 0)),
        Line("stop another's", Given.speaking, .endTurn(person: "bob"), refused: .alreadySo),
        Line("stop nothing", Given.open, by: "ann", .endTurn(person: nil), refused: .alreadySo),
    ])
    func turns(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "note in a turn", Given.speaking, by: "ann", .noteSpeech(person: nil, words: 3, characters: 14),
            then: .speechNoted(person: "ann", words: 3, characters: 14, source: .client)),
        Line(
            "note starts a turn", Given.speaking, .noteSpeech(person: "bob", words: 0, characters: 0), delay: 500,
            then: .turnEnded(person: "ann", milliseconds: 500), .turnStarted(person: "bob", source: .leadTap),
            .speechNoted(person: "bob", words: 0, characters: 0, source: .leadTap)),
        Line(
            "a transcript notes", Given.speaking, by: .system,
            .noteSpeech(person: "ann", words: words.upperBound, characters: characters.upperBound),
            then: .speechNoted(
                person: "ann", words: words.upperBound, characters: characters.upperBound, source: .transcript)),
        Line(
            "less than no words", Given.speaking, .noteSpeech(person: "ann", words: -1, characters: 0),
            refused: .outOfBounds(least: words.lowerBound, most: words.upperBound)),
        Line(
            "too many words", Given.speaking, .noteSpeech(person: "ann", words: Int.max, characters: 0),
            refused: .outOfBounds(least: words.lowerBound, most: words.upperBound)),
        Line(
            "too many characters", Given.speaking, .noteSpeech(person: "ann", words: 0, characters: 200_001),
            refused: .outOfBounds(least: characters.lowerBound, most: characters.upperBound)),
        Line(
            "a transcript does not know who", Given.speaking, by: .system,
            .noteSpeech(person: nil, words: 1, characters: 1), delay: 900,
            then: .turnEnded(person: "ann", milliseconds: 900),
            .speechNoted(person: nil, words: 1, characters: 1, source: .transcript)),
        Line(
            "a hand that is up is reported again", hand, by: .system, .raiseHand(person: "ann"),
            then: .handRaised(person: "ann", index: 0, source: .transcript)),
        Line(
            "a call is reported of whoever speaks", Given.speaking, by: .system, .callOn(person: "ann"),
            then: .handCalled(person: "ann")),
        Line(
            "a look at the queue", Given.open, by: .system, .openView(person: "ann", view: .queue),
            then: .viewOpened(person: "ann", view: .queue)),
        Line(
            "the server raises no hand", Given.open, by: .system, .raiseHand(person: nil),
            refused: .notAllowed(needs: .participant)),
    ])
    func speech(_ line: Line) { line.check() }

    @Test("a turn takes the hand down, and what was heard adds up")
    func talkAddsUp() {
        let room = Self.hand.after(.startTurn(person: nil), by: "ann")
            .after(.noteSpeech(person: nil, words: 5, characters: 20), by: "ann")
            .after(.noteSpeech(person: nil, words: 2, characters: 9), by: "ann")
        #expect(room.queue.isEmpty)
        #expect(room.turn?.words == 7)
        #expect(room.turn?.characters == 29)
        let done = room.after(.endTurn(person: nil), by: "ann", delay: 6_000)
        #expect(done.turn == nil)
        #expect(done.talk["ann"]?.turns == 1)
        #expect(done.talk["ann"]?.milliseconds == 8_000)
        #expect(done.talk["ann"]?.words == 7)
    }
}
