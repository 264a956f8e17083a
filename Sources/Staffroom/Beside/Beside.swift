// Knows how a command that writes finds the one process that may: the server of the data folder, else itself.

import Exchange
import Foundation
import Hosting
import Interface
import Journal
import Sockets
import Storage

/// A command beside a data folder.
enum Beside {
    /// Has an errand done by the server that runs on a folder, or does it here under its lock.
    static func run(_ errand: Errand, in folder: URL, periods: Periods = Periods()) async throws -> ErrandOutcome {
        if let answer = try ask(ErrandLine(version: Version.text, errand: errand), folder) { return answer }
        let store = try StoreOpening.open(folder.path, beside: false)
        let outcome = await alone(store, periods).run(errand)
        try await store.close()
        return outcome
    }

    /// - Returns: nil when no server listens.
    private static func ask(_ line: ErrandLine, _ folder: URL) throws -> ErrandOutcome? {
        let answer: [UInt8]?
        do {
            answer = try LocalSocket.ask(folder.path, [UInt8](try JSONEncoder().encode(line)))
        } catch let failure as LocalSocket.Failure {
            throw Failure(
                failure.code == EACCES
                    ? "the server on \(folder.path) does not answer this user; run the command as the user it runs as"
                    : "the server on \(folder.path) does not answer: \(String(cString: strerror(failure.code)))",
                Ending.later)
        }
        guard let answer else { return nil }
        guard let outcome = try? JSONDecoder().decode(ErrandOutcome.self, from: Data(answer)) else {
            throw Failure("the server on \(folder.path) gave an answer of another version", Ending.later)
        }
        return outcome
    }

    /// Rooms and networks without anybody connected.
    static func alone(_ store: Store, _ periods: Periods) -> Steward {
        let (loop, clock, limits) = (EventLoop(), ServerClock(), HostingLimits())
        let reception = Reception(
            log: store, settings: MeetingSettings(store: store, base: ""), doorkeeper: NobodyComes(),
            outlet: NobodyListens(), limits: limits, executor: loop, now: { clock.now })
        let networks = NetworkHosts(log: store, limits: limits, executor: loop, now: { clock.now })
        let catalogue = StoreCatalogue(store: store)
        return Steward(
            eraser: Eraser(people: catalogue, reception: reception, networks: networks, now: { clock.now }),
            ager: Ager(
                store: store, reception: reception, networks: networks, periods: periods, now: { clock.now },
                journal: .silent),
            packs: PackOffice(
                catalogue: catalogue, networks: networks, documents: .none, software: Version.text),
            networks: networks,
            importer: Importer(people: catalogue, reception: reception, now: { clock.now }),
            reception: reception)
    }
}
