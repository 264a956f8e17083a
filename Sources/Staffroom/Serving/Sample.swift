// Knows the sample: a network with a meeting ready to open, from Config/sample.json.

import Foundation
import Hosting
import Interface
import Meetings
import Storage

/// The sample network of `serve --sample`.
struct Sample: Sendable {
    private struct File: Decodable {
        var english: Content
        var cy: Content

        enum CodingKeys: CodingKey { case cy }

        init(from decoder: any Decoder) throws {
            english = try Content(from: decoder)
            cy = try decoder.container(keyedBy: CodingKeys.self).decode(Content.self, forKey: .cy)
        }
    }

    private struct Content: Decodable {
        var network: String
        var contact: String
        var notice: String
        var coordinator: String
        var title: String
        var zone: String
        var segments: [SegmentPlan]
    }

    private static let login = "sample"
    /// A one-time link of the sample lives as long as a working day.
    private static let linkMilliseconds: Int64 = 24 * 3_600_000

    /// Makes the sample unless it is there, and a new meeting when the last one is over. Returns a one-time link's
    /// token that signs its coordinator in.
    ///
    /// - Parameter isWelsh: whether it is told in Welsh, as the machine's people read; else in English.
    static func prepare(
        _ data: Data, isWelsh: Bool, store: Store, planner: Planner, now: Instant
    ) async throws -> String {
        let content: Content
        do {
            let file = try JSONDecoder().decode(File.self, from: data)
            content = isWelsh ? file.cy : file.english
        } catch {
            throw Failure("Config/sample.json does not have the expected form: \(error)", Ending.settings)
        }
        let account: AccountRow
        if let known = try await store.account(login: login) {
            account = known
        } else {
            let network = try await store.createNetwork(
                name: content.network, contact: content.contact, notice: content.notice, now: now)
            let person = try await store.createPerson(network: network.id, name: content.coordinator, now: now)
            account = try await store.addAccount(
                network: network.id, role: .coordinator, login: login, displayName: content.coordinator,
                person: person.id, setupExpires: now, now: now
            ).account
        }
        let meetings = try await store.meetings(network: account.network)
        if !meetings.contains(where: { $0.isSample && $0.phase != .ended }) {
            let plan = MeetingPlan(
                title: content.title, plannedStart: now, zone: content.zone, options: Options(),
                segments: content.segments)
            _ = try await planner.create(plan, network: account.network, isSample: true, at: now)
        }
        return try await store.makeOneTimeLink(
            account: account.id, network: account.network, purpose: .sample, expires: now + linkMilliseconds)
    }

    /// Whether a machine with these variables speaks Welsh.
    static func isWelsh(_ environment: [String: String]) -> Bool {
        let said = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return said.map { $0 == "cy" || $0.hasPrefix("cy_") || $0.hasPrefix("cy.") } ?? false
    }
}
