// Knows `staffroom report`: what the log says of meetings, as JSON for programs.

import Analytics
import ArgumentParser
import Configuration
import Exchange
import Foundation
import Log
import Meetings
import Storage
import Wire

/// Prints the figures of meetings.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Print what the log says of one meeting or of all; beside a running server too.",
        discussion: "The figures are counts and spreads of acts that the log holds, never a score of anybody.")

    @OptionGroup var common: CommonOptions
    @Flag(name: .long, help: "Print JSON, keyed by the meeting's id.")
    var json = false
    @Option(name: .long, help: "Language of the sentences: en or cy.")
    var language = "en"
    @Argument(help: "Id of a meeting, or the name of a recording; all meetings that were opened if left out.")
    var meeting: String?

    func validate() throws {
        guard LocaleTexts.languages.contains(language) else { throw ValidationError("--language is en or cy") }
    }

    func run() async throws {
        let settings = try await Settings.load(
            file: common.config, arguments: common.data.map { ["data": .string($0)] } ?? [:])
        let store = try StoreOpening.open(settings[string: "data"], beside: true)
        let reports = try await Keeping.saying(settings[string: "data"]) {
            try await HeadwayLine.showing { headway in
                try await MeetingReports(store: store).reports(of: meeting, headway: headway)
            }
        }
        try await store.close()
        if let meeting, reports.isEmpty {
            throw Failure("unknownMeeting: there is no meeting \(meeting) in this data folder", Ending.data)
        }
        guard json else {
            guard let texts = try Resources(named: settings[string: "resources"]).minutesTexts()[language] else {
                return
            }
            for report in reports {
                Output.line(report.id)
                for line in ReportSentences(report.measures, texts).lines { Output.line("  \(line)") }
                for line in report.anonymous.lines { Output.line("  \(line)") }
            }
            return
        }
        let table = Dictionary(reports.map { ($0.id, $0.value) }) { one, _ in one }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        Output.line(String(decoding: try encoder.encode(table), as: UTF8.self))
    }
}

/// Makes reports from the store.
struct MeetingReports: Sendable {
    let store: Store

    /// The reports of one meeting, by its id or its recording's name, or of all that were opened.
    func reports(of wanted: String?, headway: Headway = Headway()) async throws -> [MeetingReport] {
        var rows: [MeetingRow] = []
        for network in try await store.networks() {
            rows += try await store.meetings(network: network.id, includingArchived: true).filter { row in
                // A rehearsal counts nowhere; whoever names it wants to see how it went.
                wanted == nil
                    ? row.phase != .planned && !row.isRehearsal : row.id == wanted || row.recording == wanted
            }
        }
        headway.begin(.reporting, total: rows.count)
        // As many at once as there are cores: the store reads one after another, the others count meanwhile.
        return try await withThrowingTaskGroup(of: (Int, MeetingReport).self) { tasks in
            var reports = [MeetingReport?](repeating: nil, count: rows.count)
            func collect() async throws {
                guard let (place, report) = try await tasks.next() else { return }
                reports[place] = report
                headway.advance()
            }
            for (place, row) in rows.enumerated() {
                if place >= ProcessInfo.processInfo.activeProcessorCount { try await collect() }
                tasks.addTask { (place, try await report(of: row)) }
            }
            while !tasks.isEmpty { try await collect() }
            return reports.compactMap(\.self)
        }
    }

    /// The report of one meeting, folded from its log; what was counted before its log went by age.
    func report(of row: MeetingRow) async throws -> MeetingReport {
        if let retired = try await store.retired(row.id) {
            return MeetingReport(
                id: row.recording ?? row.id,
                kept: try JSONDecoder().decode(ReportValue.self, from: Data(retired.figures.utf8)))
        }
        let reading = try await reading(of: row.id)
        let opened = reading.participation.openedAt
        return MeetingReport(
            id: row.id, date: opened.map { Self.day($0, zone: row.zone) }, participation: reading.participation,
            measures: MeetingMeasures(reading.record).all())
    }

    /// One pass over a meeting's log.
    func reading(of meeting: String) async throws -> MeetingReading {
        var reading = MeetingReading()
        var pages = LogPages(store, of: meeting)
        while true {
            let page = try await pages.next()
            guard !page.isEmpty else { return reading }
            for (entry, actor) in page { reading.take(entry, by: actor) }
        }
    }

    /// The day in the meeting's own zone, as in 2026-11-22.
    private static func day(_ at: Instant, zone: String) -> String {
        let style = Date.ISO8601FormatStyle(timeZone: TimeZone(identifier: zone) ?? .gmt).year().month().day()
        return Date(timeIntervalSince1970: Double(at) / 1000).formatted(style)
    }
}
