// Knows a coordinator's list of meetings and making one.

import Meetings

private struct Listed: Encodable {
    var id: String
    var title: String
    var plannedStart: Instant?
    var zone: String
    var code: String
    var phase: Phase
    var sample: Bool
    var rehearsal: Bool
    var archived: Bool

    init(_ meeting: MeetingRecord) {
        (id, title, plannedStart, zone) = (meeting.id, meeting.title, meeting.plannedStart, meeting.zone)
        (code, phase, sample) = (meeting.code, meeting.phase, meeting.isSample)
        (rehearsal, archived) = (meeting.isRehearsal, meeting.isArchived)
    }
}

struct NewMeeting: Decodable, Sendable {
    struct NewSegment: Decodable, Sendable {
        var kind: SegmentKind
        var title: BoundedText<Title>
        var timeboxSeconds: BoundedNumber<Timebox>
        var note: PossibleText<Note>?
    }

    var title: BoundedText<Title>
    var plannedStart: BoundedNumber<Moment>?
    var zone: KnownZone
    var options: Options
    var segments: BoundedList<NewSegment, Segments>
    var rehearsal: Bool?

    var plan: MeetingPlan {
        MeetingPlan(
            title: title.value, plannedStart: plannedStart.map { Instant($0.value) }, zone: zone.name,
            options: options,
            segments: segments.values.map {
                SegmentPlan(
                    kind: $0.kind, title: $0.title.value, timeboxSeconds: $0.timeboxSeconds.value,
                    note: $0.note?.value)
            })
    }
}

struct WhichPerson: Decodable, Sendable {
    var person: Key
}

extension Routes {
    func listMeetings(_ call: Call<SignedIn, Nothing>) async throws -> Response {
        let meetings = try await parts.catalogue.meetings(network: call.caller.network)
        return .json(["meetings": meetings.map(Listed.init)])
    }

    func createMeeting(_ call: Call<Coordinator, NewMeeting>) async throws -> Response {
        let planner = Planner(catalogue: parts.catalogue, reception: parts.reception, topics: parts.topics)
        let id = try await planner.create(
            call.body.plan, network: call.caller.network, isRehearsal: call.body.rehearsal ?? false, at: parts.now())
        return .json(["meeting": id])
    }

    func listAgendas(_ call: Call<SignedIn, Nothing>) -> Response {
        Response(status: 200, contentType: "application/json", body: parts.agendas)
    }

    func personalLink(_ call: Call<At<Coordinator>, WhichPerson>) async throws -> Response {
        let (meeting, person) = (call.caller.meeting, call.body.person.person)
        guard try await parts.catalogue.person(person, network: meeting.network) != nil else {
            throw Refusal.notFound
        }
        return .json(["link": try await parts.links.personal(person, of: meeting)])
    }
}
