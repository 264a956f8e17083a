// Knows how a pack is put together: meeting by meeting into tables, then what is of all meetings, then what tells of the
// files. Nothing in it depends on when or where it is made.

import Analytics
import Meetings

/// What a pack is made for.
public struct PackOrder: Sendable {
    public var release: PackRelease
    /// The release before it, of the same meetings.
    public var previous: PackID?
    public var form: PackForm
    public var depth: PackDepth
    public var software: String
    public var documents: PackDocuments
    public var pseudonyms: PackPseudonyms
    /// SHA-256 in hexadecimal.
    public var hash: @Sendable ([UInt8]) -> String

    public init(
        release: PackRelease, previous: PackID?, form: PackForm, depth: PackDepth, software: String,
        documents: PackDocuments,
        pseudonyms: PackPseudonyms, hash: @escaping @Sendable ([UInt8]) -> String
    ) {
        (self.release, self.previous, self.form, self.depth) = (release, previous, form, depth)
        self.software = software
        (self.documents, self.pseudonyms, self.hash) = (documents, pseudonyms, hash)
    }
}

/// A pack that is done.
public struct PackFile: Sendable {
    public var bytes: [UInt8]
    /// SHA-256 in hexadecimal.
    public var hash: String
}

/// Why there is no pack.
public enum PackError: Error, Equatable, Sendable {
    /// The format of the archive cannot hold it.
    case tooLarge
}

/// A pack in the making. Meetings come in the order in which they are to stand in it.
public struct PackBuilder {
    private let order: PackOrder
    private let csv: CSVText
    private var written: [String: [UInt8]] = [:]
    private var rows: [String: Int] = [:]
    private var people = PackPeople()
    private var ties = PackTies()
    private var thresholds = Thresholds.standard
    private var held: Set<String> = []

    /// In the order in which they stand in the schema.
    static let tables: [any PackTableShape] = [
        PackTables.meetings, PackTables.segments, PackTables.spans, PackTables.people, PackTables.participations,
        PackTables.attendance, PackTables.opportunities, PackTables.events, PackTables.exchanges, PackTables.groups,
        PackTables.members, PackTables.ties, PackTables.survey, PackTables.metrics, PackTables.missing,
        PackTables.content,
    ]

    /// What is in a pack: its tables, with their columns, and how close a pack goes that holds them.
    public static var contents: [(name: String, title: String, columns: [String], depth: PackDepth)] {
        tables.map { ($0.name, $0.title, $0.fields.map(\.name), depth(of: $0)) }
    }

    private static func depth(of table: any PackTableShape) -> PackDepth {
        switch table.name {
        case PackTables.meetings.name, PackTables.segments.name, PackTables.spans.name, PackTables.metrics.name,
            PackTables.missing.name:
            .counts
        case PackTables.content.name: .words
        default: .pseudonyms
        }
    }

    public init(_ order: PackOrder) {
        self.order = order
        csv = CSVText(lineEnd: "\n", isForSpreadsheets: order.form == .spreadsheet)
    }

    /// Adds a meeting.
    public mutating func add(_ meeting: PackMeeting) {
        let own = PackMeetingRows(meeting, order.pseudonyms)
        thresholds = meeting.record.thresholds
        held.insert(meeting.id)
        write(PackTables.meetings, [own.row])
        write(PackTables.segments, own.segments)
        write(PackTables.spans, own.spans)
        // By pseudonyms: the order of identifiers is the same in every pack, and would tell who is who in another.
        write(PackTables.participations, own.participations.sorted { $0.person < $1.person })
        write(
            PackTables.attendance, own.attendance.sorted { ($0.person, $0.interval) < ($1.person, $1.interval) })
        write(
            PackTables.opportunities, own.opportunities.sorted { ($0.person, $0.item) < ($1.person, $1.item) })
        write(PackTables.events, own.events.sorted { $0.sequence < $1.sequence })
        write(PackTables.exchanges, own.exchanges)
        write(PackTables.groups, own.groups)
        write(PackTables.members, own.members.sorted { ($0.group, $0.person) < ($1.group, $1.person) })
        write(
            PackTables.survey,
            own.survey.sorted {
                ($0.person, $0.instrument, $0.item, $0.wave) < ($1.person, $1.instrument, $1.item, $1.wave)
            })
        write(PackTables.metrics, PackMetricRow.all(of: own))
        write(PackTables.missing, own.missing)
        write(PackTables.content, own.content)
        people.add(own)
        ties.add(own)
    }

    /// The whole file.
    ///
    /// - Throws: `PackError.tooLarge`.
    public consuming func finished() throws(PackError) -> PackFile {
        write(PackTables.people, people.rows)
        write(PackTables.ties, ties.rows)
        var files: [(name: String, content: [UInt8])] = []
        var resources: [DataPackage.Resource] = []
        // Words of people are there only where somebody lets theirs be quoted.
        let tables = Self.tables.filter {
            Self.depth(of: $0) <= order.depth && ($0.name != PackTables.content.name || rows[$0.name] ?? 0 > 0)
        }
        for table in tables {
            let content = written[table.name] ?? Array((csv.beginning + csv.line(table.fields.map(\.name))).utf8)
            files.append((table.name + ".csv", content))
            resources.append(
                DataPackage.Resource(
                    table, path: table.name + ".csv", content, hash: order.hash(content),
                    isForSpreadsheets: csv.isForSpreadsheets))
        }
        let package = DataPackage(
            name: "participation-\(order.release.id)", title: "Participation log, release \(order.release.id)",
            resources: resources)
        files.insert(("datapackage.json", PackJSON.document(package)), at: 0)
        files += [
            ("dictionary.md", PackDictionary.document(tables)),
            ("definitions.json", PackJSON.document(thresholds)),
            (PackDocuments.names.method, order.documents.method),
            (PackDocuments.names.python, order.documents.python), (PackDocuments.names.r, order.documents.r),
        ]
        files.append(("manifest.json", PackJSON.document(manifest(files))))
        var zip = ZipFile()
        for file in files {
            guard zip.add(file.name, file.content) else { throw .tooLarge }
        }
        let bytes = zip.archive
        return PackFile(bytes: bytes, hash: order.hash(bytes))
    }

    /// How far the log of each meeting that is in it is in it; one whose log has gone is not.
    var ranges: [PackRange] { order.release.ranges.filter { held.contains($0.meeting) } }

    private func manifest(_ files: [(name: String, content: [UInt8])]) -> PackManifest {
        PackManifest(
            release: order.release.id.rawValue, series: order.release.series?.rawValue, form: order.form,
            depth: order.depth, key: order.pseudonyms.key, meetings: ranges, software: order.software,
            definitionsVersion: thresholds.definitionsVersion,
            suppression: PackManifest.Rules(
                fewestShown: thresholds.fewestShown, fewestPublished: thresholds.fewestPublished),
            previous: order.previous?.rawValue,
            files: files.map {
                PackManifest.File(path: $0.name, bytes: $0.content.count, sha256: order.hash($0.content))
            })
    }

    private mutating func write<Row>(_ table: PackTable<Row>, _ own: [Row]) {
        guard Self.depth(of: table) <= order.depth else { return }
        rows[table.name, default: 0] += own.count
        table.write(own, csv, to: &written[table.name, default: []])
    }
}
