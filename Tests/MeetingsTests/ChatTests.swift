// Knows what is promised of the chat: post, reply, correct, take back, hide, react.

import Testing

@testable import Meetings

@Suite struct ChatTests {
    private static let silent = Given.chat.after(SetOptions(options: Options(chat: false)).command)
    private static let hidden = Given.chat.after(HideMessage(message: "m17").command)
    private static let withdrawn = Given.chat.after(WithdrawMessage(message: "m17").command, by: "ann")
    private static let thanked = Given.chat.after(React(message: "m17", reaction: .thanks).command, by: "bob")
    private static let long = String(repeating: "x", count: Limits.messageLength + 1)
    private static let full = Given.open.after(
        (0..<Limits.messages).map {
            MessagePosted(
                message: MessageID(rawValue: "x\($0)"), person: "ann", name: nil, text: "x", words: 1, re: nil
            ).event
        }, at: Given.open.at)

    @Test(arguments: [
        Line(
            "post with text made fit and words counted", Given.open, by: "ann",
            PostMessage(text: " Bore da,\r\n bawb \u{202E}! ", re: nil).command,
            then: MessagePosted(
                message: "m17", person: "ann", name: "ann", text: "Bore da,\nbawb !", words: 4, re: nil
            ).event),
        Line(
            "reply", Given.chat, by: "bob", PostMessage(text: "Da", re: "m17").command,
            then: MessagePosted(message: "m18", person: "bob", name: "bob", text: "Da", words: 1, re: "m17").event),
        Line("reply to nothing", Given.chat, by: "bob", PostMessage(text: "Da", re: "m99").command, refused: .notFound),
        Line(
            "reply to what is hidden", hidden, by: "bob", PostMessage(text: "Da", re: "m17").command, refused: .closed),
        Line(
            "reply to what was withdrawn", withdrawn, by: "bob", PostMessage(text: "Da", re: "m17").command,
            refused: .closed),
        Line(
            "post nothing", Given.open, by: "ann", PostMessage(text: "\n \u{200B}", re: nil).command,
            refused: .textMissing),
        Line(
            "post a novel", Given.open, by: "ann", PostMessage(text: long, re: nil).command,
            refused: .textTooLong(limit: Limits.messageLength)),
        Line(
            "post one too many", full, by: "ann", PostMessage(text: "x", re: nil).command,
            refused: .tooMany(limit: Share.messages.all - Share.messages.forLeads)),
        Line(
            "a lead posts one too many", full, by: "lea", PostMessage(text: "x", re: nil).command,
            refused: .tooMany(limit: Limits.messages)),
        Line("the chat is closed", silent, by: "ann", PostMessage(text: "Hi", re: nil).command, refused: .chatClosed),
        Line(
            "a lead writes in the closed chat", silent, PostMessage(text: "Hi", re: nil).command,
            then: MessagePosted(message: "m19", person: "lea", name: "Lea", text: "Hi", words: 1, re: nil).event),
        Line(
            "a guest posts", Given.open, by: "gus", PostMessage(text: "Hi", re: nil).command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "post before the opening", Given.planned, PostMessage(text: "Hi", re: nil).command, refused: .meetingNotOpen
        ),
        Line(
            "post after the end", Given.ended, by: "ann", PostMessage(text: "Hi", re: nil).command,
            refused: .meetingOver),
        Line(
            "the server does not chat", Given.open, by: .system, PostMessage(text: "Hi", re: nil).command,
            refused: .notAllowed(
                needs: .participant)),
    ])
    func posting(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "correct one's own", Given.chat, by: "ann", CorrectMessage(message: "m17", text: "Nos da i bawb").command,
            then: MessageCorrected(message: "m17", text: "Nos da i bawb", words: 4).event),
        Line(
            "correct to the same", Given.chat, by: "ann", CorrectMessage(message: "m17", text: " Bore da ").command,
            refused: .alreadySo),
        Line(
            "correct to nothing", Given.chat, by: "ann", CorrectMessage(message: "m17", text: "").command,
            refused: .textMissing),
        Line(
            "correct to a novel", Given.chat, by: "ann", CorrectMessage(message: "m17", text: long).command,
            refused: .textTooLong(limit: Limits.messageLength)),
        Line(
            "correct another's", Given.chat, by: "bob", CorrectMessage(message: "m17", text: "X").command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "a lead corrects another's", Given.chat, CorrectMessage(message: "m17", text: "X").command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "correct nothing", Given.chat, by: "ann", CorrectMessage(message: "m99", text: "X").command,
            refused: .notFound),
        Line(
            "correct what is hidden", hidden, by: "ann", CorrectMessage(message: "m17", text: "X").command,
            refused: .closed),
        Line(
            "correct what was withdrawn", withdrawn, by: "ann", CorrectMessage(message: "m17", text: "X").command,
            refused: .closed),
        Line(
            "withdraw one's own", Given.chat, by: "ann", WithdrawMessage(message: "m17").command,
            then: MessageWithdrawn(message: "m17").event),
        Line("withdraw twice", withdrawn, by: "ann", WithdrawMessage(message: "m17").command, refused: .closed),
        Line(
            "withdraw another's", Given.chat, by: "bob", WithdrawMessage(message: "m17").command,
            refused: .notAllowed(needs: .lead)),
        Line("hide", Given.chat, HideMessage(message: "m17").command, then: MessageHidden(message: "m17").event),
        Line("hide twice", hidden, HideMessage(message: "m17").command, refused: .closed),
        Line("hide nothing", Given.chat, HideMessage(message: "m99").command, refused: .notFound),
        Line(
            "the author hides", Given.chat, by: "ann", HideMessage(message: "m17").command,
            refused: .notAllowed(needs: .lead)),
    ])
    func changing(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "react", Given.chat, by: "bob", React(message: "m17", reaction: .idea).command,
            then: ReactionAdded(message: "m17", person: "bob", reaction: .idea).event),
        Line(
            "react to one's own", Given.chat, by: "ann", React(message: "m17", reaction: .agree).command,
            then: ReactionAdded(message: "m17", person: "ann", reaction: .agree).event),
        Line(
            "react the same twice", thanked, by: "bob", React(message: "m17", reaction: .thanks).command,
            refused: .alreadySo),
        Line(
            "react another way", thanked, by: "bob", React(message: "m17", reaction: .celebrate).command,
            then: ReactionAdded(message: "m17", person: "bob", reaction: .celebrate).event),
        Line(
            "react to what is hidden", hidden, by: "bob", React(message: "m17", reaction: .idea).command,
            refused: .closed),
        Line(
            "react to nothing", Given.chat, by: "bob", React(message: "m99", reaction: .idea).command,
            refused: .notFound),
        Line(
            "take a reaction back", thanked, by: "bob", Unreact(message: "m17", reaction: .thanks).command,
            then: ReactionRemoved(message: "m17", person: "bob", reaction: .thanks).event),
        Line(
            "take back another's", thanked, by: "ann", Unreact(message: "m17", reaction: .thanks).command,
            refused: .alreadySo),
    ])
    func reacting(_ line: Line) { line.check() }

    @Test("what happened to a message shows in it")
    func messagesAreApplied() {
        let corrected = Given.chat.after(CorrectMessage(message: "m17", text: "Nos da").command, by: "ann")
        #expect(corrected.messages.first?.text == "Nos da")
        #expect(corrected.messages.first?.correctedAt == corrected.at)
        #expect(Self.withdrawn.messages.first?.text == nil)
        #expect(Self.withdrawn.messages.first?.isWithdrawn == true)
        #expect(Self.hidden.messages.first?.isHidden == true)
        #expect(Self.hidden.messages.first?.text == "Bore da")
        #expect(Self.thanked.messages.first?.reactions == ["thanks": ["bob"]])
        let back = Self.thanked.after(Unreact(message: "m17", reaction: .thanks).command, by: "bob")
        #expect(back.messages.first?.reactions.isEmpty == true)
    }

    @Test("a message keeps the name its author had when they wrote it")
    func namesStay() {
        let room = Given.chat.after(Rename(person: nil, name: "Anna", school: nil).command, by: "ann")
        #expect(room.messages.first?.name == "ann")
        #expect(room.people["ann"]?.name == "Anna")
    }
}
