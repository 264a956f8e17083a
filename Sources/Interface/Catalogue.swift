// Knows all that the interface asks of whatever keeps the catalogue: each part is stated where it is used.

/// Networks, people, accounts, meetings, devices of buddies, and what was. A second store is a second conformance.
public typealias Catalogue = NetworkCatalogue & PeopleCatalogue & AccountCatalogue & MeetingCatalogue
    & BuddyCatalogue & PastCatalogue & PackCatalogue
