// Knows `staffroom import`: what reports of Teams and Zoom say of a meeting, to look at or to keep, beside a running
// server too.

import ArgumentParser
import Exchange
import Foundation
import Interface
import Log
import Meetings
import Storage
import Wire

/// Brings reports of other programs into a meeting.
struct ImportFilesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring attendance reports, transcripts and chats of Teams and Zoom into a meeting.",
        discussion: """
            Prints one JSON object a file: who was there, who spoke for how long, how much was written; no words, no \
            direct messages, no numbers of phones. With --preview nothing is kept. Else all files are stored, or none \
            (exit code 65 with the line to look at). Whoever has the name of one person of the meeting is taken for \
            them, anybody else was on the call only; --names says otherwise: a JSON object that gives each key or name \
            of the report a person of the meeting, by id or name, or new (on the call only), counted or out. --undo \
            takes a report back.
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "The day of the meeting, as 2026-03-12: needed where 3/4 may be March or April.")
    var date: String?
    @Option(name: .long, help: "A JSON file that says who callers are.", completion: .file())
    var names: String?
    @Flag(name: .long, help: "Only look.")
    var preview = false
    @Flag(name: .long, help: "Print JSON; there is no other form.")
    var json = false
    @Option(name: .long, help: "Take back the report of that id, instead of bringing one.")
    var undo: String?
    @Argument(help: "Id of a meeting, or the name of a recording.")
    var meeting: String
    @Argument(help: "The reports.", completion: .file())
    var files: [String] = []

    func validate() throws {
        if let date, Day(date) == nil { throw ValidationError("--date is a day such as 2026-03-12") }
        guard files.isEmpty == (undo != nil) else { throw ValidationError("say files, or --undo and no files") }
    }

    func run() async throws {
        let folder = try await Keeping.folder(common)
        let row = try await Keeping.saying(folder.path) { try await find(in: folder) }
        if let undo {
            let errand = Errand.undoImport(
                report: ImportID(rawValue: undo), meeting: row.id, network: row.network)
            return try await told(errand, in: folder)
        }
        let zone = TimeZone(identifier: row.zone) ?? .gmt
        let reports = try files.map { try read($0, zone) }
        let choices = try await said(of: reports, in: row, folder)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = try reports.map { String(decoding: try encoder.encode(ImportView($0)), as: UTF8.self) }
        if !preview {
            try await told(
                .bring(reports: reports, choices: choices, meeting: row.id, network: row.network), in: folder)
        }
        for line in lines { Output.line(line) }
    }

    private func read(_ file: String, _ zone: TimeZone) throws -> ImportedFile {
        let bytes = try ListReading.bytes(file)
        do throws(ImportError) {
            return try ImportedFile(bytes, day: date.flatMap { Day($0) }, zone: zone)
        } catch {
            throw Failure("\(error.code): \(file): \(error)", Ending.data)
        }
    }

    private func told(_ errand: Errand, in folder: URL) async throws {
        switch try await Beside.run(errand, in: folder) {
        case .failed(let sentence, let code): throw Failure(sentence, ExitCode(code))
        case .erased, .aged, .released, .noted: break
        case .brought(let reports):
            for report in reports {
                let state = report.isUndone ? "taken back" : "\(report.callers) people"
                Output.note("report \(report.id): \(report.form.rawValue), \(state)")
            }
        }
    }

    /// Whom callers are taken for, where a file says so.
    private func said(
        of reports: [ImportedFile], in row: MeetingRow, _ folder: URL
    ) async throws -> [String: CallerChoice] {
        guard let names else { return [:] }
        return try NameMap(names).choices(of: reports, in: try await room(row, in: folder))
    }

    private func room(_ row: MeetingRow, in folder: URL) async throws -> Room {
        let store = try StoreOpening.open(folder.path, beside: true)
        let entries = try await Keeping.saying(folder.path) { try await store.entries(row.id).map { try Entry($0) } }
        try await store.close()
        return Room(replaying: entries)
    }

    private func find(in folder: URL) async throws -> MeetingRow {
        let store = try StoreOpening.open(folder.path, beside: true)
        for network in try await store.networks() {
            let rows = try await store.meetings(network: network.id, includingArchived: true)
            guard let row = rows.first(where: { $0.id == meeting || $0.recording == meeting }) else { continue }
            try await store.close()
            return row
        }
        throw Failure("unknownMeeting: there is no meeting \(meeting) in this data folder", Ending.data)
    }
}
