// Knows `staffroom export`: the participation log as a documented package without names, for an evaluator.

import ArgumentParser
import Configuration
import Exchange
import Foundation
import Hosting
import Interface
import Meetings
import Sockets
import Storage

extension PackDepth: ExpressibleByArgument {}

/// Writes an evaluator's pack.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the evaluator's pack of a series, or of all meetings; works beside a running server.",
        discussion: """
            What a pack holds is settled once: said again, the same file is written again, byte for byte. --new-release \
            takes what there is now, under a new key: no pseudonym of one release is in another. The keys are in \
            staffroom.packs, in the data folder and in no backup. Every file is in the ledger.
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "Name of the network; needed if there are several.")
    var network: String?
    @Option(name: .long, help: "The file to write; it is replaced if it is there.")
    var out: String
    @Flag(name: .long, help: "Another release than the last.")
    var newRelease = false
    @Flag(name: .long, help: "For spreadsheets: with a mark at the beginning, and no cell that is run.")
    var spreadsheet = false
    @Option(name: .long, help: "How close it goes: counts, pseudonyms or words; words only of those who allow it.")
    var depth = PackDepth.words
    @Argument(help: "Id or name of a series (see staffroom series), or all.")
    var series: String

    /// A pack is of people, though none is named.
    private static let fileMode = 0o600

    func run() async throws {
        let settings = try await Settings.load(
            file: common.config, arguments: common.data.map { ["data": .string($0)] } ?? [:])
        let folder = URL(fileURLWithPath: settings[string: "data"])
        let documents = try Resources(named: settings[string: "resources"]).packDocuments()
        let file = URL(fileURLWithPath: out)
        try await Keeping.saying(out) { try OwnFiles.assertNone(file, of: folder) }
        let (owner, wanted) = try await Keeping.saying(folder.path) { try await find(in: folder) }
        let errand = Errand.releasePack(series: wanted, network: owner, isNew: newRelease)
        guard case .released(let release) = try await done(errand, in: folder) else { return }
        let form: PackForm = spreadsheet ? .spreadsheet : .plain
        let (pack, isBehind) = try await Keeping.saying(folder.path) {
            try await make(release, form, documents, owner, in: folder)
        }
        let note = HandOutPack(
            pack: release.id, form: form, depth: depth, hash: pack.hash, bytes: pack.bytes.count)
        // First into the ledger: no pack is out that nobody knows of.
        _ = try await done(.notePack(note, network: owner), in: folder)
        try write(pack.bytes, to: file)
        Output.line("\(out): release \(release.id), \(release.ranges.count) meetings, sha256 \(pack.hash)")
        if isBehind {
            Output.note("there are meetings now that this release does not hold: --new-release takes them in")
        }
    }

    /// Has something done by whoever holds the data folder.
    private func done(_ errand: Errand, in folder: URL) async throws -> ErrandOutcome {
        let outcome = try await Beside.run(errand, in: folder)
        if case .failed(let sentence, let code) = outcome { throw Failure(sentence, ExitCode(code)) }
        return outcome
    }

    /// The network and the series that are meant; no series for all meetings.
    private func find(in folder: URL) async throws -> (network: String, series: SeriesID?) {
        let store = try StoreOpening.open(folder.path, beside: true)
        let found = try await NetworkSeries.find(series, network: network, in: store)
        try await store.close()
        return (found.network, found.series?.id)
    }

    /// - Returns: the file, and whether there is more by now than its release holds.
    private func make(
        _ release: PackRelease, _ form: PackForm, _ documents: PackDocuments, _ network: String, in folder: URL
    ) async throws -> (file: PackFile, isBehind: Bool) {
        let store = try StoreOpening.open(folder.path, beside: true)
        let (catalogue, clock) = (StoreCatalogue(store: store), ServerClock())
        let networks = NetworkHosts(
            log: store, limits: HostingLimits(), executor: EventLoop(), now: { clock.now })
        let office = PackOffice(
            catalogue: catalogue, networks: networks, documents: documents, software: Version.text)
        do {
            let held = Set(release.ranges.map(\.meeting))
            let now = try? await office.meetings(of: release.series, network: network)
            let file = try await office.file(of: release, in: form, to: depth, network: network)
            try await store.close()
            return (file, now?.contains { !held.contains($0.id) } ?? false)
        } catch let refusal as PackRefusal {
            throw switch refusal {
            case .nothing: Failure("nothingToExport: no meeting of it is over", Ending.data)
            case .keyGone:
                Failure(
                    """
                    packKeyGone: the key of release \(release.id) is not in staffroom.packs, so it cannot be made \
                    again; --new-release makes another
                    """, Ending.data)
            case .tooLarge: Failure("packTooLarge: a zip file cannot hold it; export single series", Ending.data)
            }
        }
    }

    /// All of it or nothing: whoever reads the file meanwhile has the one before.
    private func write(_ bytes: [UInt8], to file: URL) throws {
        let unfinished = file.path + ".unfinished"
        let files = FileManager.default
        guard
            files.createFile(
                atPath: unfinished, contents: Data(bytes), attributes: [.posixPermissions: Self.fileMode]),
            rename(unfinished, file.path) == 0
        else { throw Failure("\(out) cannot be written: \(String(cString: strerror(errno)))", Ending.later) }
    }
}
