// Knows how a meeting is made: the row in the list, then the first entries of the log.

import Hosting
import Meetings

/// Makes meetings.
public struct Planner: Sendable {
    private let catalogue: any MeetingCatalogue & NetworkCatalogue
    private let reception: Reception
    private let topics: TopicList

    public init(catalogue: any MeetingCatalogue & NetworkCatalogue, reception: Reception, topics: TopicList) {
        (self.catalogue, self.reception, self.topics) = (catalogue, reception, topics)
    }

    /// The new meeting's id. What the plan has wrong is said before anything is stored.
    public func create(
        _ plan: MeetingPlan, network: String, isSample: Bool = false, isRehearsal: Bool = false, at now: Instant
    ) async throws -> String {
        let command = Plan(
            title: plan.title, plannedStart: plan.plannedStart, zone: plan.zone, options: plan.options,
            segments: plan.segments
        ).command
        _ = try Room().decide(command, Context(actor: .system, at: now))
        let meeting = try await catalogue.addMeeting(
            network: network, title: plan.title, plannedStart: plan.plannedStart, zone: plan.zone,
            isSample: isSample, isRehearsal: isRehearsal, at: now)
        do {
            try await begin(meeting.id, with: command, at: plan.venue, network: network)
        } catch {
            // Half a meeting is none: whoever tries again would have two.
            await reception.dismiss(meeting.id)
            _ = try? await catalogue.deleteMeeting(meeting.id, network: network)
            throw error
        }
        return meeting.id
    }

    private func begin(
        _ meeting: String, with command: Command, at venue: SetVenue, network: String
    ) async throws {
        _ = try await reception.submit(command, by: .system, to: meeting)
        if venue.place != nil || venue.callLink != nil {
            _ = try await reception.submit(venue.command, by: .system, to: meeting)
        }
        let topics = topics.topics(of: try await catalogue.network(network))
        guard !topics.isEmpty else { return }
        _ = try await reception.submit(SetTopics(topics: topics).command, by: .system, to: meeting)
    }
}

/// What a meeting begins with.
public struct MeetingPlan: Sendable {
    public var title: String
    public var plannedStart: Instant?
    public var zone: String
    public var options: Options
    public var segments: [SegmentPlan]
    /// Where it is, as far as that is known.
    public var venue: SetVenue

    public init(
        title: String, plannedStart: Instant?, zone: String, options: Options, segments: [SegmentPlan],
        venue: SetVenue = SetVenue(place: nil, callLink: nil)
    ) {
        (self.title, self.plannedStart, self.zone) = (title, plannedStart, zone)
        (self.options, self.segments, self.venue) = (options, segments, venue)
    }
}
