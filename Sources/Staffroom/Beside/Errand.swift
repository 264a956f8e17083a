// Knows what a command beside a running server can ask it to do, and how both say it.

import ArgumentParser
import Exchange
import Foundation
import Hosting
import Interface
import Meetings

/// Something that writes: the process that holds the data folder does it.
enum Errand: Codable, Sendable, Equatable {
    /// Erases people of one network, by their identifiers.
    case erase(people: [PersonID], network: String)
    /// Lets go what is older than its period.
    case age
    /// Settles what a pack of a series holds, or of all meetings; the last release counts unless a new one is wished for.
    case releasePack(series: SeriesID?, network: String, isNew: Bool)
    /// Writes down that a pack was handed out at the command line.
    case notePack(HandOutPack, network: String)
    /// Brings reports of other programs into a meeting of a network; who is not among the choices is as proposed.
    case bring(reports: [ImportedFile], choices: [String: CallerChoice], meeting: String, network: String)
    /// Takes one back.
    case undoImport(report: ImportID, meeting: String, network: String)
}

extension Errand {
    /// Whether what the room refuses is said as it is.
    var isImport: Bool {
        switch self {
        case .bring, .undoImport: true
        case .erase, .age, .releasePack, .notePack: false
        }
    }
}

/// What became of an errand.
enum ErrandOutcome: Codable, Sendable, Equatable {
    case erased([Erased])
    case aged(AgedOut)
    case released(PackRelease)
    case noted
    /// The reports of a meeting, after some came or one went.
    case brought([BroughtReport])
    /// The end of a sentence, and the exit code.
    case failed(String, code: Int32)
}

/// An errand on its way, with the version of the program that asks: another one may mean something else by it.
struct ErrandLine: Codable {
    var version: String
    var errand: Errand
}

/// Does errands: in the server for others, or here where no server runs.
struct Steward: Sendable {
    let eraser: Eraser
    let ager: Ager
    let packs: PackOffice
    let networks: NetworkHosts
    let importer: Importer
    let reception: Reception

    func run(_ errand: Errand) async -> ErrandOutcome {
        do {
            switch errand {
            case .erase(let people, let network):
                var done: [Erased] = []
                for person in people {
                    guard let erased = try await eraser.erase(person, network: network) else {
                        return .failed("there is nobody \(person) in this network", code: Ending.data.rawValue)
                    }
                    done.append(erased)
                }
                return .erased(done)
            case .age: return .aged(try await ager.run())
            case .releasePack(let series, let network, let isNew):
                return .released(
                    try await packs.release(of: series, network: network, isNew: isNew, by: .system))
            case .notePack(let wish, let network):
                _ = try await networks.host(of: network).submit(wish.command, by: .system)
                return .noted
            case .bring(let reports, let choices, let meeting, let network):
                try await importer.bring(
                    reports.map { ConfirmedReport($0, choices) }, by: nil, to: meeting, network: network)
                return .brought(try await self.reports(of: meeting))
            case .undoImport(let report, let meeting, let network):
                try await importer.undo(report, by: nil, in: meeting, network: network)
                return .brought(try await self.reports(of: meeting))
            }
        } catch PackRefusal.nothing {
            return .failed("nothingToExport: no meeting of it is over", code: Ending.data.rawValue)
        } catch let rejection as Rejection where errand.isImport {
            return .failed("\(rejection): nothing was stored", code: Ending.data.rawValue)
        } catch ImportFailure.notOver {
            return .failed("meetingIsNotOver: reports are brought in once it is over", code: Ending.data.rawValue)
        } catch ImportFailure.noStart {
            return .failed("noStart: neither a report nor the meeting says when it began", code: Ending.data.rawValue)
        } catch {
            return .failed("not all of it could be done: \(error); run it again", code: Ending.later.rawValue)
        }
    }

    private func reports(of meeting: String) async throws -> [BroughtReport] {
        try await reception.room(of: meeting)?.reports ?? []
    }

    /// The same over the socket in the data folder.
    func answer(_ line: [UInt8]) async -> [UInt8] {
        let outcome: ErrandOutcome
        if let asked = try? JSONDecoder().decode(ErrandLine.self, from: Data(line)) {
            outcome =
                asked.version == Version.text
                ? await run(asked.errand)
                : .failed("the server is of another version (\(Version.text))", code: Ending.later.rawValue)
        } else {
            outcome = .failed("the server does not know what is asked", code: Ending.software.rawValue)
        }
        return [UInt8]((try? JSONEncoder().encode(outcome)) ?? Data())
    }
}
