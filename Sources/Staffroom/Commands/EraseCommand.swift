// Knows `staffroom erase`: who is meant, what will go, and that it is asked before it is done.

import ArgumentParser
import Foundation
import Interface
import Meetings
import Storage

/// Erases a person.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase a person for good; works beside a running server.",
        discussion: """
            Their name, school, address, everything they wrote, their tickets, links, sessions and account go; \
            identifiers and counts stay, and verify goes on finding every event as it was stored. Backups that were \
            made before keep what they have until they are deleted; restore erases again whoever was erased since.
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "Name of the network; needed if the address is known in more than one.")
    var network: String?
    @Flag(name: .long, help: "Do not ask.")
    var yes = false
    @Argument(help: "Identifier of the person, or the address they gave (for buddies, or to log in with).")
    var who: String

    func run() async throws {
        let folder = try await Keeping.folder(common)
        let (people, owner) = try await Keeping.saying(folder.path) { try await find(in: folder) }
        try confirm()
        switch try await Beside.run(.erase(people: people, network: owner), in: folder) {
        case .failed(let sentence, let code): throw Failure(sentence, ExitCode(code))
        case .aged, .released, .noted, .brought: break
        case .erased(let done):
            let (meetings, parts) = (done.reduce(0) { $0 + $1.meetings }, done.reduce(0) { $0 + $1.parts })
            Output.line("erased: \(done.count) people, \(parts) texts and names, \(meetings) meetings")
            for name in Set(done.flatMap(\.copies)).sorted() {
                Output.note(
                    "\(folder.path)/\(name) was put aside by a restore and cannot be opened: delete it, it may hold more"
                )
            }
            Output.line("backups made before keep what they have: delete them when their time is over")
        }
    }

    /// Who is meant, and their network; says what is kept of them.
    private func find(in folder: URL) async throws -> ([PersonID], String) {
        let store = try StoreOpening.open(folder.path, beside: true)
        let found = try await people(store)
        let networks = Set(found.map(\.network))
        let names = try await store.networks().filter { networks.contains($0.id) }
        guard let first = names.first else {
            throw Failure("nobody has the identifier or address \(who)", Ending.data)
        }
        guard names.count == 1 else {
            throw Failure(
                "this address is known in several networks: \(names.map(\.name).joined(separator: ", ")); "
                    + "choose one with --network", Ending.data)
        }
        Output.line("in the network \(first.name):")
        for person in found {
            let traces = try await store.traces(of: person.id, network: person.network)
            let name = person.erased == nil ? person.name : "(erased before)"
            let login = traces.hasAccount ? ", logs in" : ""
            Output.line(
                "  \(person.id)\t\(name)\t\(traces.meetings.count) meetings, \(traces.parts) texts and names\(login)")
        }
        try await store.close()
        return (found.map { PersonID(rawValue: $0.id) }, first.id)
    }

    private func people(_ store: Store) async throws -> [PersonRow] {
        var found = try await store.people(addressed: who)
        if let person = try await store.person(anywhere: who) { found = [person] }
        guard let network else { return found }
        let chosen = Set(try await store.networks().filter { $0.name == network }.map(\.id))
        return found.filter { chosen.contains($0.network) }
    }

    private func confirm() throws {
        guard !yes else { return }
        guard isatty(STDIN_FILENO) == 1 else {
            throw Failure("nothing was done: say --yes where nobody can be asked", ExitCode(64))
        }
        Output.note("This cannot be taken back. Erase them? Type yes:")
        guard readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == "yes" else {
            throw Failure("nothing was done", Ending.data)
        }
    }
}
