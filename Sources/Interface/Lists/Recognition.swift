// Knows who of a list is who in a room: by name, and by school where names are not enough. Whoever may be two is asked
// about, and nobody is two.

import Exchange
import Meetings

/// Whom a line of a list means.
struct Recognition: Encodable, Equatable, Sendable {
    /// Who it is; nil for whoever is expected.
    var person: PersonID?
    /// Who it may be: the page asks.
    var candidates: [PersonID]?

    /// Everybody of the list, in its order.
    static func all(_ list: PeopleList, in room: Room) -> [Recognition] {
        let people = room.people.filter { $0.value.role == .participant || $0.value.role.isLeading }
        let named = Dictionary(grouping: people.keys.sorted()) { ComparedName(people[$0]?.name ?? "") }
        let listed = Dictionary(grouping: list.people.indices) { ComparedName(list.people[$0].name) }
        return list.people.map { one in
            let key = ComparedName(one.name)
            var found = named[key] ?? []
            var rivals = listed[key]?.count ?? 1
            let school = ComparedName(one.school ?? "")
            if !school.isEmpty {
                let ofSchool = found.filter { ComparedName(people[$0]?.school ?? "") == school }
                if !ofSchool.isEmpty {
                    found = ofSchool
                    rivals = listed[key]?.count { ComparedName(list.people[$0].school ?? "") == school } ?? 1
                } else if found.contains(where: { people[$0]?.school != nil }) {
                    // The same name at another school: perhaps somebody else.
                    return Recognition(candidates: found)
                }
            }
            if found.isEmpty { return Recognition() }
            return found.count == 1 && rivals == 1 ? Recognition(person: found[0]) : Recognition(candidates: found)
        }
    }
}
