// Knows how a lead is shown what a list says before anything is done with it. Nothing of it is kept.

import Exchange
import Hosting
import Meetings

/// Which file, and what was asked about it.
struct ListWanted: Decodable, Sendable {
    var file: Key
    var commas: ListCommas?
}

/// What a list says, or what is wrong with it.
private struct ListAnswer: Encodable {
    var list: PeopleListView?
    /// Who is who, in the list's order.
    var who: [Recognition]?
    var problem: ListProblemView?
}

extension Routes {
    func readList(_ call: Call<Member, ListWanted>) async throws -> Response {
        let (member, wish) = (call.caller, call.body)
        try await checkSeat(member, else: .notAllowed(needs: .lead))
        try efforts.charge(.reading, to: member.person, at: parts.steady())
        let room = try await leading(member)
        let owner = FileOwner(meeting: member.meeting, person: member.person)
        let bytes = try files.whole(wish.file, of: owner, at: parts.steady())
        let known = room.people.values.compactMap(\.name)
        switch await lists.read(bytes, known: known, commas: wish.commas) {
        case .success(let list)?:
            return .json(ListAnswer(list: PeopleListView(list), who: Recognition.all(list, in: room)))
        case .failure(let error)?: return .json(ListAnswer(problem: ListProblemView(error)))
        case nil: throw Refusal.slowDown(1_000)
        }
    }
}
