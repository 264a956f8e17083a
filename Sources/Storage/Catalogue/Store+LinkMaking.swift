import Foundation
import GRDB

/// A link that somebody waits for.
struct WantedLink {
    let network: String
    let meeting: String
    let kind: LinkKind
    let person: String?
    let waiting: CheckedContinuation<String, any Error>
}

/// Links of a crowd at the door: what is wanted at about the same moment is made in one transaction, so that not each
/// waits for the disk by itself.
extension Store {
    /// The token of the link as it is now; made if there is none, or if the last one was revoked.
    ///
    /// - Parameter person: whose it is; needed for a personal link, and nil for all others.
    /// - Throws: `StoreError.notFound` when the meeting or the person is not in this network.
    public func linkToken(
        network: String, meeting: String, kind: LinkKind, person: String? = nil
    ) async throws -> String {
        if let known = try currentLink(network: network, meeting: meeting, kind: kind, person: person) { return known }
        return try await withCheckedThrowingContinuation { waiting in
            wantedLinks.append(
                WantedLink(network: network, meeting: meeting, kind: kind, person: person, waiting: waiting))
            // Whoever asks before it has its turn is served with it.
            if wantedLinks.count == 1 { Task(priority: .utility) { makeWantedLinks() } }
        }
    }

    private func makeWantedLinks() {
        let all = wantedLinks
        wantedLinks = []
        do {
            let made: [Result<String, StoreError>] = try write { db in
                try all.map { one in
                    do throws(any Error) {
                        return .success(
                            try makeLink(
                                db, network: one.network, meeting: one.meeting, kind: one.kind, person: one.person))
                    } catch let error as StoreError {
                        return .failure(error)
                    }
                }
            }
            for (one, result) in zip(all, made) { one.waiting.resume(with: result) }
        } catch {
            for one in all { one.waiting.resume(throwing: error) }
        }
    }
}
