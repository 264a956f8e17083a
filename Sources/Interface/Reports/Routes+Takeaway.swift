// Knows how somebody gets the page that they take with them once the meeting is over: whoever took part, theirs and nobody
// else's, by the ticket that they came with or that a personal link gave them.

import Exchange
import Hosting
import Meetings

/// What is asked for.
struct TakeawayWanted: Decodable, Sendable {
    enum Form: String, Decodable, Sendable {
        /// The file that is kept.
        case html
        /// The day of the action for a calendar; refused as `notFound` where there is none.
        case calendar
        /// Whom they have as a buddy: all that a page in the meeting does not know by itself.
        case buddy
    }
    enum Language: String, Decodable, Sendable {
        case en, cy
    }

    var form: Form
    var language: Language
    /// Said by coordinators only, whose session was looked at already.
    var csrf: Secret?
}

private struct BuddyTold: Encodable {
    struct Buddy: Encodable {
        struct Named: Encodable {
            var name: String
            var school: String?
        }
        var others: [Named]
        var goal: String?
        var day: String?
        var place: String?
    }
    var buddy: Buddy?
}

extension Routes {
    func takeaway(_ call: Call<Member, TakeawayWanted>) async throws -> Response {
        let (member, wanted) = (call.caller, call.body)
        guard let texts = parts.minutes[wanted.language.rawValue] else { throw Refusal.badRequest("language") }
        if wanted.csrf == nil { try await checkSeat(member, else: .notAllowed(needs: .participant)) }
        guard let room = try await parts.reception.room(of: member.meeting) else { throw Refusal.notFound }
        // Whoever was joined with another entry is that one.
        guard let takeaway = Takeaway(of: room.identity(of: member.person), in: room) else {
            throw Rejection.notAllowed(needs: .participant)
        }
        guard room.details.phase == .ended else { throw Refusal(409, "meetingIsNotOver") }
        let buddy = wanted.csrf == nil ? try await buddy(of: member, call.device) : nil
        switch wanted.form {
        case .buddy: return .json(BuddyTold(buddy: buddy.map(Self.told)))
        case .html:
            let file = TakeawayFile(takeaway, in: room, buddy: buddy, texts: texts)
            return Self.file("takeaway-\(member.meeting).html", "text/html", file.html)
        case .calendar:
            guard
                let file = ActionCalendar(
                    takeaway, in: room, meeting: member.meeting, at: parts.now(), texts: texts)
            else { throw Refusal.notFound }
            return Self.file("action-\(member.meeting).ics", "text/calendar", file.text)
        }
    }

    static func file(_ name: String, _ kind: String, _ text: String) -> Response {
        Response(
            status: 200, contentType: "\(kind); charset=utf-8", body: Array(text.utf8),
            headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")])
    }

    /// Whom somebody has as a buddy; nothing on a device to which they have not said yes.
    private func buddy(of member: Member, _ device: Device) async throws -> TakeawayBuddy? {
        let network = try await parts.networks.host(of: member.network).network()
        guard let pair = network.openPair(of: member.person), pair.state == .made,
            let caller = try await teacher(on: device, network: member.network), caller.id == member.person,
            caller.device.isConfirmed
        else { return nil }
        let teller = try await teller(of: member.network)
        let others = pair.members.filter { $0 != member.person }.map(teller.named).filter { !$0.name.isEmpty }
        return TakeawayBuddy(
            names: others.map { ($0.name, $0.school) }, goal: pair.goal.flatMap { $0.isEmpty ? nil : $0 },
            day: pair.next?.day, place: pair.next?.text)
    }

    private static func told(_ buddy: TakeawayBuddy) -> BuddyTold.Buddy {
        BuddyTold.Buddy(
            others: buddy.names.map { .init(name: $0.name, school: $0.school) }, goal: buddy.goal, day: buddy.day,
            place: buddy.place)
    }
}
