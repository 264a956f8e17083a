// Knows how a report that was read is told, to the page and by the command alike: seconds, and no word of anybody's.

import Meetings

/// A report as JSON, one object.
public struct ImportView: Encodable, Sendable {
    private struct Meeting: Encodable {
        var start: Instant?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(start, forKey: .start)
        }

        private enum CodingKeys: String, CodingKey { case start }
    }

    private struct Person: Encodable {
        let of: ImportedPerson

        private enum CodingKeys: String, CodingKey { case key, name, email, intervals, seconds, conflicts }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(of.key, forKey: .key)
            try container.encode(of.name, forKey: .name)
            try container.encode(of.email, forKey: .email)
            try container.encode(of.stays.map { [seconds($0.from), seconds($0.to)] }, forKey: .intervals)
            try container.encode(seconds(of.milliseconds), forKey: .seconds)
            try container.encode(of.conflicts, forKey: .conflicts)
        }
    }

    private struct Turn: Encodable {
        let of: ImportedTurn

        private enum CodingKeys: String, CodingKey { case person, from, seconds, words }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(of.person, forKey: .person)
            try container.encode(seconds(of.from), forKey: .from)
            try container.encode(seconds(of.milliseconds), forKey: .seconds)
            try container.encode(of.words, forKey: .words)
        }
    }

    private struct Message: Encodable {
        var person: String
        var at: Double
        var words: Int
    }

    private let kind: ImportKind
    private let meeting: Meeting
    private let people: [Person]
    private let turns: [Turn]
    private let chat: [Message]
    private let warnings: [ImportWarning]

    public init(_ file: ImportedFile) {
        (kind, meeting) = (file.kind, Meeting(start: file.start))
        people = file.people.map(Person.init)
        turns = file.turns.map(Turn.init)
        chat = file.chat.map { Message(person: $0.person, at: seconds($0.at), words: $0.words) }
        warnings = file.warnings
    }
}

private func seconds(_ milliseconds: Int64) -> Double { Double(milliseconds) / 1_000 }
