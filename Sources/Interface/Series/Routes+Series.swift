// Knows the series of a network over HTTP: meetings that belong together, made and named by its coordinators, read by its
// evaluators, too.

import Hosting
import Meetings
import Wire

enum SeriesName: TextBound {
    static let limit = NetworkLimits.seriesNameLength
    static let hasLines = false
}

struct SeriesToMake: Decodable, Sendable {
    var name: BoundedText<SeriesName>
    /// Its first meeting.
    var meeting: Key?
}

struct SeriesToRename: Decodable, Sendable {
    var series: Key
    var name: BoundedText<SeriesName>
}

struct SeriesToDrop: Decodable, Sendable {
    var series: Key
}

struct MeetingToPlace: Decodable, Sendable {
    var meeting: Key
    /// Out of every series where it is missing.
    var series: Key?
}

/// The series with their meetings, in the order of their start.
private struct SeriesList: Encodable {
    struct One: Encodable {
        var id: SeriesID
        var name: String?
        var meetings: [Placed]
    }
    struct Placed: Encodable {
        var id: String
        var title: String
        var plannedStart: Instant?
        var zone: String
        var phase: Phase
    }
    var series: [One]

    init(_ network: Network, _ meetings: [MeetingRecord]) {
        series = network.series.map { one in
            let own = Set(one.meetings)
            return One(
                id: one.id, name: one.name,
                meetings: meetings.filter { own.contains($0.id) }.map {
                    Placed(
                        id: $0.id, title: $0.title, plannedStart: $0.plannedStart, zone: $0.zone, phase: $0.phase)
                })
        }
    }
}

extension Routes {
    func listSeries(_ call: Call<SignedIn, Nothing>) async throws -> Response {
        try await series(of: call.caller.network)
    }

    func makeSeries(_ call: Call<Coordinator, SeriesToMake>) async throws -> Response {
        try await checkOwn(call.body.meeting, call.caller)
        return try await change(
            MakeSeries(name: call.body.name.value, meeting: call.body.meeting?.text).command, call.caller)
    }

    func renameSeries(_ call: Call<Coordinator, SeriesToRename>) async throws -> Response {
        try await change(
            RenameSeries(series: SeriesID(rawValue: call.body.series.text), name: call.body.name.value).command,
            call.caller)
    }

    func dropSeries(_ call: Call<Coordinator, SeriesToDrop>) async throws -> Response {
        try await change(DropSeries(series: SeriesID(rawValue: call.body.series.text)).command, call.caller)
    }

    func placeMeeting(_ call: Call<Coordinator, MeetingToPlace>) async throws -> Response {
        let meeting = call.body.meeting
        try await checkOwn(meeting, call.caller)
        guard let series = call.body.series else {
            return try await change(TakeOutMeeting(meeting: meeting.text).command, call.caller)
        }
        return try await change(
            PlaceMeeting(meeting: meeting.text, series: SeriesID(rawValue: series.text)).command, call.caller)
    }

    /// A series holds meetings of its own network.
    private func checkOwn(_ meeting: Key?, _ coordinator: Coordinator) async throws {
        guard let meeting else { return }
        guard try await parts.catalogue.meeting(meeting.text, network: coordinator.network) != nil else {
            throw Refusal.notFound
        }
    }

    private func series(of network: String) async throws -> Response {
        let state = try await parts.networks.host(of: network).network()
        return .json(SeriesList(state, try await parts.catalogue.meetings(network: network)))
    }

    /// Answers with the series as they are now.
    private func change(_ command: NetworkCommand, _ coordinator: Coordinator) async throws -> Response {
        _ = try await submit(command, by: coordinator)
        return try await series(of: coordinator.network)
    }
}
