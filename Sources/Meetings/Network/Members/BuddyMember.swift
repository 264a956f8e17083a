// Knows what somebody says who wants a buddy: how far, how to be reached, what they offer and what they look for.

/// Years in teaching, as a band, so that it points to nobody.
public enum ExperienceBand: String, Codable, Sendable, CaseIterable {
    case upToTwo = "0-2"
    case threeToFive = "3-5"
    case sixToTen = "6-10"
    case more = "11+"
}

/// A place to a tenth of a degree, some ten kilometres: enough for "near", too little to find a home by.
public struct RoughPlace: Codable, Equatable, Sendable {
    public var latitudeTenths: Int
    public var longitudeTenths: Int

    public init(latitudeTenths: Int, longitudeTenths: Int) {
        self.latitudeTenths = latitudeTenths
        self.longitudeTenths = longitudeTenths
    }
}

/// The form of somebody who opts in.
public struct BuddyWish: Codable, Equatable, Sendable {
    /// Their own limit of distance; nil for none.
    public var farthestKilometres: Int?
    /// How a buddy may reach them, in their own words.
    public var contact: String
    public var place: RoughPlace?
    public var phase: SchoolPhase
    public var subject: String?
    public var band: ExperienceBand
    public var offers: [String]
    /// The most wanted first.
    public var needs: [String]

    public init(
        farthestKilometres: Int? = nil, contact: String, place: RoughPlace? = nil, phase: SchoolPhase,
        subject: String? = nil, band: ExperienceBand, offers: [String] = [], needs: [String] = []
    ) {
        (self.farthestKilometres, self.contact, self.place) = (farthestKilometres, contact, place)
        (self.phase, self.subject, self.band) = (phase, subject, band)
        (self.offers, self.needs) = (offers, needs)
    }
}

/// Somebody who takes part.
public struct BuddyMember: Codable, Equatable, Sendable {
    public var wish: BuddyWish
    /// When they last said so.
    public var since: Instant
}

extension BuddyWish {
    /// Cleaned and checked as text from outside.
    func checked() throws(Rejection) -> BuddyWish {
        var wish = self
        wish.contact = try Text.line(contact, limit: NetworkLimits.contactLength)
        wish.subject = try Text.optionalLine(subject, limit: NetworkLimits.skillLength)
        wish.offers = try Self.skills(offers)
        wish.needs = try Self.skills(needs)
        if let farthestKilometres {
            try Limits.check(farthestKilometres, NetworkLimits.farthestKilometres)
            // A limit without a place would shut out everybody.
            guard place != nil else { throw .textMissing }
        }
        if let place {
            try Limits.check(place.latitudeTenths, NetworkLimits.latitudeTenths)
            try Limits.check(place.longitudeTenths, NetworkLimits.longitudeTenths)
        }
        return wish
    }

    /// Each once, however it is written, in order; empty lines are none.
    private static func skills(_ list: [String]) throws(Rejection) -> [String] {
        var kept: [String] = []
        for text in list {
            guard let line = try Text.optionalLine(text, limit: NetworkLimits.skillLength),
                !kept.contains(where: { Text.isSameName($0, line) })
            else { continue }
            kept.append(line)
        }
        guard kept.count <= NetworkLimits.skills else { throw .tooMany(limit: NetworkLimits.skills) }
        return kept
    }
}
