// Knows what minutes of a meeting are: parts in order, each a table or several, made of what the readers may see. How
// they are written down knows `MinutesForm`.

import Meetings

/// For whom minutes are written.
public enum MinutesReaders: String, Codable, Sendable, CaseIterable {
    /// What everybody who took part may see.
    case everybody
    /// Also what groups wrote and said among themselves, which leads may see.
    case leads
}

/// Rows of text under their heads. All of it is data: whoever writes it down decides how.
public struct MinutesTable: Equatable, Sendable {
    public var title: String?
    /// What is said of the table, before it.
    public var lines: [String] = []
    public var head: [String]
    public var rows: [[String]]

    init(title: String? = nil, lines: [String] = [], head: [String], rows: [[String]]) {
        (self.title, self.lines, self.head, self.rows) = (title, lines, head, rows)
    }
}

/// A part of the minutes.
public struct MinutesPart: Equatable, Sendable {
    public var title: String
    public var tables: [MinutesTable]
}

/// One kind of part. A new one is a file of its own and a line in `Minutes.sections`.
protocol MinutesSection {
    /// The part, or nil where the meeting had nothing of it.
    static func part(_ meeting: MinutesSource) -> MinutesPart?
}

/// The minutes of one meeting.
public struct Minutes: Equatable, Sendable {
    public var language: String
    public var title: String
    /// When and where it was, and for whom this was written.
    public var lines: [String]
    public var parts: [MinutesPart]

    private static let sections: [any MinutesSection.Type] = [
        AgendaMinutes.self, AttendanceMinutes.self, GroupMinutes.self, KitMinutes.self, PromptMinutes.self,
        PulseMinutes.self, QuestionMinutes.self,
        ChatMinutes.self,
    ]

    /// The minutes of a room, in the language of `texts`.
    public init(_ room: Room, for readers: MinutesReaders, texts: LocaleTexts) {
        let source = MinutesSource(room, for: readers, texts: texts)
        language = texts.language
        title = room.details.title ?? texts.text("minutes.untitled")
        lines = source.frame
        parts = Self.sections.compactMap { $0.part(source) }
    }
}
