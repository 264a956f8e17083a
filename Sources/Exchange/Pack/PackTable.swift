// Knows a table of the evaluator's pack: its columns, its key, and the ways in which it is written.

/// A table without its rows: what stands in the schema and in the dictionary.
protocol PackTableShape: Sendable {
    var name: String { get }
    var title: String { get }
    var key: [String] { get }
    var references: [PackReference] { get }
    var fields: [PackField] { get }
}

/// A column as the schema and the dictionary have it.
struct PackField: Sendable {
    let name: String
    let kind: PackKind
    let isRequired: Bool
    let unit: String
    let by: PackOrigin
    let meaning: String
    let faults: String
}

/// A table whose rows are of one kind.
struct PackTable<Row: Sendable>: PackTableShape {
    let name: String
    /// What one row is, in one sentence.
    let title: String
    let key: [String]
    let references: [PackReference]
    let columns: [PackColumn<Row>]

    init(_ name: String, _ title: String, key: [String], references: [PackReference] = [], _ columns: [PackColumn<Row>])
    {
        (self.name, self.title, self.key) = (name, title, key)
        (self.references, self.columns) = (references, columns)
    }

    var fields: [PackField] {
        columns.map {
            PackField(
                name: $0.name, kind: $0.kind, isRequired: $0.isRequired, unit: $0.unit, by: $0.by,
                meaning: $0.meaning, faults: $0.faults)
        }
    }

    /// Writes rows behind those that are there; the head before the first.
    func write(_ rows: some Sequence<Row>, _ csv: CSVText, to bytes: inout [UInt8]) {
        if bytes.isEmpty { bytes += (csv.beginning + csv.line(columns.map(\.name))).utf8 }
        for row in rows { bytes += csv.line(columns.map { $0.cell(row).written(csv) }).utf8 }
    }
}
