// Knows what is promised of the chat: post, reply, correct, take back, hide, react.

import Meetings
import Testing

@Suite struct ChatTests {
    private static let silent = Given.chat.after(.setOptions(options: Options(chat: false)))
    private static let hidden = Given.chat.after(.hideMessage(message: "m17"))
    private static let withdrawn = Given.chat.after(.withdrawMessage(message: "m17"), by: "ann")
    private static let thanked = Given.chat.after(.react(message: "m17", reaction: .thanks), by: "bob")
    private static let long = String(repeating: "x", count: Limits.messageLength + 1)
    private static let full = Given.open.after(
        (0..<Limits.messages).map {
            .messagePosted(
                message: MessageID(rawValue: "x\($0)"), person: "ann", name: nil, text: "x", words: 1, re: nil)
        }, at: Given.open.at)

    @Test(arguments: [
        Line(
            "post with text made fit and words counted", Given.open, by: "ann",
            .postMessage(text: " Bore da,\r\n bawb \u{202E}! ", re: nil),
            then: .messagePosted(
                message: "m17", person: "ann", name: "ann", text: "Bore da,\nbawb !", words: 4, re: nil)),
        Line(
            "reply", Given.chat, by: "bob", .postMessage(text: "Da", re: "m17"),
            then: .messagePosted(message: "m18", person: "bob", name: "bob", text: "Da", words: 1, re: "m17")),
        Line("reply to nothing", Given.chat, by: "bob", .postMessage(text: "Da", re: "m99"), refused: .notFound),
        Line("reply to what is hidden", hidden, by: "bob", .postMessage(text: "Da", re: "m17"), refused: .closed),
        Line(
            "reply to what was withdrawn", withdrawn, by: "bob", .postMessage(text: "Da", re: "m17"), refused: .closed),
        Line("post nothing", Given.open, by: "ann", .postMessage(text: "\n \u{200B}", re: nil), refused: .textMissing),
        Line(
            "post a novel", Given.open, by: "ann", .postMessage(text: long, re: nil),
            refused: .textTooLong(limit: Limits.messageLength)),
        Line(
            "post one too many", full, by: "ann", .postMessage(text: "x", re: nil),
            refused: .tooMany(limit: Limits.messages)),
        Line("the chat is closed", silent, by: "ann", .postMessage(text: "Hi", re: nil), refused: .chatClosed),
        Line(
            "a lead writes in the closed chat", silent, .postMessage(text: "Hi", re: nil),
            then: .messagePosted(message: "m19", person: "lea", name: "Lea", text: "Hi", words: 1, re: nil)),
        Line(
            "a guest posts", Given.open, by: "gus", .postMessage(text: "Hi", re: nil),
            refused: .notAllowed(needs: .lead)),
        Line("post before the opening", Given.planned, .postMessage(text: "Hi", re: nil), refused: .meetingNotOpen),
        Line("post after the end", Given.ended, by: "ann", .postMessage(text: "Hi", re: nil), refused: .meetingOver),
        Line(
            "the server does not chat", Given.open, by: .system, .postMessage(text: "Hi", re: nil),
            refused: .notAllowed(
                needs: .participant)),
    ])
    func posting(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "correct one's own", Given.chat, by: "ann", .correctMessage(message: "m17", text: "Nos da i bawb"),
            then: .messageCorrected(message: "m17", text: "Nos da i bawb", words: 4)),
        Line(
            "correct to the same", Given.chat, by: "ann", .correctMessage(message: "m17", text: " Bore da "),
            refused: .alreadySo),
        Line(
            "correct to nothing", Given.chat, by: "ann", .correctMessage(message: "m17", text: ""),
            refused: .textMissing),
        Line(
            "correct to a novel", Given.chat, by: "ann", .correctMessage(message: "m17", text: long),
            refused: .textTooLong(limit: Limits.messageLength)),
        Line(
            "correct another's", Given.chat, by: "bob", .correctMessage(message: "m17", text: "X"),
            refused: .notAllowed(needs: .lead)),
        Line(
            "a lead corrects another's", Given.chat, .correctMessage(message: "m17", text: "X"),
            refused: .notAllowed(needs: .lead)),
        Line("correct nothing", Given.chat, by: "ann", .correctMessage(message: "m99", text: "X"), refused: .notFound),
        Line("correct what is hidden", hidden, by: "ann", .correctMessage(message: "m17", text: "X"), refused: .closed),
        Line(
            "correct what was withdrawn", withdrawn, by: "ann", .correctMessage(message: "m17", text: "X"),
            refused: .closed),
        Line(
            "withdraw one's own", Given.chat, by: "ann", .withdrawMessage(message: "m17"),
            then: .messageWithdrawn(message: "m17")),
        Line("withdraw twice", withdrawn, by: "ann", .withdrawMessage(message: "m17"), refused: .closed),
        Line(
            "withdraw another's", Given.chat, by: "bob", .withdrawMessage(message: "m17"),
            refused: .notAllowed(needs: .lead)),
        Line("hide", Given.chat, .hideMessage(message: "m17"), then: .messageHidden(message: "m17")),
        Line("hide twice", hidden, .hideMessage(message: "m17"), refused: .closed),
        Line("hide nothing", Given.chat, .hideMessage(message: "m99"), refused: .notFound),
        Line(
            "the author hides", Given.chat, by: "ann", .hideMessage(message: "m17"), refused: .notAllowed(needs: .lead)),
    ])
    func changing(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "react", Given.chat, by: "bob", .react(message: "m17", reaction: .idea),
            then: .reactionAdded(message: "m17", person: "bob", reaction: .idea)),
        Line(
            "react to one's own", Given.chat, by: "ann", .react(message: "m17", reaction: .agree),
            then: .reactionAdded(message: "m17", person: "ann", reaction: .agree)),
        Line(
            "react the same twice", thanked, by: "bob", .react(message: "m17", reaction: .thanks), refused: .alreadySo),
        Line(
            "react another way", thanked, by: "bob", .react(message: "m17", reaction: .celebrate),
            then: .reactionAdded(message: "m17", person: "bob", reaction: .celebrate)),
        Line("react to what is hidden", hidden, by: "bob", .react(message: "m17", reaction: .idea), refused: .closed),
        Line("react to nothing", Given.chat, by: "bob", .react(message: "m99", reaction: .idea), refused: .notFound),
        Line(
            "take a reaction back", thanked, by: "bob", .unreact(message: "m17", reaction: .thanks),
            then: .reactionRemoved(message: "m17", person: "bob", reaction: .thanks)),
        Line(
            "take back another's", thanked, by: "ann", .unreact(message: "m17", reaction: .thanks), refused: .alreadySo),
    ])
    func reacting(_ line: Line) { line.check() }

    @Test("what happened to a message shows in it")
    func messagesAreApplied() {
        let corrected = Given.chat.after(.correctMessage(message: "m17", text: "Nos da"), by: "ann")
        #expect(corrected.messages.first?.text == "Nos da")
        #expect(corrected.messages.first?.correctedAt == corrected.at)
        #expect(Self.withdrawn.messages.first?.text == nil)
        #expect(Self.withdrawn.messages.first?.isWithdrawn == true)
        #expect(Self.hidden.messages.first?.isHidden == true)
        #expect(Self.hidden.messages.first?.text == "Bore da")
        #expect(Self.thanked.messages.first?.reactions == ["thanks": ["bob"]])
        let back = Self.thanked.after(.unreact(message: "m17", reaction: .thanks), by: "bob")
        #expect(back.messages.first?.reactions.isEmpty == true)
    }

    @Test("a message keeps the name its author had when they wrote it")
    func namesStay() {
        let room = Given.chat.after(.rename(person: nil, name: "Anna", school: nil), by: "ann")
        #expect(room.messages.first?.name == "ann")
        #expect(room.people["ann"]?.name == "Anna")
    }
}
