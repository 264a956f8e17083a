// Knows the coordinator's list of meetings, making one, and personal links.

import Foundation
import Hosting
import Meetings
import Sockets
import Storage

extension Routes {
    private struct Listed: Encodable {
        var id: String
        var title: String
        var plannedStart: Instant?
        var zone: String
        var code: String
        var phase: String
        var sample: Bool
        var rehearsal: Bool
        var archived: Bool
    }

    private struct NewMeeting: Decodable {
        var title: String
        var plannedStart: Instant?
        var zone: String
        var options: Options
        var segments: [SegmentPlan]
        var rehearsal: Bool?
    }

    private struct PersonBody: Decodable {
        var person: String
    }

    func listMeetings(_ request: HTTPRequest) async throws -> HTTPResponse {
        let session = try await session(request)
        let meetings = try await parts.store.meetings(
            network: session.account.network, includingArchived: true
        ).map {
            Listed(
                id: $0.id, title: $0.title, plannedStart: $0.plannedStart, zone: $0.zone, code: $0.code,
                phase: $0.phase.rawValue, sample: $0.isSample, rehearsal: $0.isRehearsal, archived: $0.archived != nil)
        }
        return Self.json(["meetings": meetings])
    }

    func createMeeting(_ request: HTTPRequest) async throws -> HTTPResponse {
        let session = try await writingSession(request)
        let wish = try Self.body(request, as: NewMeeting.self)
        guard TimeZone(identifier: wish.zone) != nil else { throw Refusal(409, "unknownZone") }
        let plan = Command.plan(
            title: wish.title, plannedStart: wish.plannedStart, zone: wish.zone, options: wish.options,
            segments: wish.segments)
        let id = try await Planner(store: parts.store, reception: parts.reception, topics: parts.topics).create(
            plan, network: session.account.network, isRehearsal: wish.rehearsal ?? false, now: parts.clock.now)
        return Self.json(["meeting": id])
    }

    func personalLink(_ request: HTTPRequest, meeting id: String) async throws -> HTTPResponse {
        let session = try await writingSession(request)
        let person = try Self.body(request, as: PersonBody.self).person
        guard let meeting = try await parts.store.meeting(id, network: session.account.network),
            try await parts.store.person(person, network: meeting.network) != nil
        else { throw Refusal(404, "notFound") }
        return Self.json(["link": try await parts.links.personal(person, of: meeting)])
    }
}

/// Makes meetings: the row in the list, then the first entries of the log.
struct Planner: Sendable {
    let store: Store
    let reception: Reception
    let topics: TopicList

    /// The new meeting's id. What the plan has wrong is said before anything is stored.
    func create(
        _ plan: Command, network: String, isSample: Bool = false, isRehearsal: Bool = false, now: Instant
    ) async throws -> String {
        guard case .plan(let title, let start, let zone, _, _) = plan else { throw Rejection.notFound }
        _ = try Room().decide(plan, Context(actor: .system, at: now))
        let row = try await store.createMeeting(
            network: network, title: try Text.line(title, limit: Limits.titleLength), plannedStart: start,
            zone: zone, isSample: isSample, isRehearsal: isRehearsal, now: now)
        _ = try await reception.submit(plan, by: .system, to: row.id)
        let topics = topics.topics(of: try await store.network(network))
        if !topics.isEmpty { _ = try await reception.submit(.setTopics(topics: topics), by: .system, to: row.id) }
        return row.id
    }
}
