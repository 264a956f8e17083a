// Knows `staffroom minutes`: what was planned, said and written in one meeting, for people to read.

import ArgumentParser
import Configuration
import Exchange
import Foundation
import Log
import Meetings
import Storage
import Wire

extension MinutesForm: ExpressibleByArgument {}
extension MinutesReaders: ExpressibleByArgument {}

/// Prints the minutes of a meeting.
struct MinutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes",
        abstract: "Print the minutes of one meeting; beside a running server too.",
        discussion: """
            Agenda, attendance, groups with their notes, quick checks, questions and chat. Without --readers leads only \
            what everybody who took part may see.
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "text, html or csv.")
    var form: MinutesForm = .text
    @Option(name: .long, help: "everybody, or leads: then with what groups wrote and said among themselves.")
    var readers: MinutesReaders = .everybody
    @Option(name: .long, help: "Language of the headings: en or cy.")
    var language = "en"
    @Argument(help: "Id of a meeting, or the name of a recording.")
    var meeting: String

    func validate() throws {
        guard LocaleTexts.languages.contains(language) else { throw ValidationError("--language is en or cy") }
    }

    func run() async throws {
        let settings = try await Settings.load(
            file: common.config, arguments: common.data.map { ["data": .string($0)] } ?? [:])
        let texts = try Resources(named: settings[string: "resources"]).minutesTexts()
        let store = try StoreOpening.open(settings[string: "data"], beside: true)
        let room = try await Keeping.saying(settings[string: "data"]) { try await find(in: store) }
        try await store.close()
        guard let room else {
            throw Failure("unknownMeeting: there is no meeting \(meeting) in this data folder", Ending.data)
        }
        guard let texts = texts[language] else { return }
        Output.put(Minutes(room, for: readers, texts: texts).written(as: form), on: STDOUT_FILENO)
    }

    /// The room of the meeting that is meant; nil where there is none.
    private func find(in store: Store) async throws -> Room? {
        for network in try await store.networks() {
            let rows = try await store.meetings(network: network.id, includingArchived: true)
            guard let row = rows.first(where: { $0.id == meeting || $0.recording == meeting }) else { continue }
            guard try await store.retired(row.id) == nil else {
                throw Failure("gone: the log of \(meeting) has gone by age, and its words with it", Ending.data)
            }
            return Room(replaying: try await store.entries(row.id).map { try Entry($0) })
        }
        return nil
    }
}
