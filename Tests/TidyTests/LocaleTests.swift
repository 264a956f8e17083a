// Knows what is promised of the two languages: the same keys, the same placeholders, every key in use is there.

import Foundation
import Testing

@Suite struct LocaleTests {
    /// Key to its forms; a plain text is the one form "other".
    typealias Catalogue = [String: [String: String]]

    private static let forms: Set<String> = ["zero", "one", "two", "few", "many", "other"]

    /// The catalogues by file name.
    private static func catalogues() throws -> [String: Catalogue] {
        var found: [String: Catalogue] = [:]
        for file in try Tree.files("Web/locales", endings: [".json"]) {
            let json = try JSONSerialization.jsonObject(with: Data(file.text.utf8))
            let values = try #require(json as? [String: Any], "\(file) is no object")
            found[file.name] = try values.mapValues { value in
                if let text = value as? String { return ["other": text] }
                return try #require(value as? [String: String], "\(file) has a value that is no text")
            }
        }
        return found
    }

    private static func placeholders(_ forms: [String: String]) throws -> Set<String> {
        let hole = try Regex(#"\{(\w+)\}"#, as: (Substring, Substring).self)
        return Set(forms.values.flatMap { $0.matches(of: hole).map { String($0.output.1) } })
    }

    @Test("every catalogue is there in English and in Welsh, with the same keys and placeholders")
    func sameKeys() throws {
        let all = try Self.catalogues()
        let english = all.keys.filter { $0.hasPrefix("en.") }
        #expect(english.contains("en.json"))
        #expect(Set(all.keys) == Set(english + english.map { "cy." + $0.dropFirst(3) }))
        for name in english.sorted() {
            let welsh = try #require(all["cy." + name.dropFirst(3)])
            let texts = try #require(all[name])
            let missing = Set(texts.keys).symmetricDifference(welsh.keys)
            #expect(missing.isEmpty, "\(name): only in one language: \(missing.sorted())")
            for (key, english) in texts {
                guard let other = welsh[key] else { continue }
                #expect(try Self.placeholders(english) == Self.placeholders(other), "\(name): \(key)")
            }
        }
    }

    @Test("no text is empty, and plural forms are those of CLDR, with one for the rest")
    func goodForms() throws {
        for (name, catalogue) in try Self.catalogues() {
            for (key, forms) in catalogue {
                #expect(forms["other"] != nil && Set(forms.keys).isSubset(of: Self.forms), "\(name): \(key)")
                #expect(forms.values.allSatisfy { !$0.allSatisfy(\.isWhitespace) }, "\(name): \(key) is empty")
            }
        }
    }

    @Test("every key that the pages name is there")
    func keysInUse() throws {
        let keys = Set(try Self.catalogues().values.flatMap(\.keys))
        let plain = try Regex(#"(?:\bt\(|\bt:\s*\[?)\s*["']([\w\-]+\.[\w.\-]+)["']"#, as: (Substring, Substring).self)
        let built = try Regex(#"(?:\bt\(|\bt:\s*\[?)\s*`([^`$]*)\$\{"#, as: (Substring, Substring).self)
        let marked = try Regex(#"\bdata-t=["']([^"']+)["']"#, as: (Substring, Substring).self)
        var count = 0
        for file in try Tree.files("Web", endings: [".js", ".html"]) {
            for match in file.text.matches(of: file.path.hasSuffix(".js") ? plain : marked) {
                count += 1
                let isThere = keys.contains(String(match.output.1))
                #expect(isThere, "\(file) names \(match.output.1)")
            }
            for match in file.text.matches(of: built) where !match.output.1.isEmpty {
                let isThere = keys.contains { $0.hasPrefix(match.output.1) }
                #expect(isThere, "\(file) builds on \(match.output.1)")
            }
        }
        #expect(count > 0, "no page names any text")
    }

    @Test("there is a sentence for every rejection")
    func rejections() throws {
        let source = try Tree.file("Sources/Meetings/Core/Rejection.swift").text
        let declared = source.prefix(upTo: source.range(of: "public var code")?.lowerBound ?? source.endIndex)
        let pattern = try Regex(#"(?m)^    case (\w+)"#, as: (Substring, Substring).self)
        let names = declared.matches(of: pattern).map { String($0.output.1) }
        #expect(names.contains("notAllowed") && names.contains("storageFailed"))
        let all = try Self.catalogues()
        for catalogue in ["en.json", "cy.json"] {
            for name in names { #expect(all[catalogue]?["rejection.\(name)"] != nil, "\(catalogue): \(name)") }
        }
    }
}
