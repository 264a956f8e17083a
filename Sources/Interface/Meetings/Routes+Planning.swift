// Knows what a coordinator does with one meeting: the plan for a copy, the calendar file, the archive.

import Exchange
import Hosting
import Meetings
import Wire

private struct PlanView: Encodable {
    var title: String
    var plannedStart: Instant?
    var zone: String
    var options: Options
    var segments: [SegmentPlan]
    var place: String?
    var callLink: String?
    /// Everybody's link; missing, like the one of the call, for those who do not bring others in.
    var join: String?
}

extension Routes {
    /// All that a copy of the meeting begins with; what was skipped was planned too.
    func showPlan(_ call: Call<At<SignedIn>, Nothing>) async throws -> Response {
        let meeting = call.caller.meeting
        let room = try await room(of: meeting)
        let bringsIn = call.caller.caller.account.role.bringsIn
        let segments = room.agenda.map {
            SegmentPlan(
                kind: $0.kind, title: $0.title ?? "", timeboxSeconds: $0.timeboxSeconds, note: $0.note,
                speaker: $0.speaker, leadNote: bringsIn ? $0.leadNote : nil,
                breakout: bringsIn ? $0.breakout?.forOtherMeetings : nil, bench: $0.bench,
                prompts: bringsIn ? room.promptPlans(of: $0.id) : nil)
        }
        return .json(
            PlanView(
                title: room.details.title ?? meeting.title, plannedStart: room.details.plannedStart,
                zone: room.details.zone, options: room.details.options, segments: segments,
                place: room.details.place, callLink: bringsIn ? room.details.callLink : nil,
                join: bringsIn && !meeting.isArchived ? try await parts.links.joining(meeting).join : nil))
    }

    func calendar(_ call: Call<At<SignedIn>, Nothing>) async throws -> Response {
        let meeting = call.caller.meeting
        let room = try await room(of: meeting)
        guard let start = room.details.plannedStart else { throw Refusal(409, "noStart") }
        let network = try await parts.catalogue.network(meeting.network)
        let bringsIn = call.caller.caller.account.role.bringsIn
        let join = bringsIn ? try await parts.links.joining(meeting).join : nil
        let file = CalendarFile(
            identifier: meeting.id, sequence: room.sequence, stamp: parts.now(), start: start,
            end: start + Int64(room.agenda.reduce(0) { $0 + $1.timeboxSeconds }) * 1000,
            zone: room.details.zone, title: room.details.title ?? meeting.title, organizer: network?.name ?? "",
            lines: room.agenda.compactMap(\.title), join: join, place: room.details.place,
            callLink: bringsIn ? room.details.callLink : nil, isCancelled: meeting.isArchived)
        return Response(
            status: 200, contentType: "text/calendar; charset=utf-8", body: Array(file.text.utf8),
            headers: [
                ("Content-Disposition", "attachment; filename=\"meeting-\(bringsIn ? meeting.code : meeting.id).ics\"")
            ])
    }

    /// Only what nobody but coordinators has ever been in can be deleted; all else is archived.
    func deleteMeeting(_ call: Call<At<Coordinator>, Nothing>) async throws -> Response {
        let meeting = call.caller.meeting
        let room = try await room(of: meeting)
        guard room.details.phase == .planned, room.waiting.isEmpty,
            room.people.values.allSatisfy({ $0.role == .coordinator }),
            try await parts.catalogue.deleteMeeting(meeting.id, network: meeting.network)
        else { throw Refusal(409, "meetingBegun") }
        await parts.reception.dismiss(meeting.id)
        return .empty()
    }

    func archiveMeeting(_ call: Call<At<Coordinator>, Nothing>) async throws -> Response {
        let meeting = call.caller.meeting
        guard try await room(of: meeting).details.phase != .open else { throw Refusal(409, "meetingIsOpen") }
        guard try await parts.catalogue.archiveMeeting(meeting.id, network: meeting.network, at: parts.now()) else {
            throw Rejection.alreadySo
        }
        return .empty()
    }

    func reopenMeeting(_ call: Call<At<Coordinator>, Nothing>) async throws -> Response {
        let archived = call.caller.meeting
        _ = try await room(of: archived)
        guard let meeting = try await parts.catalogue.reopenMeeting(archived.id, network: archived.network) else {
            throw Rejection.alreadySo
        }
        let network = try await parts.catalogue.network(meeting.network)
        await parts.reception.renew(
            meeting.id, links: try await parts.links.joining(meeting), network: network?.card)
        return .json(["code": meeting.code])
    }

    private func room(of meeting: MeetingRecord) async throws -> Room {
        guard let room = try await parts.reception.room(of: meeting.id) else { throw Refusal.notFound }
        return room
    }
}
