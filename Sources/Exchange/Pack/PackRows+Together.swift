// Knows how the record of a meeting becomes rows: who sat with whom, outcomes, and who is not in what.

import Analytics
import Meetings

extension PackMeetingRows {
    private var record: ParticipationRecord { meeting.record }

    var groups: [PackGroupRow] {
        record.groups.map { group in
            let from = group.members.map(\.from).min() ?? 0
            let to = group.members.map(\.to).max() ?? from
            let schools = Set(group.members.compactMap { record.people[$0.person]?.school.map(Text.key) })
            return PackGroupRow(
                meeting: meeting.id, group: group.group.rawValue, set: group.set.rawValue,
                minutes: seconds(to - from) / 60, schools: schools.isEmpty ? nil : schools.count)
        }
    }

    var members: [PackMemberRow] {
        record.groups.flatMap { group in
            Dictionary(grouping: group.members, by: \.person).flatMap { id, seats in
                guard let person = pseudonym(id) else { return [PackMemberRow]() }
                return seats.enumerated().map { index, seat in
                    PackMemberRow(
                        meeting: meeting.id, group: group.group.rawValue, person: person, n: index + 1,
                        from: seat.from, to: seat.to)
                }
            }
        }
    }

    var survey: [PackSurveyRow] {
        var waves: [String: [String]] = [:]
        for item in record.items where item.isOutcome && !item.spans.isEmpty {
            waves[item.key ?? item.id, default: []].append(item.id)
        }
        return record.outcomes.sorted { ($0.prompt, $0.person) < ($1.prompt, $1.person) }.flatMap { answer in
            let instrument = answer.key ?? answer.prompt
            let wave = (waves[instrument]?.firstIndex(of: answer.prompt) ?? 0) + 1
            guard let person = pseudonym(answer.person) else { return [PackSurveyRow]() }
            return answer.numbers.enumerated().map { index, value in
                PackSurveyRow(
                    person: person, meeting: meeting.id, instrument: instrument, item: index + 1, wave: wave,
                    waves: waves[instrument]?.count ?? 1, value: value, day: Day(of: answer.at).text)
            }
        }
    }

    var missing: [PackMissingRow] {
        let everybody = record.people.values.filter { $0.id != .counted }
        let attended = record.attended()
        let known = everybody.filter { !$0.isGuest && !$0.isTable }
        var rows = [
            row("people", "attended", attended.count),
            row("people", "led", record.attended(leads: true).count - attended.count),
            row("people", "counted_only", record.countedPeople),
            row("people", "guest", everybody.count(where: \.isGuest)),
            row("people", "table_device", everybody.count(where: \.isTable)),
            row("people", "put_out", everybody.count(where: \.isRemoved)),
            row("people", "not_seen", known.count { !$0.isRemoved && !$0.isSeen && record.recording == nil }),
            row("people", "erased", everybody.count(where: \.isErased)),
            row("speech", "lines_of_nobody_known", record.unattributedLines),
        ]
        if isCountedOfFew { rows.append(row("acts", "few_counted_only_left_out", record.countedPeople)) }
        let answers = Dictionary(grouping: measures.opportunities.filter { !$0.isLead }, by: \.item)
        for item in record.items where !item.isOutcome {
            let own = answers[item.id] ?? []
            rows += [
                row(item.id, "answered", own.count(where: \.isTaken)),
                row(item.id, "no_act_recorded", own.count { $0.isOffered && !$0.isTaken && $0.isObservable }),
                row(item.id, "not_observable", own.count { $0.isOffered && !$0.isTaken && !$0.isObservable }),
                row(item.id, "not_offered", own.count { !$0.isOffered && !$0.isTaken }),
                row(item.id, "answers_counted_only", isCountedOfFew ? nil : item.countedAnswers),
            ]
        }
        return rows
    }

    private func row(_ what: String, _ reason: String, _ n: Int?) -> PackMissingRow {
        PackMissingRow(meeting: meeting.id, what: what, n: n, reason: reason)
    }

    var content: [PackContentRow] {
        let names = record.people.values.compactMap(\.name)
        let schools = Array(Set(record.people.values.compactMap(\.school)))
        return meeting.quoted.compactMap { words in
            guard let person = record.people[words.person], person.tier.isQuotable,
                let pseudonym = pseudonym(words.person)
            else { return nil }
            return PackContentRow(
                meeting: meeting.id, sequence: words.sequence, person: pseudonym, kind: words.kind.rawValue,
                text: Redaction.without(names: names, schools: schools, words.text), words: Text.words(in: words.text))
        }
    }
}

extension Tier {
    /// Whether somebody lets their words be quoted.
    public var isQuotable: Bool {
        switch self {
        case .countOnly, .pseudonymous: false
        case .quotable, .contactable: true
        }
    }

    /// Its number, as people know it.
    var number: Int { Tier.allCases.firstIndex(of: self) ?? 0 }
}
