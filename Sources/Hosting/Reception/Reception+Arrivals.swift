// Knows how people come into a room whom the door has looked up: a few at a time. A whole school that comes at once
// keeps neither its own room nor any other from being heard in between, and what a few do is stored and told together.

import Meetings
import Wire

/// Somebody who was looked up and is not in yet.
struct Arrival {
    let connection: ConnectionNumber
    let admission: Admission
    let hello: Hello
}

extension Reception {
    /// Brings somebody in after those who came before them.
    func queue(_ arrival: Arrival, at host: RoomHost) {
        let meeting = host.meeting
        guard arrivals[meeting] == nil else {
            arrivals[meeting]?.append(arrival)
            return
        }
        arrivals[meeting] = [arrival]
        Task { await letIn(host) }
    }

    private func letIn(_ host: RoomHost) async {
        while let slice = arrivals[host.meeting]?.prefix(limits.arrivalsPerSlice), !slice.isEmpty {
            arrivals[host.meeting]?.removeFirst(slice.count)
            slices += 1
            for arrival in slice { place(arrival, host) }
            await giveWay(self)
        }
        arrivals[host.meeting] = nil
    }

    private func place(_ arrival: Arrival, _ host: RoomHost) {
        // The room may have left memory, and the connection may have gone, while they waited.
        let host = hosts[host.meeting] ?? host
        hosts[host.meeting] = host
        let connection = arrival.connection
        guard let place = places[connection], let queued = place.queued else { return sweep(host) }
        guard doubted.remove(connection) == nil else {
            Task(priority: .utility) { await bringIn(connection, arrival.hello, place.cookies) }
            return sweep(host)
        }
        if let before = place.seat?.host, before !== host { leave(connection, before) }
        places[connection] = Place(cookies: place.cookies, seat: (host, arrival.hello.as))
        let bytes = host.assumeIsolated { $0.attach(connection, arrival.admission, arrival.hello) }
        charge(arrival.admission, for: bytes)
        for bytes in queued { received(connection, bytes) }
    }
}
