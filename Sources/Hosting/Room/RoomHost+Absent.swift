// Knows that nobody holds a place at the door without being there: whoever waits and has had no device there for long
// goes, which is a fact, and may knock again.

import Meetings

extension Reception {
    /// Lets those go who wait at doors without being there. To be called again and again.
    public func lookAtDoors() {
        for host in hosts.values.sorted(by: { $0.meeting < $1.meeting }) {
            host.assumeIsolated {
                $0.lookAtDoor()
                $0.lookAtEarly()
            }
            sweep(host)
        }
    }
}

extension RoomHost {
    /// Whoever is found to be away is away since now: a server that has just started gives everybody their time.
    func lookAtDoor() {
        let now = read().steady
        let away = room.waiting.keys.filter { devices[$0] == nil }.sorted()
        absent = absent.filter { room.waiting[$0.key] != nil }
        for person in away {
            let since = absent[person] ?? now
            absent[person] = since
            guard now - since >= Int64(limits.absentAtDoorMilliseconds) else { continue }
            absent[person] = nil
            submit(EndWait(person: person).command, by: .system)
        }
    }
}
