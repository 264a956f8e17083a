// Knows what of kits only one person is told: where they are, who is asked to come to them, to whom they are asked to
// go, their pictures and what they said.

import Meetings

/// What of the kits of an item is for one person alone.
public struct OwnBench: Encodable, Equatable, Sendable {
    /// Somebody who is stuck, to whom this person is asked to go.
    struct Asker: Encodable, Equatable, Sendable {
        var person: PersonID
        var step: Int
        var note: String?
    }

    /// That somebody is asked to come.
    struct Coming: Encodable, Equatable, Sendable {
        var since: Instant
        var peer: PersonID?
    }

    var place: KitPlace?
    var call: Coming?
    var askers: [Asker]?
    var photos: [KitPhoto]?
    var reviews: [KitReview]?

    /// By person and item, for these people; nil while nobody has said anything of a kit.
    ///
    /// - Parameter charges: for whom `person` taps besides: of them where they are, and what was written on their device.
    static func all(
        of people: [PersonID], for charges: [PersonID], of person: PersonID, in room: Room
    ) -> [PersonID: [SegmentID: OwnBench]]? {
        var found: [PersonID: [SegmentID: OwnBench]] = [:]
        for bench in room.benches {
            for person in people { found[person, default: [:]][bench.segment] = OwnBench(of: person, bench) }
            for charge in charges {
                guard var own = OwnBench(of: charge, bench) else { continue }
                if bench.places[charge]?.by != person { own.place?.note = nil }
                own.reviews = nil
                found[charge, default: [:]][bench.segment] = own
            }
        }
        return room.benches.isEmpty ? nil : found
    }

    private init?(of person: PersonID, _ bench: Bench) {
        place = bench.places[person]
        // By whose tap is nobody's question.
        place?.by = nil
        call = bench.calls.first { $0.person == person }.map { Coming(since: $0.since, peer: $0.peer) }
        let waiting = bench.calls.filter { $0.peer == person }
        askers = waiting.isEmpty ? nil : waiting.map { Asker(person: $0.person, step: $0.step, note: $0.note) }
        let pictures = bench.photos.filter { $0.author == person }
        photos = pictures.isEmpty ? nil : pictures
        let said = bench.reviews.filter { $0.person == person }
        reviews = said.isEmpty ? nil : said
        guard place != nil || call != nil || askers != nil || photos != nil || reviews != nil else { return nil }
    }
}
