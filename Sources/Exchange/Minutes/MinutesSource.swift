// Knows what every part of minutes asks: the room, whose eyes it is seen with, and how times and people are said.

import Foundation
import Meetings

/// A meeting on its way into minutes.
struct MinutesSource {
    let room: Room
    let readers: MinutesReaders
    let texts: LocaleTexts
    private let calendar: Calendar
    /// Names that more than one person has.
    private let doubled: Set<String>

    init(_ room: Room, for readers: MinutesReaders, texts: LocaleTexts) {
        (self.room, self.readers, self.texts) = (room, readers, texts)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: room.details.zone) ?? .gmt
        self.calendar = calendar
        var counts: [String: Int] = [:]
        for name in room.people.values.compactMap(\.name) { counts[name, default: 0] += 1 }
        doubled = Set(counts.filter { $0.value > 1 }.keys)
    }

    var isForLeads: Bool { readers == .leads }

    func text(_ key: String, _ values: [String: String] = [:]) -> String { texts.text("minutes.\(key)", values) }

    /// Heads of a table.
    func heads(_ keys: String...) -> [String] { keys.map { text("head.\($0)") } }

    /// "18:05", where the meeting was.
    func time(_ at: Instant?) -> String {
        guard let at else { return "" }
        let parts = calendar.dateComponents([.hour, .minute], from: Self.date(at))
        return Self.digits(parts.hour) + ":" + Self.digits(parts.minute)
    }

    /// "18:05–18:20"; what has no end is said by its beginning.
    func span(_ from: Instant?, _ to: Instant?) -> String {
        guard let to else { return time(from) }
        return time(from) + "–" + time(to)
    }

    /// "Thursday 12 March 2026".
    func day(_ at: Instant) -> String {
        let parts = calendar.dateComponents([.weekday, .day, .month, .year], from: Self.date(at))
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let weekday = weekdays[max(0, min(weekdays.count, parts.weekday ?? 1) - 1)]
        let day = texts.text(
            "date.day",
            [
                "weekday": texts.text("date.weekday.\(weekday)"), "day": String(parts.day ?? 1),
                "month": texts.text("date.month.\(parts.month ?? 1)"),
            ])
        return "\(day) \(parts.year ?? 0)"
    }

    func minutes(_ seconds: Int) -> String { String((seconds + 30) / 60) }

    /// A person by the name they have now; two of one name with their schools.
    func name(_ id: PersonID) -> String { told(id, room.people[id]?.name) }

    /// Who wrote something, by the name they had then.
    func author(_ id: PersonID, _ name: String?) -> String { told(id, name) }

    private func told(_ id: PersonID, _ name: String?) -> String {
        guard let name else { return texts.text("common.nameless") }
        guard doubled.contains(name), let school = room.people[id]?.school else { return name }
        return texts.text("common.nameOfSchool", ["name": name, "school": school])
    }

    /// What a group is called; by its number, from 1, where nobody gave it a name.
    func called(_ group: Group, _ number: Int) -> String {
        group.name ?? texts.text("common.group", ["n": String(number)])
    }

    /// When and where it was, and who may read this.
    var frame: [String] {
        let details = room.details
        var lines: [String] = []
        if let opened = details.openedAt ?? details.plannedStart {
            let span = details.openedAt == nil ? "" : ", " + self.span(details.openedAt, details.endedAt)
            lines.append(day(opened) + span)
        }
        if let place = details.place { lines.append(text("place", ["place": place])) }
        lines.append(text(isForLeads ? "forLeads" : "forEverybody"))
        return lines
    }

    private static func date(_ at: Instant) -> Date { Date(timeIntervalSince1970: Double(at) / 1000) }

    private static func digits(_ number: Int?) -> String {
        let text = String(number ?? 0)
        return text.count < 2 ? "0" + text : text
    }
}
