// Knows how accounts and members are known: by the cookies of their device, and by the token that is in no cookie.

import Hosting
import Meetings

extension Routes {
    private struct CsrfToken: Decodable {
        var csrf: Secret
    }

    private struct MeetingNamed: Decodable {
        var meeting: Key
        var csrf: Secret?
    }

    /// Who is signed in; with the token of their page, where the route needs it.
    func signedIn(_ arrival: Visit) async throws -> SignedIn {
        guard let session = try await callers.session(arrival.request.device.cookies) else { throw Refusal.signedOut }
        switch arrival.csrf {
        case .notNeeded: break
        case .needed, .withSession:
            guard try arrival.request.decoded(as: CsrfToken.self).csrf.text == session.csrf else {
                throw Refusal(403, "badCsrf")
            }
        }
        return session
    }

    func coordinator(_ arrival: Visit) async throws -> Coordinator {
        let account = try await signedIn(arrival).account
        switch account.role {
        case .coordinator: return Coordinator(account: account)
        case .evaluator: throw Refusal.notAllowed
        }
    }

    /// The meeting in the path, if it is of this network.
    func meeting(of arrival: Visit, network: String) async throws -> MeetingRecord {
        guard let id = arrival.keys[.meeting],
            let meeting = try await parts.catalogue.meeting(id.text, network: network)
        else { throw Refusal.notFound }
        return meeting
    }

    /// The coordinator who is signed in and says so with the token of the page, else the ticket of this device.
    func member(_ arrival: Visit) async throws -> Member {
        let named = try arrival.request.decoded(as: MeetingNamed.self)
        guard let network = try await parts.catalogue.network(ofMeeting: named.meeting.text) else {
            throw Refusal.notFound
        }
        if named.csrf != nil {
            let account = try await coordinator(arrival).account
            guard account.network == network, let person = account.person else { throw Refusal.notFound }
            return Member(person: person, meeting: named.meeting.text, network: network)
        }
        guard let person = try await callers.person(ofNetwork: network, arrival.request.device.cookies) else {
            throw Refusal.signedOut
        }
        return Member(person: person.id, meeting: named.meeting.text, network: network)
    }

    /// Refuses whoever has no seat in a meeting: nobody makes a room be read from the log only to be told so by it.
    func checkSeat(_ member: Member, else no: Rejection) async throws {
        if await parts.reception.isInMemory(member.meeting) { return }
        let standing = try await parts.catalogue.standing(of: member.person, network: member.network)
        guard standing.seats.contains(member.meeting) else { throw no }
    }
}
