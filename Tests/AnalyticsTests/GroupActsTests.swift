// Knows that what somebody does in a group is not lost: whoever only wrote a note was not silent.

import Testing

@testable import Analytics
@testable import Meetings

@Suite struct GroupActsTests {
    @Test("a note is an act of its author, a star of whoever gave it; recalled topics are nobody's tap")
    func acts() {
        let people = ["ann", "bob", "cai"].map { PersonID(rawValue: $0) }
        let (card, group) = (CardID(rawValue: "k1"), GroupID(rawValue: "g1"))
        var events: [Event] = people.map {
            PersonJoined(
                person: $0, role: .participant, mode: .remote, tier: .pseudonymous, name: $0.rawValue, school: nil
            ).event
        }
        events += [
            CardWritten(
                card: card, group: group, person: people[0], name: nil, text: nil, words: 4, re: nil, isReport: true
            ).event,
            CardStarred(card: card, group: group, person: people[1]).event,
            OffersSet(person: people[2], topics: [TopicID(rawValue: "cad")]).event,
        ]
        let entries = events.enumerated().map { Entry(sequence: Int64($0 + 1), at: Instant($0) * 1_000, event: $1) }
        let participation = Participation(entries)
        #expect(participation.people[people[0]]?.notes == 1)
        #expect(participation.people[people[0]]?.messages == 0)
        #expect(participation.people.filter(\.value.isSeen).keys.sorted() == [people[0], people[1]])
        let figures = Figures(participation)
        #expect(figures.voices[.typedOnly]?.count == 1)
    }
}
