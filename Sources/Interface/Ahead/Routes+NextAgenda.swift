// Knows how a coordinator puts a proposal of a debrief into the agenda of the next meeting: as a note for leads beside the
// item that it is about. It is taken out again where the agenda is prepared.

import Hosting
import Meetings

/// The proposal, in the words in which it was read.
struct ProposalCarried: Decodable, Sendable {
    var text: BoundedText<Note>
    /// What the item is that it is about.
    var kind: SegmentKind?
}

/// The meeting that comes next, for the page of one that is over.
struct NextView: Encodable, Sendable {
    var meeting: String
    var title: String
    var plannedStart: Instant?
    var zone: String
    /// What leads noted in it already.
    var notes: [String]

    init(_ meeting: MeetingRecord, _ room: Room) {
        (self.meeting, title, plannedStart, zone) = (meeting.id, meeting.title, meeting.plannedStart, meeting.zone)
        notes = NextAgenda.notes(in: room)
    }
}

extension Routes {
    func carry(_ call: Call<At<Coordinator>, ProposalCarried>) async throws -> Response {
        let (past, text) = (call.caller.meeting, call.body.text.value)
        guard past.phase == .ended else { throw Refusal.notFound }
        guard let next = try await next(after: past), let room = try await parts.reception.room(of: next.id) else {
            throw Refusal(409, "nothingPlanned")
        }
        guard !NextAgenda.notes(in: room).contains(text) else { throw Rejection.alreadySo }
        guard let item = NextAgenda.item(for: call.body.kind, in: room) else { throw Refusal(409, "noItems") }
        let plan = SegmentPlan(
            kind: item.kind, title: item.title ?? "", timeboxSeconds: item.timeboxSeconds, note: item.note,
            speaker: item.speaker, leadNote: [item.leadNote, text].compactMap { $0 }.joined(separator: "\n"),
            breakout: item.breakout, bench: item.bench)
        // Not everybody who coordinates the network is on the roster of a meeting that has not begun.
        let person = call.caller.caller.account.person
        let isLeading = person.flatMap { room.people[$0]?.role.isLeading } ?? false
        _ = try await parts.reception.submit(
            EditSegment(segment: item.id, plan: plan).command,
            by: isLeading ? person.map(Actor.person) ?? .system : .system, to: next.id)
        guard let now = try await parts.reception.room(of: next.id) else { throw Refusal.notFound }
        return .json(["next": NextView(next, now)])
    }

    /// What the page of a past meeting says of the next one; nil where none is planned.
    func nextView(after past: MeetingRecord) async throws -> NextView? {
        guard let next = try await next(after: past), let room = try await parts.reception.room(of: next.id) else {
            return nil
        }
        return NextView(next, room)
    }

    private func next(after past: MeetingRecord) async throws -> MeetingRecord? {
        NextAgenda.meeting(
            after: past, in: try await parts.catalogue.meetings(network: past.network),
            series: try await parts.networks.host(of: past.network).network().series, at: parts.now())
    }
}
