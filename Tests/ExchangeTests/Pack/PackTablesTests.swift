// Knows what every table of a pack has to say of itself, and that no column of it puts people in an order.

import Foundation
import Testing

@testable import Exchange

@Suite struct PackTablesTests {
    @Test("every column says what it is and who made it, and has its place", arguments: PackBuilder.tables.map(\.name))
    func said(_ name: String) throws {
        let table = try #require(PackBuilder.tables.first { $0.name == name })
        #expect(!table.title.isEmpty && !table.key.isEmpty)
        let names = table.fields.map(\.name)
        #expect(Set(names).count == names.count)
        for field in table.fields {
            #expect(field.meaning.hasSuffix("."), "\(field.name) says nothing")
            #expect(field.faults.isEmpty || field.faults.hasSuffix("."))
        }
        for key in table.key {
            let field = try #require(table.fields.first { $0.name == key }, "\(key) is no column")
            #expect(field.isRequired, "\(key) is a key and may be missing")
        }
        for reference in table.references {
            let other = try #require(PackBuilder.tables.first { $0.name == reference.table })
            #expect(reference.keys == other.key && Set(reference.fields).isSubset(of: names))
        }
    }

    @Test("nothing in it is a score or a rank, and none of the words that are never said is")
    func words() {
        let dictionary = String(decoding: PackDictionary.document(PackBuilder.tables), as: UTF8.self).lowercased()
        for word in ["score", "rank", "engage", "passive", "lurk", "attention"] {
            #expect(!dictionary.contains(word), "\(word)")
        }
    }

    @Test("the dictionary tells of every column")
    func dictionary() {
        let text = String(decoding: PackDictionary.document(PackBuilder.tables), as: UTF8.self)
        for table in PackBuilder.tables {
            #expect(text.contains("\n## \(table.name)\n"))
            for field in table.fields { #expect(text.contains("| \(field.name) | \(field.kind.type)")) }
        }
    }
}
