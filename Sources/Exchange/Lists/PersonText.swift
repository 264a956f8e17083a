// Knows how one person is written down: a name, an address beside or around it, the surname first, what programs add.

import Foundation
import Meetings

/// A person as they stand in a list.
struct PersonText: Equatable {
    var name: String
    var address: String?

    private static let mostBytes = 2_000

    /// Nothing is read into what is not marked: without brackets or an @ all of it is the name.
    init(_ written: String) {
        // What is longer is nobody, whatever is in it: nothing is looked for there.
        guard written.utf8.count <= Self.mostBytes else {
            self.init(name: String(written.unicodeScalars.prefix(Self.mostBytes)), address: nil)
            return
        }
        let text = Self.unquoted(written)
        for (open, close) in [("<", ">"), ("[", "]"), ("(", ")")] {
            guard let start = text.range(of: open),
                let end = text.range(of: close, range: start.upperBound..<text.endIndex),
                let address = Self.address(String(text[start.upperBound..<end.lowerBound]))
            else { continue }
            self.init(name: String(text[..<start.lowerBound] + text[end.upperBound...]), address: address)
            return
        }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let addresses = words.filter { Self.address($0) != nil }
        guard addresses.count == 1 else {
            self.init(name: text, address: nil)
            return
        }
        self.init(
            name: words.filter { Self.address($0) == nil }.joined(separator: " "), address: Self.address(addresses[0]))
    }

    private init(name: String, address: String?) {
        var name = Self.unquoted(name)
        // An address may stand before its name: `sian@example.org (Siân)`.
        if address != nil, name.hasPrefix("("), name.hasSuffix(")") { name = String(name.dropFirst().dropLast()) }
        (self.name, self.address) = (Self.withoutRole(name), address)
    }

    /// What may be an address: one @ between two texts.
    static func address(_ text: String) -> String? {
        var text = Substring(ListTable.trimmed(text.unicodeScalars))
        if text.lowercased().hasPrefix("mailto:") { text = text.dropFirst("mailto:".count) }
        while let last = text.last, ".,:;".contains(last) { text.removeLast() }
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }),
            !text.contains(where: { $0.isWhitespace || "<>,;\"()".contains($0) })
        else { return nil }
        return String(text)
    }

    static func unquoted(_ text: String) -> String {
        var text = ListTable.trimmed(text.unicodeScalars)
        for mark in ["\"", "'"] where text.count > 2 && text.hasPrefix(mark) && text.hasSuffix(mark) {
            let inner = text.dropFirst().dropLast()
            if !inner.contains(mark) || mark == "\"" {
                text = ListTable.trimmed(inner.replacing("\"\"", with: "\"").unicodeScalars)
            }
        }
        return text
    }

    /// What calls and our own lists say beside a name.
    private static let roles: Set<String> = [
        "host", "co-host", "host, me", "co-host, me", "me", "you", "guest", "external", "unverified", "organizer",
        "organiser", "presenter", "gwesteiwr", "cyd-westeiwr", "fi", "chi", "gwestai", "allanol", "heb ei wirio",
        "trefnydd", "cyflwynydd", "facilitator", "scribe", "reporter", "hwylusydd", "cofnodydd", "adroddwr",
    ]

    private static func withoutRole(_ name: String) -> String {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else { return name }
        let role = name[name.index(after: open)...].dropLast()
        return roles.contains(ComparedName(String(role)).text) ? ListTable.trimmed(name[..<open].unicodeScalars) : name
    }

    /// "Evans, Gwen" as one says it; nil if it is not of two parts.
    static func turned(_ name: String) -> String? {
        let parts = name.split(separator: ",", omittingEmptySubsequences: false)
            .map { ListTable.trimmed($0.unicodeScalars) }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return "\(parts[1]) \(parts[0])"
    }
}
