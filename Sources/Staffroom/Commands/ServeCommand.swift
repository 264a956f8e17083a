// Knows `staffroom serve`: what it takes, what it prints, how it ends.

import ArgumentParser
import Configuration
import Foundation
import Logging

/// Starts the server.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Start the server (this is what happens without a subcommand).")

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "IPv4 address to listen on; 0.0.0.0 for all. Default 127.0.0.1.")
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
        var given: [String: ConfigContent] = [:]
        given["data"] = common.data.map(ConfigContent.string)
        given["listen"] = listen.map(ConfigContent.string)
        given["port"] = port.map(ConfigContent.int)
        given["publicURL"] = publicURL.map(ConfigContent.string)
        let settings = try await Settings.load(file: common.config, arguments: given)
        guard let level = Logger.Level(rawValue: settings[string: "logLevel"]) else {
            throw Failure("logLevel must be one of trace, debug, info, notice, warning, error", Ending.settings)
        }
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        Signals.keep()
        let service = try await Service.start(
            settings, wantsSample: sample, clockOffsetSeconds: clockOffsetSeconds)
        try announce(service.announcement)
        await Signals.first()
        Output.note("stopping: what was sent is stored; everybody comes back by themselves")
        await service.stop()
    }

    private func announce(_ announcement: Service.Announcement) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        Output.line(String(decoding: try encoder.encode(announcement), as: UTF8.self))
        Output.note("Staffroom is running at \(announcement.url)")
        if announcement.url.hasPrefix("http://") {
            Output.note("warning: plain http; fine on a trusted network, use a proxy with TLS on the internet")
        }
        if let link = announcement.coordinator { Output.note("Coordinator: open this link once: \(link)") }
        for meeting in announcement.meetings {
            Output.note("Teachers join with code \(meeting.code) or \(meeting.join)")
        }
        Output.note("Stop with Ctrl-C.")
    }
}
