// Knows how a lead is shown groups before they are formed. Nothing is stored: forming is a command like others.

import Hosting
import Matching
import Meetings

/// What a lead asks for.
struct GroupsWanted: Decodable, Sendable {
    typealias People = BoundedList<Key, PeopleNamed>
    typealias Place = BoundedNumber<GroupPlace>

    var choice: Draw.Choice
    var size: BoundedNumber<GroupSize>?
    var count: BoundedNumber<GroupCount>?
    var leads: People?
    var without: People?
    var current: BoundedList<People, GroupsNamed>?
    var pins: [PersonID: Place]?
    var locked: BoundedList<Place, GroupsNamed>?
    var seed: BoundedNumber<Seed>?
    var polish: Bool?
    var turn: BoundedNumber<DrawTurn>?
    var leanings: LeaningsWanted?
    var within: BoundedList<People, GroupsNamed>?

    var wish: ProposalWish {
        var wish = ProposalWish(choice: choice)
        (wish.size, wish.count) = (size?.value, count?.value)
        (wish.leads, wish.without) = (leads?.values.map(\.person), without?.values.map(\.person))
        wish.current = current?.values.map { $0.values.map(\.person) }
        wish.pins = pins?.mapValues(\.value)
        wish.locked = locked?.values.map(\.value)
        (wish.seed, wish.polish) = (seed.map { Int64($0.value) }, polish)
        (wish.turn, wish.leanings) = (turn?.value, leanings?.leanings)
        wish.within = within?.values.map { $0.values.map(\.person) }
        return wish
    }
}

/// How much counts what; what is missing counts as it usually does.
struct LeaningsWanted: Decodable, Sendable {
    var strangers: Leaning?
    var mix: Leaning?
    var needs: Leaning?

    var leanings: Leanings {
        Leanings(strangers: strangers ?? .normal, mix: mix ?? .normal, needs: needs ?? .normal)
    }
}

extension Routes {
    func proposeGroups(_ call: Call<Member, GroupsWanted>) async throws -> Response {
        let (member, wish) = (call.caller, call.body.wish)
        try await checkSeat(member, else: .notAllowed(needs: .lead))
        try efforts.charge(wish.polish == true ? .polishing : .searching, to: member.person, at: parts.steady())
        guard let (room, known) = try await parts.reception.roomAndHistory(of: member.meeting) else {
            throw Refusal.notFound
        }
        guard room.people[member.person]?.role.isLeading == true else { throw Rejection.notAllowed(needs: .lead) }
        guard room.details.phase != .ended else { throw Rejection.meetingOver }
        // A pin of nobody would be no pin, and nobody would know.
        guard wish.pins?.keys.allSatisfy({ room.people[$0] != nil }) ?? true else { throw Rejection.notFound }
        let work = try Proposing(wish, room: room, known: known, draw: Int64.random(in: 0...Int64(UInt32.max)))
        switch await matchmaker.find(work, polish: wish.polish == true) {
        case .success(let groups)?: return .json(groups)
        case .failure(let refusal)?:
            // The page says what clashes in its own language; who it is about has no language.
            throw Refusal(409, refusal.code, detail: refusal.names.joined(separator: ", "))
        case nil: throw Refusal.slowDown(1_000)
        }
    }
}
