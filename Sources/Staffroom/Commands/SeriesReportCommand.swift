// Knows `staffroom series`: which meetings belong together, by the names that `staffroom export` takes, and what the logs
// of one say together.

import Analytics
import ArgumentParser
import Configuration
import Exchange
import Foundation
import Hosting
import Meetings
import Storage

/// Prints the series, or the figures of one.
struct SeriesReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series",
        abstract:
            "Print the id and name of each series, one a line, or the figures of one; beside a running server too.",
        discussion: """
            Where there are several networks, the name of each series' network stands behind it. Of a series: who came \
            again, who came first when and still comes, how often people came, who worked with whom, what became of \
            buddies. Figures of all together, never of anybody; what would tell of few is held back, and said to be.
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "Name of the network; all of them if left out.")
    var network: String?
    @Flag(name: .long, help: "Print the figures of a series as JSON.")
    var json = false
    @Option(name: .long, help: "Language of the sentences: en or cy.")
    var language = "en"
    @Argument(help: "Id or name of a series, or all: prints its figures.")
    var series: String?

    func validate() throws {
        guard LocaleTexts.languages.contains(language) else { throw ValidationError("--language is en or cy") }
        guard series != nil || !json else { throw ValidationError("--json is for the figures of a series: name one") }
    }

    func run() async throws {
        let settings = try await Settings.load(
            file: common.config, arguments: common.data.map { ["data": .string($0)] } ?? [:])
        let folder = settings[string: "data"]
        let store = try StoreOpening.open(folder, beside: true)
        guard let series else {
            let found = try await Keeping.saying(folder) { try await NetworkSeries.all(in: store, network: network) }
            try await store.close()
            return list(found)
        }
        let texts = try Resources(named: settings[string: "resources"]).minutesTexts()[language]
        let report = try await Keeping.saying(folder) {
            let (owner, wanted) = try await NetworkSeries.find(series, network: network, in: store)
            return try await SeriesReports(store: store).report(of: wanted, network: owner)
        }
        try await store.close()
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            Output.line(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else if let texts {
            for line in SeriesSentences(report, texts).lines { Output.line(line) }
        }
    }

    private func list(_ found: [NetworkSeries]) {
        let isOne = Set(found.map(\.network.id)).count < 2
        for one in found {
            let cells = [one.series.id.rawValue, one.series.name ?? ""] + (isOne ? [] : [one.network.name])
            Output.line(cells.joined(separator: "\t"))
        }
    }
}

/// A series with its network.
struct NetworkSeries {
    let network: NetworkRow
    let series: Series

    /// What stands for all meetings of a network.
    static let all = "all"

    /// The series of a network, or of all.
    static func all(in store: Store, network: String?) async throws -> [NetworkSeries] {
        var found: [NetworkSeries] = []
        for row in try await store.networks() where network == nil || row.name == network {
            found += try await store.state(ofNetwork: row.id).series.map {
                NetworkSeries(network: row, series: $0)
            }
        }
        return found
    }

    /// The network and the series that are meant, by its id or its name; no series for all meetings.
    static func find(
        _ wanted: String, network: String?, in store: Store
    ) async throws -> (network: String, series: Series?) {
        guard wanted == all else {
            let known = try await all(in: store, network: network)
            let byID = known.filter { $0.series.id.rawValue == wanted }
            let found = byID.isEmpty ? known.filter { $0.series.name == wanted } : byID
            guard let first = found.first else {
                throw Failure("unknownSeries: there is no series \(wanted); see staffroom series", Ending.data)
            }
            try checkOne(found.map(\.network))
            return (first.network.id, first.series)
        }
        let networks = try await store.networks().filter { network == nil || $0.name == network }
        guard let first = networks.first else {
            throw Failure("unknownNetwork: there is no such network in this data folder", Ending.data)
        }
        try checkOne(networks)
        return (first.id, nil)
    }

    private static func checkOne(_ networks: [NetworkRow]) throws {
        guard networks.count > 1 else { return }
        let names = networks.map(\.name).joined(separator: ", ")
        throw Failure("name the network with --network; there are: \(names)", Ending.data)
    }
}

/// The figures of a series, with what has to be said of them.
struct SeriesReport: Encodable {
    /// A meeting that is in it.
    struct Meeting: Encodable {
        let id: String
        let date: String
        let measures: ReportValue
    }

    let id: String?
    let name: String?
    let meetings: [Meeting]
    /// Meetings that are over and not in it, because their logs have gone by age.
    let gone: Int
    let measures: [Measure]

    private enum CodingKeys: CodingKey {
        case id, name, meetings, gone, measures
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(name, forKey: .name)
        try fields.encode(meetings, forKey: .meetings)
        try fields.encode(gone, forKey: .gone)
        try fields.encode(measures.report, forKey: .measures)
    }
}

/// Makes reports of series from the store, of what is kept of each meeting.
struct SeriesReports: Sendable {
    let store: Store

    /// Of a series, or of all meetings of a network: the meetings that are over, without rehearsals, as in a pack.
    func report(of series: Series?, network: String) async throws -> SeriesReport {
        let wanted = series.map { Set($0.meetings) }
        var summaries: [MeetingSummary] = []
        var gone = 0
        for row in try await store.meetings(network: network, includingArchived: true)
        where row.phase == .ended && !row.isRehearsal && (wanted?.contains(row.id) ?? !row.isSample) {
            if try await store.retired(row.id) != nil {
                gone += 1
            } else if let own = try await MeetingSummaries(store: store, keeps: false).summary(of: row) {
                summaries.append(own)
            }
        }
        let schools = try await store.people(network: network).compactMap { person in
            person.school.map { (PersonID(rawValue: person.id), $0) }
        }
        let figures = SeriesMeasures(
            summaries, schools: Dictionary(schools) { one, _ in one },
            buddies: BuddyFigures(try await store.state(ofNetwork: network).pairs))
        return SeriesReport(
            id: series?.id.rawValue, name: series?.name,
            meetings: figures.meetings.map {
                SeriesReport.Meeting(
                    id: $0.meeting, date: Day(of: $0.openedAt).text, measures: $0.measures.report)
            }, gone: gone, measures: figures.all())
    }
}
