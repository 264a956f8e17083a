// Knows how the log that hosting needs is kept in the store: one stream for each meeting and each network, named by
// it.

import Foundation
import Hosting
import Interface
import Meetings
import Storage
import Wire

/// The store as hosting sees it.
struct StoreLog: EventLog, NetworkLog {
    let store: Store
    let links: Links

    func load(_ meeting: String) async throws -> LoadedRoom? {
        guard let network = try await store.network(ofMeeting: meeting),
            let row = try await store.meeting(meeting, network: network)
        else { return nil }
        let entries = try await Self.entries(of: meeting, in: store)
        let commands = try await commands(of: meeting)
        let card = try await store.network(network).map {
            NetworkCard(name: $0.name, contact: $0.contact.isEmpty ? nil : $0.contact)
        }
        return LoadedRoom(
            epoch: await store.epoch, entries: entries, commands: commands,
            links: try await links.joining(MeetingRecord(row)), network: card, isRehearsal: row.isRehearsal)
    }

    func load(network: String) async throws -> LoadedNetwork {
        let entries = try await Self.stored(network, in: store).map(Self.networkEntry)
        return LoadedNetwork(entries: entries, commands: try await commands(of: network))
    }

    private func commands(of stream: String) async throws -> [(stamp: CommandStamp, sequence: Int64)] {
        try await store.commands(stream).map { command in
            (
                stamp: CommandStamp(
                    actor: command.actor, id: command.id, bodyHash: Self.number(command.bodyHash), untilEnd: false),
                sequence: command.sequence
            )
        }
    }

    /// The whole log of a meeting, with what is left of names and words.
    static func entries(of meeting: String, in store: Store) async throws -> [Entry] {
        try await stored(meeting, in: store).map(Self.entry)
    }

    private static func stored(_ stream: String, in store: Store) async throws -> [LogEntry] {
        var entries: [LogEntry] = []
        while true {
            let page = try await store.entries(
                stream, after: entries.last?.sequence ?? 0, limit: StorageLimits.entriesPerRead)
            entries += page
            if page.count < StorageLimits.entriesPerRead { break }
        }
        return entries
    }

    /// What the store has, as the room understands it.
    ///
    /// - Throws: `Sealing.Unreadable`.
    static func entry(_ stored: LogEntry) throws -> Entry {
        Entry(sequence: stored.sequence, at: stored.at, event: try Sealing.unseal(sealed(stored)))
    }

    /// The same of what lives between meetings.
    static func networkEntry(_ stored: LogEntry) throws -> NetworkEntry {
        NetworkEntry(sequence: stored.sequence, at: stored.at, event: try Sealing.unsealNetwork(sealed(stored)))
    }

    private static func sealed(_ stored: LogEntry) -> SealedEvent {
        SealedEvent(
            kind: stored.kind, version: stored.version, body: stored.body,
            parts: stored.parts.map { ErasablePart(person: nil, object: nil, json: $0, untilEnd: false) })
    }

    func acquaintance(of meeting: String) async throws -> Acquaintance {
        guard let network = try await store.network(ofMeeting: meeting) else { return Acquaintance() }
        return try await Self.acquaintance(network: network, before: meeting, in: store)
    }

    /// What the meetings of a network say of its people, all or those beside one.
    static func acquaintance(network: String, before meeting: String? = nil, in store: Store) async throws
        -> Acquaintance
    {
        let logs = try await store.acquaintance(network: network, before: meeting ?? "")
        return Acquaintance(try logs.map { try $0.map(entry) })
    }

    func recollection(of person: PersonID, in meeting: String) async throws -> Recollection {
        guard let network = try await store.network(ofMeeting: meeting) else { return Recollection() }
        let last = try await store.lastTopics(of: person.rawValue, network: network)
        return Recollection(try last.map(Self.entry))
    }

    func append(_ batch: [Submission]) async -> [AppendOutcome] {
        let results = await store.append(batch.map(Self.appending))
        return results.map { result in
            switch result {
            case .success: .stored
            case .failure(.unexpectedSequence), .failure(.alreadyStored), .failure(.conflict): .refused
            case .failure: .failed
            }
        }
    }

    private static func appending(_ submission: Submission) -> Appending {
        Appending(
            stream: submission.meeting, expectedSequence: submission.expectedSequence,
            events: submission.entries.map { entry in
                NewEvent(
                    at: entry.at, actor: entry.actor, kind: entry.event.kind, version: entry.event.version,
                    body: entry.event.body,
                    parts: entry.event.parts.map {
                        Personal(person: $0.person, object: $0.object, json: $0.json, untilEnd: $0.untilEnd)
                    })
            },
            command: submission.command.map {
                CommandKey(actor: $0.actor, id: $0.id, bodyHash: bytes($0.bodyHash), untilEnd: $0.untilEnd)
            },
            erasures: submission.erasures.map {
                switch $0 {
                case .object(let object): Storage.Erasure.object(object)
                case .untilEnd: .untilEnd
                }
            },
            catalogue: submission.catalogue.map { change in
                Storage.CatalogueChange(
                    meeting: submission.meeting, phase: change.phase.flatMap { MeetingPhase(rawValue: $0.rawValue) },
                    title: change.title, plannedStart: change.start?.at, zone: change.start?.zone)
            })
    }

    private static func bytes(_ number: UInt64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

    private static func number(_ bytes: [UInt8]) -> UInt64 { bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
