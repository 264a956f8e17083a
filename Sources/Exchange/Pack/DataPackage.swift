// Knows the schema of the pack as Frictionless Data has it (Data Package and Table Schema, version 1): made of what is
// said of the columns, and of the files as they are.

/// `datapackage.json`.
struct DataPackage: Encodable {
    struct Resource: Encodable {
        var name: String
        var path: String
        var profile = "tabular-data-resource"
        var title: String
        var format = "csv"
        var mediatype = "text/csv"
        var encoding: String
        var bytes: Int
        var hash: String
        var schema: Schema
    }

    struct Schema: Encodable {
        var fields: [Field]
        var primaryKey: [String]
        var foreignKeys: [ForeignKey]?
        var missingValues = [""]
    }

    struct Field: Encodable {
        var name: String
        var type: String
        var description: String
        var constraints: Constraints?
        var unit: String?
    }

    struct Constraints: Encodable {
        var required: Bool?
        var pattern: String?
        var minimum: Int?
        var maximum: Int?
        var `enum`: [String]?

        var isEmpty: Bool {
            required == nil && pattern == nil && minimum == nil && maximum == nil && self.enum == nil
        }
    }

    struct ForeignKey: Encodable {
        struct Reference: Encodable {
            var resource: String
            var fields: [String]
        }
        var fields: [String]
        var reference: Reference
    }

    var profile = "tabular-data-package"
    var name: String
    var title: String
    var resources: [Resource]

    /// Crockford's base32 in capitals.
    static let pseudonymPattern = "[0-9A-HJKMNP-TV-Z]{13}"
}

extension DataPackage.Resource {
    init(_ table: any PackTableShape, path: String, _ content: [UInt8], hash: String, isForSpreadsheets: Bool) {
        self.init(
            name: table.name, path: path, title: table.title,
            encoding: isForSpreadsheets ? "utf-8-sig" : "utf-8", bytes: content.count, hash: "sha256:\(hash)",
            schema: DataPackage.Schema(
                fields: table.fields.map(DataPackage.Field.init), primaryKey: table.key,
                foreignKeys: table.references.isEmpty
                    ? nil
                    : table.references.map {
                        DataPackage.ForeignKey(fields: $0.fields, reference: .init(resource: $0.table, fields: $0.keys))
                    }))
    }
}

extension DataPackage.Field {
    init(_ field: PackField) {
        var constraints = DataPackage.Constraints(required: field.isRequired ? true : nil)
        switch field.kind {
        case .pseudonym: constraints.pattern = DataPackage.pseudonymPattern
        case .word(let words): constraints.enum = words
        case .count: constraints.minimum = 0
        case .share: (constraints.minimum, constraints.maximum) = (0, 1)
        case .text, .integer, .number, .boolean, .instant, .day, .json: break
        }
        self.init(
            name: field.name, type: field.kind.type, description: field.meaning,
            constraints: constraints.isEmpty ? nil : constraints, unit: field.unit.isEmpty ? nil : field.unit)
    }
}
