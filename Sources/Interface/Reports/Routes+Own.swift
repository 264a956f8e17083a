// Knows how somebody gets what is kept of them: what is recorded of them in one meeting, to look at, and all of it as a
// file. It is theirs and nobody else's, by their own ticket.

import Exchange
import Hosting
import Meetings
import Wire

/// What is asked for.
struct OwnWanted: Decodable, Sendable {
    enum Form: String, Decodable, Sendable {
        /// What is recorded of them in this meeting.
        case record
        /// All that is kept of them in the network, for programs and to read.
        case json, html
    }

    var form: Form
    var language: TakeawayWanted.Language
    /// Said by coordinators only, whose session was looked at already.
    var csrf: Secret?
}

private struct OwnRecordView: Encodable {
    var record: OwnRecord
    var zone: String
    /// Their complaints, wherever they sent them from.
    var complaints: [ComplaintView]
}

extension Routes {
    func own(_ call: Call<Member, OwnWanted>) async throws -> Response {
        let (member, wanted) = (call.caller, call.body)
        guard let texts = parts.minutes[wanted.language.rawValue] else { throw Refusal.badRequest("language") }
        // Whole logs are read for it.
        try efforts.charge(.reading, to: member.person, at: parts.steady())
        let network = try await parts.networks.host(of: member.network).network()
        switch wanted.form {
        case .record:
            let found = try await parts.catalogue.ownMeetings(
                of: member.person, network: member.network, only: member.meeting)
            guard let meeting = found.first else { throw Refusal.notFound }
            return .json(
                OwnRecordView(
                    record: meeting.record, zone: meeting.zone,
                    complaints: network.complaints.filter { $0.person == member.person }.map { ComplaintView($0) }))
        case .json:
            return await Self.data(try await ownData(of: member))
        case .html:
            return await Self.page(try await ownData(of: member), texts)
        }
    }

    /// Not on the loop, and the next neither: it is all that somebody ever did.
    private nonisolated static func data(_ data: OwnData) async -> Response {
        file("own-data.json", "application/json", String(decoding: ServerMessage.encode(data), as: UTF8.self))
    }

    private nonisolated static func page(_ data: OwnData, _ texts: LocaleTexts) async -> Response {
        file("own-data.html", "text/html", data.page(texts))
    }

    private func ownData(of member: Member) async throws -> OwnData {
        guard let person = try await parts.catalogue.person(member.person, network: member.network) else {
            throw Refusal.notFound
        }
        return OwnData(
            owner: OwnData.Owner(person: person.id, name: person.name, school: person.school, tier: person.tier),
            meetings: try await parts.catalogue.ownMeetings(of: person.id, network: member.network, only: nil),
            between: try await parts.catalogue.ownEntries(of: person.id, network: member.network))
    }
}
