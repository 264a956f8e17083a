// Knows all that is kept of one person, as they may have it: one file for programs, and one to read. What others wrote is
// not in it.

import Analytics
import Foundation
import Meetings

/// All that is kept of somebody in one network.
public struct OwnData: Encodable, Sendable {
    /// Who they are.
    public struct Owner: Encodable, Sendable {
        public var person: PersonID
        public var name: String
        public var school: String?
        public var tier: Tier

        public init(person: PersonID, name: String, school: String?, tier: Tier) {
            (self.person, self.name, self.school, self.tier) = (person, name, school, tier)
        }
    }

    public var owner: Owner
    public var meetings: [OwnMeeting]
    /// Facts of theirs between meetings: their buddies, what they looked for, complaints.
    public var between: [NetworkEntry]

    public init(owner: Owner, meetings: [OwnMeeting], between: [NetworkEntry]) {
        (self.owner, self.meetings, self.between) = (owner, meetings, between)
    }

    /// A page without anything from elsewhere, which says the same to people: when they were there, what they did in
    /// counts, and what they wrote.
    public func page(_ texts: LocaleTexts) -> String {
        let parts = meetings.map { Self.part($0, texts) } + [Self.part(between, texts)]
        let about = [owner.name, owner.school].compactMap(\.self).joined(separator: " · ")
        return TakeawayFile(
            language: texts.language, title: texts.text("own.title"), meeting: about, about: texts.text("own.about"),
            parts: parts.filter { !$0.lines.isEmpty }
        ).html
    }

    private static func part(_ meeting: OwnMeeting, _ texts: LocaleTexts) -> TakeawayFile.Part {
        let zone = TimeZone(identifier: meeting.zone) ?? .gmt
        var lines: [TakeawayFile.Part.Line] = []
        if meeting.record.isCounted { lines.append(.text(texts.text("own.counted"))) }
        lines += meeting.record.stays.map {
            let values = ["from": moment($0.from, zone), "to": time($0.to, zone)]
            return .text(texts.text("own.here.\($0.mode.rawValue)", values))
        }
        for item in meeting.record.items where !item.acts.isEmpty {
            let acts = item.acts.sorted { $0.key < $1.key }.map { kind, count in
                texts.counted("own.act.\(kind)", count) ?? "\(count) \(kind)"
            }
            let title = item.title ?? texts.text("own.outside")
            lines.append(.about("\(title): \(acts.joined(separator: ", "))"))
        }
        lines += meeting.entries.compactMap { entry in
            words(of: entry.event.fact).map { .note($0, by: moment(entry.at, zone)) }
        }
        return TakeawayFile.Part(title: meeting.title, lines: lines)
    }

    private static func part(_ between: [NetworkEntry], _ texts: LocaleTexts) -> TakeawayFile.Part {
        TakeawayFile.Part(
            title: texts.text("own.between"),
            lines: between.compactMap { entry in
                words(of: entry.event.fact).map { .note($0, by: moment(entry.at, .gmt)) }
            })
    }

    /// What a fact holds of words and names, in the order of its fields; nil where there are none.
    private static func words(of fact: some Fact) -> String? {
        guard let bytes = try? JSONEncoder().encode(fact),
            let fields = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        else { return nil }
        let kept = type(of: fact).kept.fields
        let texts = fields.sorted { $0.key < $1.key }.filter { kept.words.union(kept.names).contains($0.key) }
            .flatMap { Self.texts(in: $0.value) }
        return texts.isEmpty ? nil : texts.joined(separator: " · ")
    }

    private static func texts(in value: Any) -> [String] {
        if let text = value as? String { return text.isEmpty ? [] : [text] }
        if let list = value as? [Any] { return list.flatMap(Self.texts) }
        if let object = value as? [String: Any] {
            return object.sorted { $0.key < $1.key }.flatMap { Self.texts(in: $0.value) }
        }
        return []
    }

    private static func moment(_ at: Instant, _ zone: TimeZone) -> String {
        date(at).formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day()) + " " + time(at, zone)
    }

    private static func time(_ at: Instant, _ zone: TimeZone) -> String {
        String(
            date(at).formatted(Date.ISO8601FormatStyle(timeZone: zone).time(includingFractionalSeconds: false)).prefix(
                5))
    }

    private static func date(_ at: Instant) -> Date { Date(timeIntervalSince1970: Double(at) / 1_000) }
}

extension TakeawayFile {
    /// A page of other parts, without an action.
    init(language: String, title: String, meeting: String, about: String, parts: [Part]) {
        (self.language, self.title, self.meeting, self.about) = (language, title, meeting, about)
        (self.action, self.parts) = (nil, parts)
    }
}
