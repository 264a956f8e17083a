// Knows how several people stand on one line: `A <a@x>; B <b@x>`, `Siân, Amir`, `Evans, Gwen`. What a comma means only
// names that are known can say, or whoever is asked.

import Meetings

/// What a comma between two names means.
public enum ListCommas: String, CaseIterable, Codable, Sendable {
    /// One person after another.
    case people
    /// "Evans, Gwen" is Gwen Evans.
    case surnameFirst
    /// The name comes first; what follows is something else.
    case nameFirst
}

/// The people of one line, as far as it says who they are.
struct PeopleLine {
    /// What stands between two semicolons.
    struct Part: Equatable {
        /// What stands between commas, each with the address that is its own.
        var people: [PersonText]
        /// Whether the line leaves open what its commas mean.
        var isOpen: Bool
        /// Whether a heading stands before it.
        var isHeaded: Bool

        /// Whether every second one has an address, and no other: `Evans, Gwen <gwen@x>`.
        var isPaired: Bool {
            people.count.isMultiple(of: 2)
                && people.indices.allSatisfy { (people[$0].address == nil) == $0.isMultiple(of: 2) }
        }
    }

    let line: Int
    let text: String
    private(set) var parts: [Part] = []

    /// - Parameter isHeaded: the line has a heading before its names, so that commas stand between people.
    init(_ text: String, line: Int, isHeaded: Bool) {
        (self.line, self.text) = (line, text)
        let groups = Self.split(text, at: ";")
        var count = 0
        // More are refused, so more need not be read.
        for group in groups where count <= Limits.listPeople {
            let fields = Self.split(group, at: "\t")
            var part = Part(people: [], isOpen: false, isHeaded: isHeaded)
            for field in fields {
                for one in Self.split(field, at: ",") where part.people.count <= Limits.listPeople {
                    Self.append(one, to: &part.people)
                }
            }
            part.people.removeAll { $0.name.isEmpty && $0.address == nil }
            count += part.people.count
            let hasBare = part.people.contains { $0.address == nil }
            let isListed = isHeaded && groups.count == 1 && !part.isPaired
            part.isOpen = part.people.count > 1 && hasBare && !isListed
            if !part.people.isEmpty { parts.append(part) }
        }
    }

    /// An address alone belongs to the name before it, and to nobody else.
    private static func append(_ text: String, to people: inout [PersonText]) {
        var one = PersonText(text)
        // In quotes it is one name, whatever stands in it.
        if isQuoted(text), let turned = PersonText.turned(one.name) { one.name = turned }
        if one.name.isEmpty, let last = people.last, last.address == nil, !last.name.isEmpty {
            people[people.count - 1].address = one.address
        } else {
            people.append(one)
        }
    }

    private static func isQuoted(_ text: String) -> Bool {
        let text = ListTable.trimmed(text.unicodeScalars)
        return text.hasPrefix("\"") || text.hasPrefix("'")
    }

    /// Parts between separators that stand neither in quotes nor in brackets.
    static func split(_ text: String, at separator: Unicode.Scalar) -> [String] {
        var (parts, part) = ([String](), String.UnicodeScalarView())
        var closing: Unicode.Scalar?
        let scalars = Array(text.unicodeScalars)
        for (at, scalar) in scalars.enumerated() where parts.count < mostParts {
            if let end = closing {
                if scalar == end { closing = nil }
            } else if scalar == separator {
                if !part.isEmpty { parts.append(ListTable.trimmed(part)) }
                part = String.UnicodeScalarView()
                continue
            } else if let end = Self.brackets[scalar] {
                if scalar == "<" || scalar == "(" || part.isEmpty, Self.closes(scalars, after: at, with: end) {
                    closing = end
                }
            }
            // What stands before a quote is nothing else.
            if !part.isEmpty || !ListTable.isSpace(scalar) { part.append(scalar) }
        }
        parts.append(ListTable.trimmed(part))
        return parts.filter { !$0.isEmpty }
    }

    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "'": "'", "<": ">", "(": ")"]
    /// A bracket ends near where it begins; so no long line is looked through again and again.
    private static let farthest = 200
    /// More parts are more people than a list may have.
    private static let mostParts = 4 * Limits.listPeople

    private static func closes(_ scalars: [Unicode.Scalar], after at: Int, with end: Unicode.Scalar) -> Bool {
        let near = scalars[(at + 1)..<min(scalars.count, at + farthest)]
        guard let place = near.firstIndex(of: end) else { return false }
        guard end == "'" else { return true }
        // An apostrophe in a name is no quote: after a quote something else begins.
        let next = scalars[(place + 1)...].first { !ListTable.isSpace($0) }
        return next == nil || next == "<" || next == ";" || next == ","
    }
}
