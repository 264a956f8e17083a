// Knows how far people are with their kits in one hands-on item. Of whom nothing was tapped nothing is known: they are
// not among those whose kit is in the box.

/// Where somebody is with their kit.
public enum KitState: String, Codable, Sendable, CaseIterable {
    case inBox = "in_box"
    case opened
    case building
    case working
    /// Asks to be seen.
    case stuck
}

/// How far one person is.
public struct KitPlace: Codable, Equatable, Sendable {
    /// By its position, from 0.
    public var step: Int
    public var state: KitState
    public var note: String?
    public var at: Instant
    /// Who tapped it in for them, where they have no device: their note is read there, too.
    public var by: PersonID?
}

/// Somebody asks to be seen.
public struct HelpCall: Codable, Equatable, Sendable {
    public var person: PersonID
    public var step: Int
    public var note: String?
    public var since: Instant
    /// Who is asked to go there.
    public var peer: PersonID?
    /// Who was asked and cannot just now.
    public var declined: [PersonID] = []
}

/// Somebody was helped.
public struct Help: Codable, Equatable, Sendable {
    public var person: PersonID
    public var peer: PersonID
    public var step: Int
}

/// A picture of a kit. Its bytes are in the log alone, with the fact that brought it.
public struct KitPhoto: Codable, Equatable, Sendable {
    public var id: PhotoID
    public var author: PersonID
    public var step: Int
    public var width: Int
    public var height: Int
    /// Whether its author lets others at the meeting see it.
    public var isShown = false
}

/// What somebody says of a kit, as a teacher or in the student's hat.
public struct KitReview: Codable, Equatable, Sendable {
    public var person: PersonID
    public var isStudent: Bool
    /// `Limits.kitScale`: 1 is not at all.
    public var fiddly: Int
    public var frustrating: Int
    /// How they would adapt it for their class.
    public var adaption: String?
}

/// The kits of one hands-on item.
public struct Bench: Codable, Equatable, Sendable {
    public var segment: SegmentID
    /// How many are where, by `Bench.spot`; what everybody may see.
    public var counts: [String: Int] = [:]
    public var places: [PersonID: KitPlace] = [:]
    /// Who is stuck, in the order in which they asked.
    public var calls: [HelpCall] = []
    public var helps: [Help] = []
    public var photos: [KitPhoto] = []
    public var reviews: [KitReview] = []

    init(segment: SegmentID) { self.segment = segment }

    /// The name of a place in `counts`.
    public static func spot(_ step: Int, _ state: KitState) -> String { "\(step).\(state.rawValue)" }
}

extension Bench {
    mutating func count(_ step: Int, _ state: KitState, _ change: Int) {
        let spot = Self.spot(step, state)
        let count = max(0, counts[spot, default: 0] + change)
        counts[spot] = count == 0 ? nil : count
    }

    /// Without people who count only: what they did was counted, by whom is forgotten.
    mutating func forget(_ counted: Set<PersonID>) {
        func known(_ id: PersonID) -> PersonID { counted.contains(id) ? .counted : id }
        calls = []
        places = places.filter { !counted.contains($0.key) }
        for (id, place) in places where place.by.map(counted.contains) == true { places[id]?.by = nil }
        for index in helps.indices {
            (helps[index].person, helps[index].peer) = (known(helps[index].person), known(helps[index].peer))
        }
        for index in photos.indices { photos[index].author = known(photos[index].author) }
        reviews.removeAll { counted.contains($0.person) }
    }

    /// Two entries are one person.
    mutating func merge(_ id: PersonID, into kept: PersonID) {
        if let place = places.removeValue(forKey: id) {
            // Who was here twice is counted once.
            if places[kept] == nil { places[kept] = place } else { count(place.step, place.state, -1) }
        }
        for (other, place) in places where place.by == id { places[other]?.by = other == kept ? nil : kept }
        let isCalling = calls.contains { $0.person == kept }
        calls.removeAll { isCalling && $0.person == id }
        for index in calls.indices {
            if calls[index].person == id { calls[index].person = kept }
            if calls[index].peer == id { calls[index].peer = kept }
            if calls[index].peer == calls[index].person { calls[index].peer = nil }
        }
        for index in photos.indices where photos[index].author == id { photos[index].author = kept }
        for review in reviews where review.person == id {
            guard reviews.contains(where: { $0.person == kept && $0.isStudent == review.isStudent }) else { continue }
            reviews.removeAll { $0 == review }
        }
        for index in reviews.indices where reviews[index].person == id { reviews[index].person = kept }
    }
}
