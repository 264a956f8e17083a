// Knows what a coordinator plans with over HTTP: templates, the plan of an earlier meeting, the calendar file, the
// archive, and what the network says of itself.

import Exchange
import Foundation
import Hosting
import Meetings
import Sockets
import Storage
import Wire

extension Routes {
    private struct Plan: Encodable {
        var title: String
        var plannedStart: Instant?
        var zone: String
        var options: Options
        var segments: [SegmentPlan]
    }

    private struct NetworkText: Codable {
        var name: String
        var contact: String
        var notice: String
        /// Missing in a wish: they stay as they are.
        var topics: [Topic]?
    }

    func listAgendas(_ request: HTTPRequest) async throws -> HTTPResponse {
        _ = try await session(request)
        return HTTPResponse(status: 200, contentType: "application/json", body: parts.agendas)
    }

    /// All that a copy of the meeting begins with; what was skipped was planned too.
    func showPlan(_ request: HTTPRequest, meeting id: String) async throws -> HTTPResponse {
        let (row, room) = try await planned(request, id)
        let segments = room.agenda.map {
            SegmentPlan(kind: $0.kind, title: $0.title ?? "", timeboxSeconds: $0.timeboxSeconds, note: $0.note)
        }
        return Self.json(
            Plan(
                title: room.details.title ?? row.title, plannedStart: room.details.plannedStart,
                zone: room.details.zone, options: room.details.options, segments: segments))
    }

    func calendar(_ request: HTTPRequest, meeting id: String) async throws -> HTTPResponse {
        let (row, room) = try await planned(request, id)
        guard let start = room.details.plannedStart else { throw Refusal(409, "noStart") }
        let network = try await parts.store.network(row.network)
        let file = CalendarFile(
            identifier: row.id, sequence: room.sequence, stamp: parts.clock.now, start: start,
            end: start + Int64(room.agenda.reduce(0) { $0 + $1.timeboxSeconds }) * 1000,
            title: room.details.title ?? row.title, organizer: network?.name ?? "",
            lines: room.agenda.compactMap(\.title), join: try await parts.links.joining(row).join,
            isCancelled: row.archived != nil)
        return HTTPResponse(
            status: 200, contentType: "text/calendar; charset=utf-8", body: Array(file.text.utf8),
            headers: [("Content-Disposition", "attachment; filename=\"meeting-\(row.code).ics\"")])
    }

    /// Only what nobody but coordinators has ever been in can be deleted; all else is archived.
    func deleteMeeting(_ request: HTTPRequest, meeting id: String) async throws -> HTTPResponse {
        let (row, room) = try await writable(request, id)
        guard room.details.phase == .planned, room.waiting.isEmpty,
            room.people.values.allSatisfy({ $0.role == .coordinator })
        else { throw Refusal(409, "meetingBegun") }
        do {
            try await parts.store.deleteMeeting(row.id, network: row.network)
        } catch StoreError.notFound {
            throw Refusal(409, "meetingBegun")
        }
        await parts.reception.dismiss(row.id)
        return Self.json([String: String]())
    }

    func archiveMeeting(_ request: HTTPRequest, meeting id: String) async throws -> HTTPResponse {
        let (row, room) = try await writable(request, id)
        guard room.details.phase != .open else { throw Refusal(409, "meetingIsOpen") }
        do {
            try await parts.store.archiveMeeting(row.id, network: row.network, now: parts.clock.now)
        } catch StoreError.notFound {
            throw Refusal(409, "alreadySo")
        }
        return Self.json([String: String]())
    }

    func reopenMeeting(_ request: HTTPRequest, meeting id: String) async throws -> HTTPResponse {
        let (old, _) = try await writable(request, id)
        let row: MeetingRow
        do {
            row = try await parts.store.reopenMeeting(old.id, network: old.network)
        } catch StoreError.notFound {
            throw Refusal(409, "alreadySo")
        }
        await parts.reception.renew(
            row.id, links: try await parts.links.joining(row), network: try await card(of: row.network))
        return Self.json(["code": row.code])
    }

    func showNetwork(_ request: HTTPRequest) async throws -> HTTPResponse {
        let session = try await session(request)
        guard let network = try await parts.store.network(session.account.network) else {
            throw Refusal(404, "notFound")
        }
        return Self.json(
            NetworkText(
                name: network.name, contact: network.contact, notice: network.notice,
                topics: parts.topics.topics(of: network)))
    }

    /// Rooms in memory learn it at once, so that a page that is open shows whom to ask now.
    func changeNetwork(_ request: HTTPRequest) async throws -> HTTPResponse {
        let session = try await writingSession(request)
        let wish = try Self.body(request, as: NetworkText.self)
        let network = session.account.network
        let text = NetworkText(
            name: try Text.line(wish.name, limit: Limits.titleLength),
            contact: try Text.optionalLine(wish.contact, limit: Limits.titleLength) ?? "",
            notice: try Text.optionalBlock(wish.notice, limit: Limits.noteLength) ?? "",
            topics: try wish.topics.map { try Room().checked($0) })
        try await parts.store.updateNetwork(
            network, name: text.name, contact: text.contact, notice: text.notice,
            topics: text.topics.map { String(decoding: ServerMessage.encode($0), as: UTF8.self) })
        let card = try await card(of: network)
        for row in try await parts.store.meetings(network: network) where row.phase != .ended {
            await parts.reception.renew(row.id, links: try await parts.links.joining(row), network: card)
            guard let topics = text.topics else { continue }
            do {
                _ = try await parts.reception.submit(.setTopics(topics: topics), by: .system, to: row.id)
            } catch Rejection.alreadySo {}
        }
        return Self.json(text)
    }

    private func card(of network: String) async throws -> NetworkCard? {
        try await parts.store.network(network).map {
            NetworkCard(name: $0.name, contact: $0.contact.isEmpty ? nil : $0.contact)
        }
    }

    /// A meeting of the network of whoever is signed in.
    private func planned(_ request: HTTPRequest, _ id: String) async throws -> (MeetingRow, Room) {
        try await found(id, network: try await session(request).account.network)
    }

    private func writable(_ request: HTTPRequest, _ id: String) async throws -> (MeetingRow, Room) {
        try await found(id, network: try await writingSession(request).account.network)
    }

    private func found(_ id: String, network: String) async throws -> (MeetingRow, Room) {
        guard let row = try await parts.store.meeting(id, network: network),
            let room = await parts.reception.room(of: row.id)
        else { throw Refusal(404, "notFound") }
        return (row, room)
    }
}
