// Knows how a report that was confirmed becomes facts of a meeting, and how it is taken back, whoever asks: a page, the
// operator.

import Exchange
import Hosting
import Meetings

/// Brings reports into meetings.
public struct Importer: Sendable {
    private let people: any PeopleCatalogue
    private let reception: Reception
    private let now: @Sendable () -> Instant

    public init(people: any PeopleCatalogue, reception: Reception, now: @escaping @Sendable () -> Instant) {
        (self.people, self.reception, self.now) = (people, reception, now)
    }

    /// Brings reports in.
    ///
    /// - Parameter member: who confirmed them; nobody where the operator did.
    /// - Throws: `Rejection`, `Failure`. Nothing of any report is stored where one of them breaks a rule.
    public func bring(
        _ reports: [ConfirmedReport], by member: PersonID?, to meeting: String, network: String
    ) async throws {
        try await checkEnded(meeting)
        let start = reports.lazy.compactMap(\.file.start).first
        for isOnlyChecked in [true, false] {
            for report in reports {
                // Whoever came with the one before is known in the next.
                guard let room = try await reception.room(of: meeting) else { throw Rejection.notFound }
                let ready = try ReadyReport(report, in: room, start: start)
                // What is wrong is said before anybody is written down.
                _ = try room.decide(ready.command(by: member) { "new-\($0)" }, Context(actor: .system, at: now()))
                if !isOnlyChecked { try await store(ready, by: member, to: meeting, network: network) }
            }
        }
    }

    private func store(
        _ ready: ReadyReport, by member: PersonID?, to meeting: String, network: String
    ) async throws {
        var made: [String: String] = [:]
        do {
            for caller in ready.newcomers {
                made[caller.key] = try await people.addPerson(
                    network: network, name: caller.name, school: nil, tier: .pseudonymous, at: now()
                ).id.rawValue
            }
            let ids = made
            _ = try await reception.submit(ready.command(by: member) { ids[$0] ?? "" }, by: .system, to: meeting)
        } catch {
            // Nobody knows of them yet.
            try? await people.erasePeople(
                made.values.sorted().map(PersonID.init(rawValue:)), network: network, at: now())
            throw error
        }
    }

    /// What is brought in is of a meeting that is over: a live room has other things to do.
    private func checkEnded(_ meeting: String) async throws {
        guard let room = try await reception.room(of: meeting) else { throw Rejection.notFound }
        guard room.details.phase == .ended else { throw ImportFailure.notOver }
    }

    /// Takes a report back; of whom nothing else is kept is erased. Somebody who came into a meeting since, or was given
    /// an account, is a person of the network.
    ///
    /// - Throws: `Rejection`.
    public func undo(
        _ report: ImportID, by member: PersonID?, in meeting: String, network: String
    ) async throws {
        guard let room = try await reception.room(of: meeting) else { throw Rejection.notFound }
        let named = room.callers.filter { $0.value.reports == [report] }.keys.sorted()
        _ = try await reception.submit(UndoImport(by: member, report: report).command, by: .system, to: meeting)
        var unknown: [PersonID] = []
        for person in named where room.people[person] == nil {
            guard let left = try await people.traces(of: person, network: network) else { continue }
            if left.parts == 0, left.meetings.isEmpty, !left.hasAccount { unknown.append(person) }
        }
        try await people.erasePeople(unknown, network: network, at: now())
    }
}
