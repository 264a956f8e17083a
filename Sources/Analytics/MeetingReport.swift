// Knows the form in which the figures of one meeting are handed on. Meetings with a clock and recordings without one
// have different figures; nothing in either is a score, and nothing ranks people.

import Meetings

/// The report of one meeting.
public struct MeetingReport: Sendable {
    /// The name under which it stands among others.
    public let id: String
    private let figures: Figures
    private let facts: [String: ReportValue]

    /// - Parameters:
    ///   - id: the meeting's identifier; a recording's own name counts before it.
    ///   - date: the day on which it was, for a meeting that is no recording.
    public init(id: String, date: String?, participation: Participation) {
        figures = Figures(participation)
        let recording = participation.recording
        self.id = recording?.id ?? id
        var facts: [String: ReportValue] = [
            "id": .text(self.id), "date": ReportValue(recording?.date ?? date),
        ]
        facts["plenary"] = recording?.plenary.map(ReportValue.text)
        facts["flags"] = recording?.flags.map { ReportValue($0) }
        self.facts = facts
    }

    /// All of it, by the names of its figures.
    public var value: ReportValue {
        let own = figures.participation.recording?.hasClock == false ? ordered : clocked
        return .table(facts.merging(own) { one, _ in one })
    }

    /// The same without anybody's name or key, for pages: figures of people are for the evaluator's pack.
    public var anonymous: ReportValue { value.withoutLists(and: "people") }

    // MARK: With a clock

    private var clocked: [String: ReportValue] {
        let people = figures.people
        let voices = figures.voices
        var classes: [String: ReportValue] = [:]
        for voice in Figures.Voice.allCases { classes[voice.rawValue] = .number(voices[voice]?.count ?? 0) }
        var table: [String: ReportValue] = [
            "attended": .number(attended), "seconds": ReportValue(seconds(figures.participation.endedAt)),
            "speech_lines": .number(figures.lines.sum), "turns": .number(figures.turns.sum),
            "words": .number(figures.words.sum), "chat": .number(figures.messages.sum),
            "hand_up": .number(people.values.reduce(0) { $0 + $1.handsRaised }),
            "connects": .number(people.values.reduce(0) { $0 + $1.connects }), "rejoins": .number(figures.rejoins),
            "classes": .table(classes), "silent": ReportValue(voices[.silent] ?? []),
            "typed_only": ReportValue(voices[.typedOnly] ?? []), "by_words": Self.spread(figures.words),
            "by_turns": Self.spread(figures.turns), "by_chat": Self.spread(figures.messages),
            "late_joiners_over_600s": .number(people.values.count { (seconds($0.first) ?? 0) > Self.lateSeconds }),
            "people": .table(people.mapValues(clockedPerson)),
        ]
        if figures.participation.counted > 0 { table["counted"] = .number(figures.participation.counted) }
        return table
    }

    /// Who comes later than this is a late joiner.
    private static let lateSeconds = 600.0

    private func clockedPerson(_ acts: PersonActs) -> ReportValue {
        .table([
            "first": ReportValue(seconds(acts.first)), "last": ReportValue(seconds(acts.last)),
            "connects": .number(acts.connects), "turns": .number(acts.turns), "lines": .number(acts.lines),
            "words": .number(acts.words), "chat": .number(acts.messages),
            "chat_words": .number(acts.messageWords), "hand_up": .number(acts.handsRaised),
            "called": .number(acts.called),
        ])
    }

    private func seconds(_ at: Instant?) -> Double? {
        guard let at, let start = figures.participation.openedAt else { return nil }
        return Double(at - start) / 1000
    }

    // MARK: With an order only

    private var ordered: [String: ReportValue] {
        let people = figures.people
        let silent = people.filter { $0.value.lines == 0 }.keys.sorted()
        let listed = people.values.count(where: \.isCheckedIn)
        let (mixing, transitions) = (figures.mixing, figures.transitions)
        var items: [String: ReportValue] = [:]
        for (id, talk) in figures.participation.items {
            items[(figures.participation.segments[id] ?? nil) ?? id.rawValue] = .table([
                "turns": .number(talk.turns), "speakers": .number(talk.speakers.count), "words": .number(talk.words),
            ])
        }
        var modes: [String: ReportValue] = [:]
        for (place, own) in figures.places {
            modes[place.rawValue] = .table([
                "attended": .number(own.attended), "spoke": .number(own.spoke), "words": .number(own.words),
                "turns": .number(own.turns), "represent": ReportValue(own.represent),
            ])
        }
        return [
            "attended": .number(attended), "listed": .number(listed),
            "unlisted_speakers": .number(people.values.count { !$0.isCheckedIn && $0.lines > 0 }),
            "agenda_items": .number(figures.participation.segments.count),
            "utterances": .number(figures.lines.sum + figures.participation.unattributedLines),
            "unattributed": .number(figures.participation.unattributedLines), "turns": .number(figures.turns.sum),
            "words": .number(figures.words.sum), "spoke": .number(people.count - silent.count),
            "passive": ReportValue(silent), "n_passive": .number(silent.count), "modes": .table(modes),
            "by_words": Self.spread(figures.words), "by_turns": Self.spread(figures.turns),
            "by_utterances": Self.spread(figures.lines),
            "transitions_in_item": .table([
                "same_mode": .number(transitions.same), "cross_mode": .number(transitions.cross),
                "mode_unknown": .number(transitions.unknown),
            ]),
            "ei": .table([
                "pairs": .number(mixing.external + mixing.internal), "external": .number(mixing.external),
                "internal": .number(mixing.internal), "ei": ReportValue(mixing.index),
            ]),
            "items": .table(items),
            "people": .table(
                people.mapValues {
                    .table([
                        "mode": .text(Figures.Place($0.mode).rawValue), "turns": .number($0.turns),
                        "utterances": .number($0.lines), "words": .number($0.words),
                    ])
                }),
        ]
    }

    // MARK: Both

    private var attended: Int { figures.people.count + figures.participation.counted }

    private static func spread(_ own: Distribution) -> ReportValue {
        var table: [String: ReportValue] = [
            "sum": .number(own.sum), "n": .number(own.n), "n_active": .number(own.activeN),
            "gini_all": ReportValue(own.gini), "gini_corrected": ReportValue(own.giniCorrected),
            "gini_active": ReportValue(own.giniActive), "top_share": ReportValue(own.topShare),
            "top_people": ReportValue(own.topPeople), "n_half": ReportValue(own.nHalf),
            "entropy_nats": ReportValue(own.entropyNats), "evenness_active": ReportValue(own.evennessActive),
            "evenness_all": ReportValue(own.evennessAll),
        ]
        if let chance = own.giniChance { table["gini_chance"] = .real(chance) }
        return .table(table)
    }
}
