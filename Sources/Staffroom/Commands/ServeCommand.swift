// Knows `staffroom serve`: what it takes, what it prints, how it ends.

import ArgumentParser
import Configuration
import Foundation
import Journal
import Sockets
import Storage

/// Starts the server.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Start the server (this is what happens without a subcommand).",
        discussion: """
            Standard output gets one line of JSON: the address, and on a terminal or with --sample the links; else the \
            path of a private file with the links. Standard error gets sentences on a terminal, else a line of JSON \
            for each event.
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "Address to listen on; 0.0.0.0 for all of IPv4, :: for all. Default 127.0.0.1.")
    var listen: String?
    @Option(name: .long, help: "Port to listen on; 0 for any free one. Default 8080.")
    var port: Int?
    @Option(name: .customLong("public-url"), help: "Address under which browsers reach the server.")
    var publicURL: String?
    @Flag(name: .long, help: "Bring a sample network with a meeting ready to open.")
    var sample = false
    /// For trying out, with the sample only, what happens weeks later; six weeks are 3628800.
    @Option(name: .customLong("clock-offset"), help: .hidden)
    var clockOffsetSeconds = 0

    /// A clock may be moved this far.
    private static let clockOffsets = -315_360_000...315_360_000

    func validate() throws {
        guard clockOffsetSeconds == 0 || sample, Self.clockOffsets.contains(clockOffsetSeconds) else {
            throw ValidationError("--clock-offset is for --sample, in seconds, ten years at most")
        }
    }

    func run() async throws {
        do {
            try await serve()
        } catch let failure as Failure {
            try Self.end(failure)
        } catch let exit as ExitCode {
            throw exit
        } catch {
            try Self.end(Failure("the server could not start: \(FaultWord(error).words)", Ending.software))
        }
    }

    private func serve() async throws {
        var given: [String: ConfigContent] = [:]
        given["data"] = common.data.map(ConfigContent.string)
        given["listen"] = listen.map(ConfigContent.string)
        given["port"] = port.map(ConfigContent.int)
        given["publicURL"] = publicURL.map(ConfigContent.string)
        let settings = try await Settings.load(file: common.config, arguments: given)
        let journal = Self.journal(Severity(rawValue: settings[string: "logLevel"]) ?? .info)
        Signals.keep()
        let service = try await Service.start(
            settings, wantsSample: sample, journal: journal, clockOffsetSeconds: clockOffsetSeconds)
        try announce(service, journal)
        try await service.run()
    }

    private static func journal(_ threshold: Severity) -> Journal {
        Journal(threshold: threshold, form: Output.isNoteOnTerminal ? .text : .json) {
            Output.put($0, on: STDERR_FILENO)
        }
    }

    /// On a terminal the sentence that every command ends with; in a log a line like all others.
    private static func end(_ failure: Failure) throws -> Never {
        guard !Output.isNoteOnTerminal else { throw failure }
        journal(.error).note(
            .notStarted(
                code: failure.code.rawValue, sentence: StartSentence(ofFailureAtStart: failure.sentence)))
        throw failure.code
    }

    private func announce(_ service: Service, _ journal: Journal) throws {
        let announcement = service.announcement
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let all = try encoder.encode(announcement) + Data("\n".utf8)
        var line = Service.ShortAnnouncement(url: announcement.url)
        do {
            try service.folder.leave(Array(all), as: .start)
            line.secrets = service.folder.path(of: .start)
        } catch {
            journal.note(.secretsNotWritten(FaultWord(error)))
        }
        // The log first: whoever has read the line finds it there.
        journal.note(
            .started(
                version: VersionWord(Version.text), library: VersionWord(webSocketLibraryVersion()),
                port: service.port))
        if announcement.url.hasPrefix("http://") { journal.note(.plainHTTP) }
        if service.servesSources { journal.note(.servesSources) }
        let isOpen = sample || Output.isLineOnTerminal
        Output.put(
            String(decoding: isOpen ? all : try encoder.encode(line) + Data("\n".utf8), as: UTF8.self),
            on: STDOUT_FILENO)
        if Output.isNoteOnTerminal { tell(announcement) }
    }

    /// Links are for whoever sits at the terminal, and for no log.
    private func tell(_ announcement: Service.Announcement) {
        Output.note("Staffroom is running at \(announcement.url)")
        if let link = announcement.coordinator { Output.note("Coordinator: open this link once: \(link)") }
        for meeting in announcement.meetings {
            Output.note("Teachers join with code \(meeting.code) or \(meeting.join)")
        }
        Output.note("Stop with Ctrl-C.")
    }
}
