// Knows how somebody complains about data over HTTP, what its coordinators see of complaints and of who looked at personal
// data, and how a look is noted before anything is shown.

import Hosting
import Meetings

/// A complaint that is made.
struct ComplaintSent: Decodable, Sendable {
    var text: BoundedText<ComplaintText>
    var contact: PossibleText<ContactText>?
    var isObjection: Bool?
    /// Said by coordinators only, whose session was looked at already.
    var csrf: Secret?
}

struct ComplaintNamed: Decodable, Sendable {
    var complaint: Key
}

/// What came of a complaint.
struct ComplaintAnswered: Decodable, Sendable {
    var complaint: Key
    var outcome: BoundedText<ComplaintText>
}

/// A complaint as whoever made it sees it, and its coordinators.
struct ComplaintView: Encodable, Sendable {
    var id: ComplaintID
    /// For coordinators only; without a name once they were erased.
    var who: NamedPerson?
    /// For coordinators only, by its title where the meeting is still there.
    var meeting: String?
    var text: String?
    var contact: String?
    var isObjection: Bool
    var madeAt: Instant
    var due: Instant
    var acknowledgedAt: Instant?
    var settledAt: Instant?
    var outcome: String?

    init(_ complaint: Complaint, who: NamedPerson? = nil, meeting: String? = nil) {
        (id, self.who, self.meeting, text, contact) = (
            complaint.id, who, meeting, complaint.text, complaint.contact
        )
        isObjection = complaint.isObjection
        (madeAt, due, acknowledgedAt) = (complaint.madeAt, complaint.due, complaint.acknowledgedAt)
        (settledAt, outcome) = (complaint.settledAt, complaint.outcome)
    }
}

/// What a network answers for, as its coordinators see it: the newest first.
private struct LedgerView: Encodable {
    struct Seen: Encodable {
        var look: Look
        var at: Instant
        /// The name of whoever looked; missing once it has gone.
        var who: String?
        var office: String?
        var meeting: String?
        /// At whose data, where it is one person's.
        var person: String?
    }
    var complaints: [ComplaintView]
    var looks: [Seen]
}

extension Routes {
    /// Whoever has a ticket of the network may, also after the meeting, and whoever coordinates it.
    func complain(_ call: Call<Member, ComplaintSent>) async throws -> Response {
        let (member, sent) = (call.caller, call.body)
        let host = await parts.networks.host(of: member.network)
        let wish = MakeComplaint(
            meeting: member.meeting, text: sent.text.value, contact: sent.contact?.value,
            isObjection: sent.isObjection ?? false)
        _ = try await host.submit(
            wish.command, by: .person(member.person, sent.csrf == nil ? .teacher : .coordinator))
        guard let made = try await host.network().complaints.last(where: { $0.person == member.person }) else {
            throw Refusal.notFound
        }
        return .json(["complaint": ComplaintView(made)])
    }

    func showLedger(_ call: Call<Coordinator, Nothing>) async throws -> Response {
        try await note(.ledger, by: call.caller.account)
        return .json(try await ledger(of: call.caller.network))
    }

    func acknowledgeComplaint(_ call: Call<Coordinator, ComplaintNamed>) async throws -> Response {
        let id = ComplaintID(rawValue: call.body.complaint.text)
        return try await answer(AcknowledgeComplaint(complaint: id).command, call.caller)
    }

    func settleComplaint(_ call: Call<Coordinator, ComplaintAnswered>) async throws -> Response {
        let id = ComplaintID(rawValue: call.body.complaint.text)
        return try await answer(
            SettleComplaint(complaint: id, outcome: call.body.outcome.value).command, call.caller)
    }

    /// Answers with all that there is now.
    private func answer(_ command: NetworkCommand, _ coordinator: Coordinator) async throws -> Response {
        _ = try await submit(command, by: coordinator)
        return .json(try await ledger(of: coordinator.network))
    }

    /// Writes down that somebody who is signed in looks at personal data. What cannot be written down is not shown.
    func note(
        _ look: Look, by account: AccountRecord, meeting: String? = nil, person: PersonID? = nil
    ) async throws {
        let wish = NoteLook(look, account: account.id, by: account.person, meeting: meeting, person: person)
        _ = try await parts.networks.host(of: account.network).submit(wish.command, by: .system)
    }

    /// The same of somebody who takes part in a meeting.
    func note(_ look: Look, by member: Member) async throws {
        let wish = NoteLook(look, account: nil, by: member.person, meeting: member.meeting)
        _ = try await parts.networks.host(of: member.network).submit(wish.command, by: .system)
    }

    private func ledger(of id: String) async throws -> LedgerView {
        let network = try await parts.networks.host(of: id).network()
        let people = Dictionary(
            try await parts.catalogue.people(network: id).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        let titles = Dictionary(
            try await parts.catalogue.meetings(network: id).map { ($0.id, $0.title) },
            uniquingKeysWith: { one, _ in one })
        var accounts: [String: AccountRecord] = [:]
        for look in Set(network.looks.compactMap(\.account)) {
            accounts[look] = try await parts.catalogue.account(look)
        }
        return LedgerView(
            complaints: network.complaints.reversed().map { one in
                ComplaintView(
                    one, who: NamedPerson(person: one.person, name: people[one.person]?.name ?? ""),
                    meeting: titles[one.meeting])
            },
            looks: network.looks.suffix(NetworkLimits.looksAtHand).reversed().map { one in
                let account = one.account.flatMap { accounts[$0] }
                return LedgerView.Seen(
                    look: one.look, at: one.at, who: account?.name ?? one.by.flatMap { people[$0]?.name },
                    office: account?.role.rawValue, meeting: one.meeting.flatMap { titles[$0] },
                    person: one.person.flatMap { people[$0]?.name })
            })
    }
}
