// Knows `staffroom audit`: who looked at personal data, and when, and what became of complaints. Both stand in the log of
// their network, whose chain `verify` goes through.

import ArgumentParser
import Foundation
import Log
import Meetings
import Storage
import Wire

/// Prints who looked at personal data.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Print who looked at personal data, and the dates of complaints; beside a running server too.",
        discussion: """
            One line a look, in the order of the log of its network: when (UTC), what, who, where. Names are those of now; \
            whoever was erased, or whose name has gone by age, is an identifier or "-".
            """)

    @OptionGroup var common: CommonOptions
    @Flag(name: .long, help: "Print JSON: a list a network, by its id.")
    var json = false

    func run() async throws {
        let folder = try await Keeping.folder(common)
        let store = try StoreOpening.open(folder.path, beside: true)
        var table: [String: [AuditLine]] = [:]
        try await Keeping.saying(folder.path) {
            for network in try await store.networks() {
                table[network.id] = try await Self.lines(of: network.id, store)
            }
        }
        try await store.close()
        guard json else {
            for (_, lines) in table.sorted(by: { $0.key < $1.key }) { lines.forEach { Output.line($0.text) } }
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        Output.line(String(decoding: try encoder.encode(table), as: UTF8.self))
    }

    private static func lines(of network: String, _ store: Store) async throws -> [AuditLine] {
        let accounts = Dictionary(
            try await store.accounts(network: network).map { ($0.id, $0.displayName) },
            uniquingKeysWith: { one, _ in one })
        let people = Dictionary(
            try await store.people(network: network).map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
        func named(_ account: String?, _ person: String?) -> String? {
            account.map { accounts[$0] ?? $0 } ?? person.map { people[$0] ?? $0 }
        }
        return try await store.entries(network).compactMap { logged in
            guard case .trust(let fact) = try NetworkEntry(logged).event else { return nil }
            switch fact {
            case .dataSeen(let fact):
                return AuditLine(
                    at: logged.at, what: fact.look.rawValue, who: named(fact.account, fact.by?.rawValue),
                    meeting: fact.meeting, person: fact.person.map { people[$0.rawValue] ?? $0.rawValue })
            case .complaintMade(let fact):
                return AuditLine(
                    at: logged.at, what: "complaintMade", who: named(nil, fact.person.rawValue), meeting: fact.meeting,
                    complaint: fact.complaint.rawValue)
            case .complaintAcknowledged(let fact):
                return AuditLine(
                    at: logged.at, what: "complaintAcknowledged", who: named(nil, logged.actor),
                    complaint: fact.complaint.rawValue)
            case .complaintSettled(let fact):
                return AuditLine(
                    at: logged.at, what: "complaintSettled", who: named(nil, logged.actor),
                    complaint: fact.complaint.rawValue)
            }
        }
    }
}

/// One line of what is printed.
private struct AuditLine: Encodable {
    var at: Instant
    var what: String
    var who: String?
    var meeting: String?
    var person: String?
    var complaint: String?

    var text: String {
        let moment = Date(timeIntervalSince1970: Double(at) / 1_000).formatted(.iso8601)
        return ([moment, what, who ?? "-"] + [meeting, person, complaint].compactMap(\.self)).joined(separator: "  ")
    }
}
