// Knows `staffroom account add|reset|list`: one-time links, no e-mail needed. It works beside a running server.

import ArgumentParser
import Configuration
import Foundation
import Interface
import Storage

extension Storage.AccountRole: ExpressibleByArgument {}

/// Accounts of coordinators and evaluators.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Add, reset or list accounts; add and reset print a one-time link.",
        subcommands: [Add.self, Reset.self, List.self])

    /// How long a printed link can be used.
    static let linkMilliseconds: Int64 = 7 * 24 * 3_600_000

    struct Place: ParsableArguments {
        @OptionGroup var common: CommonOptions
        @Option(name: .long, help: "Address under which browsers reach the server, as given to serve.")
        var publicURL: String?

        func open() async throws -> (Store, Links) {
            var given: [String: String] = [:]
            given["data"] = common.data
            given["publicURL"] = publicURL
            let settings = try await Settings.load(
                file: common.config, arguments: given.mapValues { .string($0) })
            let store = try StoreOpening.open(settings[string: "data"], beside: true)
            return (store, Links(store: store, base: try Self.base(settings)))
        }

        /// The address that is set; else that of the server which started last with this data folder.
        private static func base(_ settings: Settings) throws -> String {
            struct Started: Decodable { var url: String }
            let note = DataFolder(URL(fileURLWithPath: settings[string: "data"])).read(.start)
            let started = note.flatMap { try? JSONDecoder().decode(Started.self, from: Data($0)) }
            if let started, !settings.isSet("publicURL") { return started.url }
            return try Addresses(
                listen: settings[string: "listen"], port: settings[int: "port"],
                publicURL: settings[string: "publicURL"]
            ).base
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add an account and print its one-time link.")
        @OptionGroup var place: Place
        @Option(name: .long, help: "coordinator or evaluator")
        var role: Storage.AccountRole
        @Option(name: .long, help: "Name of the network; needed if the server has more than one. Made if new.")
        var network: String?
        @Argument(help: "Name to log in with.")
        var login: String

        func run() async throws {
            let (store, links) = try await place.open()
            let now = ServerClock().now
            let owner = try await StoreOpening.network(named: network, in: store, orNew: nil, now: now)
            guard try await store.account(login: login) == nil else {
                throw Failure("the login \(login) is taken; choose another or use account reset", Ending.data)
            }
            let person = try await store.createPerson(network: owner, name: login, now: now)
            let token = try await store.addAccount(
                network: owner, role: role, login: login, displayName: login, person: person.id,
                setupExpires: now + AccountCommand.linkMilliseconds, now: now
            ).token
            Output.line(links.oneTime(token))
            try await store.close()
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a one-time link to set a new password.")
        @OptionGroup var place: Place
        @Argument(help: "Name the account logs in with.")
        var login: String

        func run() async throws {
            let (store, links) = try await place.open()
            guard let account = try await store.account(login: login) else {
                throw Failure("no account logs in as \(login); see staffroom account list", Ending.data)
            }
            let token = try await store.makeOneTimeLink(
                account: account.id, network: account.network, purpose: .reset,
                expires: ServerClock().now + AccountCommand.linkMilliseconds)
            Output.line(links.oneTime(token))
            try await store.close()
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts.")
        @OptionGroup var place: Place

        func run() async throws {
            let (store, _) = try await place.open()
            for network in try await store.networks() {
                for account in try await store.accounts(network: network.id) {
                    let state = account.isDisabled ? "disabled" : account.password == nil ? "not set up" : "ready"
                    Output.line("\(network.name)\t\(account.role.rawValue)\t\(account.login)\t\(state)")
                }
            }
            try await store.close()
        }
    }
}
