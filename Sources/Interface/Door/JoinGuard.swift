// Knows how fast people may join, and how much of a room and its lobby those behind one address may take.

import Hosting
import Meetings

/// The budgets of joining. A hall of several hundred people, each with a second device, is behind one address.
struct JoinGuard {
    /// Newcomers of one address, in the long run and at once; the same for one person who is known.
    private static let newcomers = (perSecond: 20.0, burst: 1_000.0)
    private static let known = (perSecond: 0.5, burst: 20.0)
    /// Of one meeting, who came by one address: in the room, and in the lobby.
    private static let peoplePerAddress = 990
    private static let waitingPerAddress = 200
    /// Beyond so many places nothing of them is remembered.
    private static let remembered = 10_000

    private struct Place: Hashable {
        var meeting: String
        var address: String
    }
    private var ofNewcomers = Allowance<String>(perSecond: newcomers.perSecond, burst: newcomers.burst)
    private var ofEarly = Allowance<String>(perSecond: newcomers.perSecond, burst: newcomers.burst)
    private var ofKnown = Allowance<PersonID>(perSecond: known.perSecond, burst: known.burst)
    private var came: [Place: Set<PersonID>] = [:]

    /// Charges somebody who is known.
    mutating func charge(_ person: PersonID, at now: Instant) throws(Refusal) {
        if let wait = ofKnown.take(person, at: now) { throw .slowDown(wait) }
    }

    /// Charges the address of somebody new, and refuses when it has its share of the meeting already.
    mutating func charge(_ address: String, to meeting: String, _ room: Room, at now: Instant) throws {
        let place = Place(meeting: meeting, address: CodeGuard.network(address))
        came[place] = came[place]?.filter { room.people[$0] != nil || room.waiting[$0] != nil }
        let here = came[place] ?? []
        guard here.count < Self.peoplePerAddress else { throw Rejection.tooMany(limit: Self.peoplePerAddress) }
        guard here.count(where: { room.waiting[$0] != nil }) < Self.waitingPerAddress else {
            throw Rejection.tooMany(limit: Self.waitingPerAddress)
        }
        if let wait = ofNewcomers.take(place.address, at: now) { throw Refusal.slowDown(wait) }
    }

    /// Charges whoever says that they wait for the opening; false when that address has said so too often.
    mutating func admitsEarly(_ address: String, at now: Instant) -> Bool {
        ofEarly.take(CodeGuard.network(address), at: now) == nil
    }

    /// Somebody new came in.
    mutating func note(_ person: PersonID, from address: String, in meeting: String) {
        if came.count > Self.remembered { came = [:] }
        came[Place(meeting: meeting, address: CodeGuard.network(address)), default: []].insert(person)
    }
}
