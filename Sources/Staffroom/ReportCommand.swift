// Knows `staffroom report`: what the log says of meetings, as JSON for programs.

import Analytics
import ArgumentParser
import Configuration
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
    @Argument(help: "Id of a meeting, or the name of a recording; all meetings that were opened if left out.")
    var meeting: String?

    func run() async throws {
        let settings = try await Settings.load(
            file: common.config, arguments: common.data.map { ["data": .string($0)] } ?? [:])
        let store = try StoreOpening.open(settings[string: "data"], beside: true)
        let reports = try await MeetingReports(store: store).reports(of: meeting)
        try await store.close()
        if let meeting, reports.isEmpty {
            throw Failure("unknownMeeting: there is no meeting \(meeting) in this data folder", Ending.data)
        }
        guard json else {
            for report in reports {
                Output.line(report.id)
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
    func reports(of wanted: String?) async throws -> [MeetingReport] {
        var reports: [MeetingReport] = []
        for network in try await store.networks() {
            for row in try await store.meetings(network: network.id, includingArchived: true) {
                // A rehearsal counts nowhere; whoever names it wants to see how it went.
                guard
                    wanted == nil
                        ? row.phase != .planned && !row.isRehearsal : row.id == wanted || row.recording == wanted
                else {
                    continue
                }
                reports.append(try await report(of: row))
            }
        }
        return reports
    }

    /// The report of one meeting, folded from its log.
    func report(of row: MeetingRow) async throws -> MeetingReport {
        let participation = Participation(try await store.entries(row.id).map { try Entry($0) })
        return MeetingReport(
            id: row.id, date: participation.openedAt.map { Self.day($0, zone: row.zone) }, participation: participation)
    }

    /// The day in the meeting's own zone, as in 2026-11-22.
    private static func day(_ at: Instant, zone: String) -> String {
        let style = Date.ISO8601FormatStyle(timeZone: TimeZone(identifier: zone) ?? .gmt).year().month().day()
        return Date(timeIntervalSince1970: Double(at) / 1000).formatted(style)
    }
}
