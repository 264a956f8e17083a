// Knows what goes by age and takes it away, once a day: first what people wrote, then the whole logs of meetings, whose
// figures stay. Rooms in memory read again what is left.

import Analytics
import Foundation
import Hosting
import Journal
import Meetings
import Storage

/// What went by age, in numbers.
struct AgedOut: Sendable, Equatable, Codable {
    /// Texts and names.
    var parts = 0
    /// Whole logs of meetings.
    var logs = 0
    /// Copies of before in the data folder in which it could not be done, and which may still hold what is too old.
    var copies: [String] = []
}

/// Lets go what is older than its period.
struct Ager: Sendable {
    let store: Store
    let reception: Reception
    let networks: NetworkHosts
    let periods: Periods
    let now: @Sendable () -> Instant
    let journal: Journal

    /// How long after the last time it is due again, in milliseconds.
    static let intervalMilliseconds: Instant = 86_400_000
    /// How often a running server looks whether it is due.
    private static let lookSeconds = 600

    /// Does what is due now, whenever it was last done. One line for the operator, with counts only.
    func run() async throws -> AgedOut {
        let at = now()
        var out = try await age(store, at: at, isLive: true)
        // What restores have put aside is of before, and as old at least.
        out.copies = await store.eachAside { copy in _ = try await age(copy, at: at, isLive: false) }
        try Task.checkCancellation()
        try await store.noteAgeing(at: at)
        journal.note(.agedOut(parts: out.parts, logs: out.logs))
        return out
    }

    /// In one store: the one of the rooms in memory, or a copy of before.
    private func age(_ store: Store, at: Instant, isLive: Bool) async throws -> AgedOut {
        var out = AgedOut()
        for ageing in Ageing.allCases {
            guard let cutoff = periods.cutoff(ageing, at: at) else { continue }
            // A server that stops does the rest at its next start.
            try Task.checkCancellation()
            switch ageing {
            case .talk, .work:
                let aged = try await store.age(kinds: ageing.kinds, before: cutoff)
                out.parts += aged.parts
                if isLive { for stream in aged.streams { try await reread(stream) } }
            case .record:
                for meeting in try await store.meetingsToRetire(before: cutoff) {
                    try Task.checkCancellation()
                    do {
                        try await retire(meeting, of: store, at: at, isLive: isLive)
                        out.logs += 1
                    } catch StoreError.notFound {
                        // It went since it was listed: somebody deleted it, or looked at the same time.
                    }
                }
            case .standing: break
            }
        }
        return out
    }

    /// Looks for as long as the server runs, at once and then every few minutes, and does it when a day has passed.
    func keepLooking() async {
        while !Task.isCancelled {
            do {
                let last = try await store.lastAgeing()
                if last.map({ now() - $0 >= Self.intervalMilliseconds }) ?? true { _ = try await run() }
            } catch is CancellationError {
                return
            } catch {
                journal.note(.ageingFailed(FaultWord(error)))
            }
            try? await Task.sleep(for: .seconds(Self.lookSeconds))
        }
    }

    private func retire(_ meeting: MeetingRow, of store: Store, at: Instant, isLive: Bool) async throws {
        let figures = try await MeetingReports(store: store).report(of: meeting).lasting
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Whoever still looks at it is told that it is no more, before its log goes.
        if isLive { await reception.dismiss(meeting.id) }
        try await store.retire(
            meeting.id, network: meeting.network, figures: String(decoding: try encoder.encode(figures), as: UTF8.self),
            now: at)
    }

    private func reread(_ stream: String) async throws {
        if try await store.network(stream) != nil {
            await networks.host(of: stream).reread()
        } else {
            try await reception.reread(stream)
        }
    }
}
