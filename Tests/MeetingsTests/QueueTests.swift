// Knows what is promised of the speaking queue and the turns.

import Testing

@testable import Meetings

@Suite struct QueueTests {
    private static let hand = Given.open.after(RaiseHand(person: nil).command, by: "ann")
    /// `ann` was heard for ten seconds, `bob` for three; `lea` not at all.
    private static let heard = Given.open.after(SetOptions(options: Options(leastHeardFirst: true)).command)
        .after(StartTurn(person: nil).command, by: "ann").after(
            StartTurn(person: nil).command, by: "bob", delay: 10_000
        )
        .after(EndTurn(person: nil).command, by: "bob", delay: 3_000)
    private static let words = Limits.speechWords
    private static let characters = Limits.speechCharacters

    @Test(arguments: [
        Line(
            "raise", Given.open, by: "ann", RaiseHand(person: nil).command,
            then: HandRaised(person: "ann", index: 0, source: .client).event),
        Line(
            "raise behind another", hand, by: "bob", RaiseHand(person: nil).command,
            then: HandRaised(person: "bob", index: 1, source: .client).event),
        Line("raise twice", hand, by: "ann", RaiseHand(person: nil).command, refused: .alreadySo),
        Line(
            "a lead raises for another", Given.open, RaiseHand(person: "ann").command,
            then: HandRaised(person: "ann", index: 0, source: .leadTap).event),
        Line(
            "a scribe raises for another", Given.scribe, by: "bob", RaiseHand(person: "ann").command,
            then: HandRaised(person: "ann", index: 0, source: .scribe).event),
        Line(
            "a participant raises for another", Given.open, by: "bob", RaiseHand(person: "ann").command,
            refused: .notAllowed(needs: .lead)),
        Line("raise for a guest", Given.open, RaiseHand(person: "gus").command, refused: .notFound),
        Line("raise for nobody", Given.open, RaiseHand(person: "nobody").command, refused: .notFound),
        Line(
            "a guest raises", Given.open, by: "gus", RaiseHand(person: nil).command, refused: .notAllowed(needs: .lead)),
        Line(
            "lower", hand, by: "ann", LowerHand(person: nil).command,
            then: HandLowered(person: "ann", source: .client).event),
        Line(
            "a lead lowers", hand, LowerHand(person: "ann").command,
            then: HandLowered(person: "ann", source: .leadTap).event),
        Line("lower what is down", Given.open, by: "ann", LowerHand(person: nil).command, refused: .alreadySo),
    ])
    func hands(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "least heard first: before those who were heard more",
            heard.after(RaiseHand(person: nil).command, by: "ann"), by: "bob", RaiseHand(person: nil).command,
            then: HandRaised(person: "bob", index: 0, source: .client).event),
        Line(
            "least heard first: in between",
            heard.after(RaiseHand(person: nil).command, by: "ann").after(RaiseHand(person: nil).command, by: "lea"),
            by: "bob",
            RaiseHand(person: nil).command, then: HandRaised(person: "bob", index: 1, source: .client).event),
        Line(
            "least heard first: equals keep their order", heard.after(RaiseHand(person: nil).command, by: "lea"),
            by: "cor",
            RaiseHand(person: nil).command, then: HandRaised(person: "cor", index: 1, source: .client).event),
        Line(
            "first come first without the option",
            heard.after(SetOptions(options: Options()).command).after(RaiseHand(person: nil).command, by: "ann"),
            by: "bob",
            RaiseHand(person: nil).command, then: HandRaised(person: "bob", index: 1, source: .client).event),
    ])
    func order(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "call on a hand", hand, CallOn(person: "ann").command, then: HandCalled(person: "ann").event,
            TurnStarted(person: "ann", source: .leadTap).event),
        Line(
            "call on another ends the turn", Given.speaking, CallOn(person: "bob").command, delay: 3_000,
            then: TurnEnded(person: "ann", milliseconds: 3_000).event, HandCalled(person: "bob").event,
            TurnStarted(person: "bob", source: .leadTap).event),
        Line("call on who speaks", Given.speaking, CallOn(person: "ann").command, refused: .alreadySo),
        Line("call on nobody", Given.open, CallOn(person: "nobody").command, refused: .notFound),
        Line(
            "a participant calls", hand, by: "bob", CallOn(person: "ann").command, refused: .notAllowed(needs: .lead)),
        Line(
            "a scribe calls", Given.scribe, by: "bob", CallOn(person: "ann").command, refused: .notAllowed(needs: .lead)
        ),
        Line(
            "speak", Given.open, by: "ann", StartTurn(person: nil).command,
            then: TurnStarted(person: "ann", source: .client).event),
        Line(
            "a turn ends when another starts", Given.speaking, by: "bob", StartTurn(person: nil).command, delay: 7_000,
            then: TurnEnded(person: "ann", milliseconds: 7_000).event, TurnStarted(person: "bob", source: .client).event
        ),
        Line("speak twice", Given.speaking, by: "ann", StartTurn(person: nil).command, refused: .alreadySo),
        Line(
            "a scribe taps", Given.scribe, by: "bob", StartTurn(person: "ann").command,
            then: TurnStarted(person: "ann", source: .scribe).event),
        Line(
            "stop", Given.speaking, by: "ann", EndTurn(person: nil).command, delay: 5_000,
            then: TurnEnded(person: "ann", milliseconds: 5_000).event),
        Line(
            "stop with a clock that stood still", Given.speaking, by: "ann", EndTurn(person: nil).command,
            delay: -9_000,
            then: TurnEnded(person: "ann", milliseconds: 0).event),
        Line("stop another's", Given.speaking, EndTurn(person: "bob").command, refused: .alreadySo),
        Line("stop nothing", Given.open, by: "ann", EndTurn(person: nil).command, refused: .alreadySo),
    ])
    func turns(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "note in a turn", Given.speaking, by: "ann", NoteSpeech(person: nil, words: 3, characters: 14).command,
            then: SpeechNoted(person: "ann", words: 3, characters: 14, source: .client).event),
        Line(
            "note starts a turn", Given.speaking, NoteSpeech(person: "bob", words: 0, characters: 0).command,
            delay: 500,
            then: TurnEnded(person: "ann", milliseconds: 500).event, TurnStarted(person: "bob", source: .leadTap).event,
            SpeechNoted(person: "bob", words: 0, characters: 0, source: .leadTap).event),
        Line(
            "a transcript notes", Given.speaking, by: .system,
            NoteSpeech(person: "ann", words: words.upperBound, characters: characters.upperBound).command,
            then: SpeechNoted(
                person: "ann", words: words.upperBound, characters: characters.upperBound, source: .transcript
            ).event),
        Line(
            "less than no words", Given.speaking, NoteSpeech(person: "ann", words: -1, characters: 0).command,
            refused: .outOfBounds(least: words.lowerBound, most: words.upperBound)),
        Line(
            "too many words", Given.speaking, NoteSpeech(person: "ann", words: Int.max, characters: 0).command,
            refused: .outOfBounds(least: words.lowerBound, most: words.upperBound)),
        Line(
            "too many characters", Given.speaking, NoteSpeech(person: "ann", words: 0, characters: 200_001).command,
            refused: .outOfBounds(least: characters.lowerBound, most: characters.upperBound)),
        Line(
            "a transcript does not know who", Given.speaking, by: .system,
            NoteSpeech(person: nil, words: 1, characters: 1).command, delay: 900,
            then: TurnEnded(person: "ann", milliseconds: 900).event,
            SpeechNoted(person: nil, words: 1, characters: 1, source: .transcript).event),
        Line(
            "a hand that is up is reported again", hand, by: .system, RaiseHand(person: "ann").command,
            then: HandRaised(person: "ann", index: 0, source: .transcript).event),
        Line(
            "a call is reported of whoever speaks", Given.speaking, by: .system, CallOn(person: "ann").command,
            then: HandCalled(person: "ann").event),
        Line(
            "a look at the queue", Given.open, by: .system, OpenView(person: "ann", view: .queue).command,
            then: ViewOpened(person: "ann", view: .queue).event),
        Line(
            "the server raises no hand", Given.open, by: .system, RaiseHand(person: nil).command,
            refused: .notAllowed(needs: .participant)),
    ])
    func speech(_ line: Line) { line.check() }

    @Test("a turn takes the hand down, and what was heard adds up")
    func talkAddsUp() {
        let room = Self.hand.after(StartTurn(person: nil).command, by: "ann")
            .after(NoteSpeech(person: nil, words: 5, characters: 20).command, by: "ann")
            .after(NoteSpeech(person: nil, words: 2, characters: 9).command, by: "ann")
        #expect(room.queue.isEmpty)
        #expect(room.turn?.words == 7)
        #expect(room.turn?.characters == 29)
        let done = room.after(EndTurn(person: nil).command, by: "ann", delay: 6_000)
        #expect(done.turn == nil)
        #expect(done.talk["ann"]?.turns == 1)
        #expect(done.talk["ann"]?.milliseconds == 8_000)
        #expect(done.talk["ann"]?.words == 7)
    }
}
