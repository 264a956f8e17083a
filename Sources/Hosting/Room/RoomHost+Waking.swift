// Knows what a room says of itself when it comes into memory after a server that did not say good-bye: who was here is
// here no more, since that server last gave a sign of life and not since somebody looks again.

import Meetings

extension RoomHost {
    /// Nobody is connected: the log says so before anybody comes back. `last` is the last sign of life of the server
    /// that wrote the end of the log; nil if that is this one.
    func wakeUp(lastSign last: Instant?) {
        let now = read().wall
        let end = last ?? now
        // Who is here by a lead's word, and who has the floor, go on over a short while without a server. After a long
        // one nobody knows how long they did.
        let isLong = now - end > Int64(limits.outlastedMilliseconds)
        if isLong, let speaker = room.turn?.person {
            submit(EndTurn(person: speaker).command, by: .system, at: end)
        }
        for (id, person) in room.people.sorted(by: { $0.key < $1.key })
        where person.isPresent && (!person.isCheckedIn || isLong) {
            // Who sits at a table went with its device already.
            guard room.people[id]?.isPresent == true else { continue }
            submit(EndPresence(person: id, reason: .lost).command, by: .system, at: end)
        }
        for prompt in published.prompts where prompt.isToBeSealed { sealIfDue(prompt.id) }
        // Who came and had no seat yet is seated now.
        for (id, person) in published.people where person.isPresent && room.people[id]?.isPresent == true {
            noteLateComers(.came(id))
        }
    }
}
