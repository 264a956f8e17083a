// Knows that what is done for everybody is done for a few at a time: others on the loop have their turn in between.

import Meetings
import Wire

extension RoomHost {
    /// Does something for each, the first few at once.
    func inTurn<Item: Sendable>(_ items: [Item], _ work: @escaping @Sendable (isolated RoomHost, Item) -> Void) {
        let rest = items.dropFirst(limits.arrivalsPerSlice)
        for item in items.prefix(limits.arrivalsPerSlice) { work(self, item) }
        guard !rest.isEmpty else { return }
        Task {
            for (index, item) in rest.enumerated() {
                if index.isMultiple(of: limits.arrivalsPerSlice) { await giveWay(self) }
                work(self, item)
            }
        }
    }

    /// The meeting is open: whoever is connected is here now.
    func beginEverybody() {
        due = Set(devices.keys)
        inTurn(devices.keys.sorted()) { host, person in host.beginIfDue(person) }
    }

    /// Nobody who says something before their turn is told that they are not here.
    func beginIfDue(_ person: PersonID) {
        guard due.remove(person) != nil else { return }
        beginPresence(of: person)
    }
}
