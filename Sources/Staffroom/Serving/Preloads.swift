// Knows which modules a page will need, so that a browser asks for all at once and not one after another: on a slow
// network every step of imports would cost a round trip.

import Foundation

/// The modules that a page's script imports, and what they import.
struct Preloads {
    /// Text of every served script by its path.
    let scripts: [String: String]

    /// The page with a hint for each module, before its own script.
    func adding(to page: String) -> String {
        guard let tag = page.range(of: "<script type=\"module\""),
            let source = Self.quoted(after: "src=", in: page[tag.lowerBound...])
        else { return page }
        let hints = modules(from: Self.path(source, from: "/")).map {
            "<link rel=\"modulepreload\" href=\".\($0)\">"
        }
        return page[..<tag.lowerBound] + hints.joined() + page[tag.lowerBound...]
    }

    /// All that is reached from a script, in order of their paths.
    func modules(from start: String) -> [String] {
        var found: Set<String> = []
        var waiting = [start]
        while let next = waiting.popLast() {
            guard found.insert(next).inserted, let text = scripts[next] else { continue }
            waiting += Self.imports(in: text).map { Self.path($0, from: next) }
        }
        return found.filter { scripts[$0] != nil }.sorted()
    }

    private static func imports(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("import ") || line.hasPrefix("} from ") else { return nil }
            return quoted(after: line.contains(" from ") ? " from " : "import ", in: line)
        }
    }

    private static func quoted(after mark: String, in text: Substring) -> String? {
        guard let begin = text.range(of: mark + "\""), let end = text[begin.upperBound...].firstIndex(of: "\"")
        else { return nil }
        return String(text[begin.upperBound..<end])
    }

    /// An absolute path from one that is relative to a script.
    private static func path(_ relative: String, from script: String) -> String {
        var steps = script.split(separator: "/").dropLast().map(String.init)
        for step in relative.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
        }
        return "/" + steps.joined(separator: "/")
    }
}
