// Knows the dictionary of the pack, for people: every column of every table, with who made it and what is wrong with it.

enum PackDictionary {
    static func document(_ tables: [any PackTableShape]) -> [UInt8] {
        var lines = [
            "# Dictionary", "",
            "An empty cell is a missing value. Moments are UTC. Which parameters were used is in definitions.json, how",
            "things are counted in method.md.",
        ]
        for table in tables {
            lines += ["", "## \(table.name)", "", table.title, "", "Key: \(table.key.joined(separator: ", ")).", ""]
            lines += [
                "| column | type | unit | made by | meaning | known faults |", "| --- | --- | --- | --- | --- | --- |",
            ]
            lines += table.fields.map { field in
                let type = field.kind.type + (field.isRequired ? ", never missing" : "")
                return "| "
                    + [field.name, type, field.unit, field.by.rawValue, field.meaning + words(field), field.faults]
                    .joined(separator: " | ") + " |"
            }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func words(_ field: PackField) -> String {
        guard case .word(let words) = field.kind else { return "" }
        return " One of " + words.map { "`\($0)`" }.joined(separator: ", ") + "."
    }
}
