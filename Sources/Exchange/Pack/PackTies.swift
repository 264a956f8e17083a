// Knows who had to do with whom over all meetings of a pack: in one group for long enough, or in an exchange.

import Analytics
import Meetings

struct PackTies {
    private struct Pair: Hashable {
        var u: String
        var v: String
        var term: String
    }

    private struct Tie {
        var together: Instant = 0
        var exchanges = 0
        /// Whether it was a tie at one meeting at least.
        var isTie = false
        var isCrossSchool: Bool?
    }

    private var known: [Pair: Tie] = [:]

    mutating func add(_ meeting: PackMeetingRows) {
        let record = meeting.meeting.record
        let term = meeting.meeting.record.began.map { SchoolTerm(of: $0).text } ?? "unknown"
        let ties = record.ties
        for (people, sums) in record.sums {
            guard let pair = pair(people.u, people.v, term, meeting) else { continue }
            known[pair]?.together += sums.together
            known[pair]?.exchanges += sums.exchanges
            if ties.contains(people) { known[pair]?.isTie = true }
        }
    }

    /// The pair, known from now on with what is known of their schools; nil where a pack tells nothing of one of them.
    private mutating func pair(
        _ one: PersonID, _ other: PersonID, _ term: String, _ meeting: PackMeetingRows
    ) -> Pair? {
        guard let u = meeting.pseudonym(one), let v = meeting.pseudonym(other) else { return nil }
        let pair = Pair(u: min(u, v), v: max(u, v), term: term)
        let people = meeting.meeting.record.people
        if let here = people[one]?.school, let there = people[other]?.school {
            known[pair, default: Tie()].isCrossSchool = Text.key(here) != Text.key(there)
        } else if known[pair] == nil {
            known[pair] = Tie()
        }
        return pair
    }

    var rows: [PackTieRow] {
        known.filter(\.value.isTie).map { pair, tie in
            PackTieRow(
                u: pair.u, v: pair.v, term: pair.term, coMinutes: Double(tie.together) / 60_000,
                exchanges: tie.exchanges, isCrossSchool: tie.isCrossSchool)
        }
        .sorted { ($0.term, $0.u, $0.v) < ($1.term, $1.u, $1.v) }
    }
}
