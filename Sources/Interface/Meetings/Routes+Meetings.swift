// Knows a coordinator's list of meetings and making one.

import Meetings

private struct Listed: Encodable {
    var id: String
    var title: String
    var plannedStart: Instant?
    var zone: String
    /// Missing for those who do not bring others in.
    var code: String?
    var phase: Phase
    var sample: Bool
    var rehearsal: Bool
    var archived: Bool

    init(_ meeting: MeetingRecord, for office: Office) {
        (id, title, plannedStart, zone) = (meeting.id, meeting.title, meeting.plannedStart, meeting.zone)
        (code, phase, sample) = (office.bringsIn ? meeting.code : nil, meeting.phase, meeting.isSample)
        (rehearsal, archived) = (meeting.isRehearsal, meeting.isArchived)
    }
}

struct NewMeeting: Decodable, Sendable {
    struct NewSegment: Decodable, Sendable {
        var kind: SegmentKind
        var title: BoundedText<Title>
        var timeboxSeconds: BoundedNumber<Timebox>
        var note: PossibleText<Note>?
        var speaker: PossibleText<PersonName>?
        var leadNote: PossibleText<Note>?
        var breakout: NewBreakout?
        var bench: NewBench?
        var prompts: BoundedList<NewPrompt, Prompts>?
    }

    var title: BoundedText<Title>
    var plannedStart: BoundedNumber<Moment>?
    var zone: KnownZone
    var options: Options
    var segments: BoundedList<NewSegment, Segments>
    var rehearsal: Bool?
    var place: PossibleText<PlaceName>?
    var callLink: PossibleText<CallLink>?

    var plan: MeetingPlan {
        MeetingPlan(
            title: title.value, plannedStart: plannedStart.map { Instant($0.value) }, zone: zone.name,
            options: options,
            segments: segments.values.map {
                SegmentPlan(
                    kind: $0.kind, title: $0.title.value, timeboxSeconds: $0.timeboxSeconds.value,
                    note: $0.note?.value, speaker: $0.speaker?.value, leadNote: $0.leadNote?.value,
                    breakout: $0.breakout?.plan, bench: $0.bench?.plan, prompts: $0.prompts?.values.map(\.plan))
            }, venue: SetVenue(place: place?.value, callLink: callLink?.value))
    }
}

struct WhichPerson: Decodable, Sendable {
    var person: Key
}

extension Routes {
    func listMeetings(_ call: Call<SignedIn, Nothing>) async throws -> Response {
        let meetings = try await parts.catalogue.meetings(network: call.caller.network)
        let office = call.caller.account.role
        return .json(["meetings": meetings.map { Listed($0, for: office) }])
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
