// Knows what stands on the page that somebody takes with them, part by part, in one language. How it is written down knows
// `TakeawayHTML`.

import Meetings

/// A buddy as their own page of buddies tells of them.
public struct TakeawayBuddy: Equatable, Sendable {
    public var names: [(name: String, school: String?)]
    public var goal: String?
    /// The day of the next talk, as "2026-12-18".
    public var day: String?
    public var place: String?

    public init(names: [(name: String, school: String?)], goal: String?, day: String?, place: String?) {
        (self.names, self.goal, self.day, self.place) = (names, goal, day, place)
    }

    public static func == (one: Self, other: Self) -> Bool {
        one.names.elementsEqual(other.names) { $0 == $1 } && one.goal == other.goal && one.day == other.day
            && one.place == other.place
    }
}

/// The page that one person takes with them from one meeting. All of it but the titles is data.
public struct TakeawayFile: Sendable {
    /// A part under a title; a line is a text, or an address with what is said of it.
    struct Part: Equatable, Sendable {
        enum Line: Equatable, Sendable {
            /// Said quietly.
            case about(String)
            case text(String)
            case note(String, by: String)
            case link(String, about: String?)
        }
        var title: String
        var lines: [Line]
    }

    let language: String
    let title: String
    let meeting: String
    let about: String
    /// The title above the action, and the action.
    let action: (title: String, text: String)?
    let parts: [Part]

    /// The page of `takeaway`, which is of a person in `room`.
    public init(_ takeaway: Takeaway, in room: Room, buddy: TakeawayBuddy?, texts: LocaleTexts) {
        let source = MinutesSource(room, for: .everybody, texts: texts)
        func text(_ key: String, _ values: [String: String] = [:]) -> String {
            texts.text("takeaway.\(key)", values)
        }
        language = texts.language
        title = text("title")
        meeting = room.details.title ?? texts.text("minutes.untitled")
        about = ([source.frame.first] + [text("of", ["name": source.name(takeaway.person)])])
            .compactMap(\.self).joined(separator: " · ")
        action = takeaway.action.map { (text("said"), Self.sentence($0, source)) }
        let sittings = takeaway.sittings.map { Self.sitting($0, source, hasSeveral: takeaway.sittings.count > 1) }
        let others = [Self.brought(takeaway, source), Self.buddy(buddy, source)].compactMap(\.self)
        let answers = [Self.answers(takeaway, texts)].compactMap(\.self)
        parts =
            answers + [Self.links(takeaway, source, texts.text("keep.links"))].compactMap(\.self) + sittings + others
    }

    /// "I will grow cress by Friday 18 December, and show it to Owain."
    static func sentence(_ action: PersonalAction, _ source: MinutesSource) -> String {
        let day = action.by.flatMap(Day.init).map { source.day(noon: $0) }
        let values = ["what": action.what ?? "", "day": day ?? "", "name": action.showTo ?? ""]
        let key = "action\(day == nil ? "" : "By")\(action.showTo == nil ? "" : "To")"
        return source.texts.text("takeaway.\(key)", values)
    }

    private static func answers(_ takeaway: Takeaway, _ texts: LocaleTexts) -> Part? {
        guard !takeaway.answers.isEmpty else { return nil }
        return Part(
            title: texts.text("takeaway.answers"),
            lines: takeaway.answers.map { answer in
                let hat = answer.isStudent ? " (\(texts.text("prompts.asStudent")))" : ""
                return .note(answer.lines.joined(separator: "\n"), by: answer.question + hat)
            })
    }

    private static func links(_ takeaway: Takeaway, _ source: MinutesSource, _ title: String) -> Part? {
        guard !takeaway.links.isEmpty else { return nil }
        return Part(
            title: title,
            lines: takeaway.links.map { link in
                .link(link.address, about: link.author.map { source.author($0, link.name) } ?? link.item)
            })
    }

    private static func sitting(_ sitting: Takeaway.Sitting, _ source: MinutesSource, hasSeveral: Bool) -> Part {
        let texts = source.texts
        let called = sitting.name ?? texts.text("common.group", ["n": String(sitting.number)])
        let key = sitting.isCoffee ? "takeaway.coffee" : hasSeveral ? "keep.round" : "takeaway.group"
        var lines: [Part.Line] = []
        if !sitting.others.isEmpty { lines.append(.about(sitting.others.map(source.name).joined(separator: ", "))) }
        lines += [sitting.task, sitting.resources].compactMap(\.self).map(Part.Line.text)
        lines += sitting.notes.map { .note($0.text ?? "", by: source.author($0.author, $0.name)) }
        return Part(
            title: texts.text(key, ["group": called, "number": String(sitting.round)]), lines: lines)
    }

    private static func brought(_ takeaway: Takeaway, _ source: MinutesSource) -> Part? {
        guard !takeaway.brought.isEmpty else { return nil }
        return Part(
            title: source.texts.text("takeaway.brought"),
            lines: takeaway.brought.flatMap { brought in
                let called = brought.name ?? source.texts.text("common.group", ["n": String(brought.number)])
                return brought.notes.map { Part.Line.note($0.text ?? "", by: called) }
            })
    }

    private static func buddy(_ buddy: TakeawayBuddy?, _ source: MinutesSource) -> Part? {
        guard let buddy, !buddy.names.isEmpty else { return nil }
        let names = buddy.names.map { name, school in
            school.map { source.texts.text("common.nameOfSchool", ["name": name, "school": $0]) } ?? name
        }
        let day = buddy.day.flatMap(Day.init).map { source.day(noon: $0) }
        let next = [day, buddy.place].compactMap(\.self).joined(separator: ", ")
        return Part(
            title: source.texts.text("takeaway.buddy"),
            lines: [.text(names.joined(separator: ", "))]
                + [buddy.goal, next.isEmpty ? nil : next]
                .compactMap(\.self).map(Part.Line.text))
    }
}

extension MinutesSource {
    /// A day that somebody chose in a calendar.
    fileprivate func day(noon day: Day) -> String { self.day(day.start + 43_200_000) }
}
