// Knows what keeping the data says to an operator: what was looked at, what is wrong, why it was not done.

import ArgumentParser
import Configuration
import Foundation
import Log
import Meetings
import Storage
import Wire

/// What `verify`, `backup` and `restore` have in common.
enum Keeping {
    /// The data folder that the settings name.
    static func folder(_ common: CommonOptions) async throws -> URL {
        let settings = try await Settings.load(
            file: common.config, arguments: common.data.map { ["data": .string($0)] } ?? [:])
        return URL(fileURLWithPath: settings[string: "data"])
    }

    /// Whether this program understands an event of a meeting or a network.
    @Sendable static func isReadable(_ entry: LogEntry) -> Bool {
        (try? Entry(entry)) != nil || (try? NetworkEntry(entry)) != nil
    }

    /// Does something with a file or folder; what goes wrong becomes a sentence.
    static func saying<T>(_ path: String, _ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as KeepingError {
            throw failure(error)
        } catch let error as StoreError {
            throw StoreOpening.failure(error, path)
        }
    }

    static func contents(_ contents: Contents) -> String {
        """
        meetings \(contents.meetings), networks \(contents.networks), events \(contents.events), \
        streams \(contents.streams), highest sequence \(contents.highestSequence), schema \(contents.schema), \
        epoch \(contents.epoch)
        """
    }

    /// One sentence for each thing that is wrong.
    static func flaws(_ examination: Examination) -> [String] {
        examination.complaints.map { "the file: \($0)" } + examination.damages.map(sentence)
            + examination.sideFlaws.map { SideFlawSentence.found($0) }
    }

    private static func sentence(_ damage: Damage) -> String {
        let what =
            switch damage.kind {
            case .altered: "event \(damage.sequence) is not what was stored: its content does not give its hash"
            case .unlinked: "event \(damage.sequence) does not follow on the one before it"
            case .missing: "event \(damage.sequence) is missing"
            case .wrongEnd: "the end is not where the last append left it; event \(damage.sequence) would be the next"
            case .behindMark:
                "event \(damage.sequence) was stored and is gone: an old file was put here, or a tail was lost"
            case .notAsMarked: "event \(damage.sequence) is not the one that was marked: this is another log"
            case .unreadable: "event \(damage.sequence) cannot be read by this version"
            case .textAltered: "the words of event \(damage.sequence) are not what was stored with it"
            case .textMissing: "the words of event \(damage.sequence) are gone, and nobody has erased them"
            case .textAdded: "the words at event \(damage.sequence) were never stored with it"
            case .textBack: "the words of event \(damage.sequence) are there, though they were erased"
            }
        return "stream \(damage.stream): \(what)"
    }

    private static func failure(_ error: KeepingError) -> Failure {
        switch error {
        case .missing(let path):
            Failure("there is no file \(path)", Ending.data)
        case .exists(let path):
            Failure("\(path) is there already; choose another name, or replace it with --force", Ending.data)
        case .notEmpty(let path):
            Failure(
                "the folder \(path) is not empty; choose another, or put what is in it aside with --force", Ending.data)
        case .ownFile(let path):
            Failure(
                """
                \(path) is a file of the data folder itself, or a name that it needs: writing there would destroy what \
                is kept; choose a file elsewhere
                """, Ending.data)
        case .inWorkplace(let path):
            Failure("\(path) lies where the store is made ready; move it out of the data folder first", Ending.data)
        case .underWay(let path):
            Failure("another backup to \(path) is under way", Ending.later)
        case .liveCopy(let path):
            Failure(
                "\(path) was copied from a running server and may lack its end (\(path)-wal); use staffroom backup",
                Ending.data)
        case .flawed(let examination):
            Failure(
                (["the copy is not good, so nothing was done:"] + flaws(examination)).joined(separator: "\n  "),
                Ending.data)
        }
    }
}
