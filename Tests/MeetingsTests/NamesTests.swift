// Knows what is promised of names: something of them is seen, nothing in them is not, and two that read alike are one.

import Testing

@testable import Meetings

@Suite struct NamesTests {
    @Test(
        "a name of which nothing is seen is refused in words",
        arguments: [
            "\u{3164}", "\u{2800}", "\u{2800}\u{2800} \u{3164}", "\u{301}", "\u{308}\u{20DD}", "\u{115F}\u{1160}",
            "\u{FFA0}", "\u{34F}", "\u{FE0F}", "\u{180E}\u{3164}", "\u{17B4}", "\u{1D159}", "\u{200D}\u{3164}",
        ])
    func unseen(_ name: String) {
        let wishes: [(Room, Meetings.Actor, Command)] = [
            (Given.open, .system, Given.join("new", name: name)),
            (Given.lobby, .system, Given.join("new", name: name)),
            (
                Given.open, .system,
                BringIn(person: "new", by: "lea", mode: .roomNoDevice, tier: .pseudonymous, name: name, school: nil)
                    .command
            ),
            (Given.open, "ann", Rename(person: nil, name: name, school: nil).command),
            (Given.open, "lea", Rename(person: "ann", name: name, school: nil).command),
        ]
        for (room, actor, wish) in wishes {
            let outcome = Outcome(room, wish, by: actor, at: room.at)
            #expect(outcome == .refused(.unseenName) || outcome == .refused(.textMissing), "\(wish.kind): \(outcome)")
        }
    }

    @Test("what the issue names is refused with the name's own no, not as if nothing had been typed")
    func ownNo() {
        for name in ["\u{3164}", "\u{2800}", "\u{301}"] {
            #expect(throws: Rejection.unseenName) { try Text.name(name, limit: 60) }
        }
        #expect(throws: Rejection.textMissing) { try Text.name(" ", limit: 60) }
        #expect(throws: Rejection.textTooLong(limit: 3)) { try Text.name("Siân", limit: 3) }
    }

    @Test(
        "what is seen of a name stays, what is not goes",
        arguments: [
            ("Siân", "Siân"), ("Sia\u{302}n", "Sia\u{302}n"), ("  Ann \u{3164} Evans ", "Ann Evans"),
            ("Ann\u{2800}", "Ann"), ("\u{301}Ann", "Ann"), ("Ann \u{301}Evans", "Ann Evans"),
            ("민수", "민수"), ("நாகேஸ்வரி", "நாகேஸ்வரி"), ("❤\u{FE0F} Ann", "❤\u{FE0F} Ann"), ("李", "李"), ("O’Neill", "O’Neill"),
        ])
    func kept(_ given: String, _ name: String) throws {
        let kept = try Text.name(given, limit: 60)
        #expect(Array(kept.unicodeScalars) == Array(name.unicodeScalars))
        #expect(try Array(Text.name(kept, limit: 60).unicodeScalars) == Array(kept.unicodeScalars), "twice is as once")
    }

    private static func flag(_ country: String) -> String {
        var scalars = String.UnicodeScalarView(["\u{1F3F4}"])
        for letter in country.unicodeScalars { scalars.append(Unicode.Scalar(letter.value + 0xE0000)!) }
        scalars.append("\u{E007F}")
        return String(scalars)
    }

    @Test("the flags of Wales, Scotland and England stay, in names and in what people write")
    func flags() throws {
        for country in ["gbwls", "gbsct", "gbeng"] {
            let text = "Ann " + Self.flag(country) + "!"
            #expect(try Array(Text.name(text, limit: 60).unicodeScalars) == Array(text.unicodeScalars))
            #expect(try Array(Text.block(text, limit: 60).unicodeScalars) == Array(text.unicodeScalars))
        }
    }

    @Test("tags that are no such flag hide nothing: they go")
    func hiddenTags() throws {
        let hidden = String(Self.flag("gbwls").unicodeScalars.dropFirst().map(Character.init))
        #expect(try Text.line("Ann" + hidden, limit: 60) == "Ann")
        #expect(try Text.line(Self.flag("secret"), limit: 60) == "\u{1F3F4}")
        #expect(try Array(Text.line(Self.flag("gbwls") + hidden, limit: 60).unicodeScalars).count == 7)
    }

    @Test(
        "names and topics that read alike are the same",
        arguments: [
            ("micro:bit", "Microbit"), ("micro:bit", " MICRO BIT "), ("Siân", "Sia\u{302}n"), ("O’Neill", "o'neill"),
            ("Computer-aided design", "computer aided design"), ("3D printing", "3d-printing"), ("D&T", "D & T"),
            ("Nia", " n\u{200D}ia\u{200C} "), ("Groß", "GROSS"), ("Jean-Luc", "jean luc"),
        ])
    func alike(_ one: String, _ other: String) { #expect(Text.isSameName(one, other)) }

    @Test(
        "and those that do not are not",
        arguments: [
            ("C", "C#"), ("C", "C++"), ("Siân", "Sian"), ("Ann", "Anna"), ("🤖", "🚀"), ("!", "?"), ("D&T", "DT"),
        ])
    func different(_ one: String, _ other: String) { #expect(!Text.isSameName(one, other)) }
}
