// The logs of rooms and networks in memory, one list of submissions a stream.

import Hosting
import Meetings
import Wire

/// The log, on its own actor.
actor MemoryLog: EventLog, NetworkLog {
    private var stored: [String: [Submission]] = [:]
    /// Knows which meetings there are.
    private let catalogue: MemoryCatalogue

    init(catalogue: MemoryCatalogue) { self.catalogue = catalogue }

    func load(_ meeting: String) async throws -> LoadedRoom? {
        guard try await catalogue.network(ofMeeting: meeting) != nil else { return nil }
        let entries = try sealed(meeting).map { number, entry in
            Entry(sequence: number, at: entry.at, event: try Sealing.unseal(entry.event))
        }
        return LoadedRoom(epoch: "e1", entries: entries, commands: [], links: nil, network: nil)
    }

    func load(network: String) throws -> LoadedNetwork {
        let entries = try sealed(network).map { number, entry in
            NetworkEntry(sequence: number, at: entry.at, event: try Sealing.unsealNetwork(entry.event))
        }
        return LoadedNetwork(entries: entries, commands: [])
    }

    func append(_ batch: [Submission]) -> [AppendOutcome] {
        batch.map { submission in
            stored[submission.meeting, default: []].append(submission)
            return .stored
        }
    }

    func acquaintance(of meeting: String) -> Acquaintance { Acquaintance() }

    func recollection(of person: PersonID, in meeting: String) -> Recollection { Recollection() }

    private func sealed(_ stream: String) -> [(Int64, SealedEntry)] {
        (stored[stream] ?? []).flatMap(\.entries).enumerated().map { (Int64($0.offset + 1), $0.element) }
    }
}
