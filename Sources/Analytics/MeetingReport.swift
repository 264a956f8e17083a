// Knows the form in which the figures of one meeting are handed on. Meetings with a clock and recordings without one
// have different figures; nothing in either is a score, and nothing ranks people.

import Meetings

/// The report of one meeting.
public struct MeetingReport: Sendable {
    /// The name under which it stands among others.
    public let id: String
    private let figures: Figures
    private let facts: [String: ReportValue]
    private let kept: ReportValue?
    /// The figures with their n, intervals and definitions; none where only what was counted is left.
    public let measures: [Measure]

    /// - Parameters:
    ///   - id: the meeting's identifier; a recording's own name counts before it.
    ///   - date: the day on which it was, for a meeting that is no recording.
    ///   - measures: of the same log.
    public init(id: String, date: String?, participation: Participation, measures: [Measure] = []) {
        figures = Figures(participation)
        kept = nil
        self.measures = measures
        let recording = participation.recording
        self.id = recording?.id ?? id
        var facts: [String: ReportValue] = [
            "id": .text(self.id), "date": ReportValue(recording?.date ?? date),
        ]
        facts["plenary"] = recording?.plenary.map(ReportValue.text)
        facts["flags"] = recording?.flags.map { ReportValue($0) }
        self.facts = facts
    }

    /// What was counted while there was a log.
    public init(id: String, kept: ReportValue) {
        (self.id, self.kept, measures) = (id, kept, [])
        (figures, facts) = (Figures(Participation([])), [:])
    }

    /// All of it, by the names of its figures.
    public var value: ReportValue {
        if let kept { return kept }
        let own = figures.participation.recording?.hasClock == false ? ordered : clocked
        return .table(facts.merging(own) { one, _ in one })
    }

    /// The same without anybody's name or key, which stays when the log goes.
    public var lasting: ReportValue { value.withoutLists(and: "people") }

    /// The same without what has an interval, for a page: figures of people are for the evaluator's pack.
    public var anonymous: ReportValue { lasting.withoutLists(and: Self.measuresKey) }

    private static let measuresKey = "measures"

    // MARK: With a clock

    private var isLive: Bool { figures.participation.recording == nil }

    private var clocked: [String: ReportValue] {
        let voices = figures.voices
        var table: [String: ReportValue] = [
            "attended": .number(attended), "seconds": ReportValue(seconds(figures.participation.endedAt)),
            "speech_lines": noted(figures.isSpeechNoted, figures.sum(\.lines)),
            "turns": noted(figures.areTurnsNoted, figures.sum(\.turns)),
            "words": noted(figures.isSpeechNoted, figures.sum(\.words)), "chat": .number(figures.sum(\.messages)),
            "hand_up": .number(figures.sum(\.handsRaised)), "connects": .number(figures.sum(\.connects)),
            "rejoins": .number(figures.rejoins), "classes": .table(classes(voices)),
            "silent": ReportValue(voices[.silent] ?? []), "typed_only": ReportValue(voices[.typedOnly] ?? []),
            "by_words": spread(figures.words, isNoted: figures.isSpeechNoted),
            "by_turns": spread(figures.turns, isNoted: figures.areTurnsNoted), "by_chat": spread(figures.messages),
            "late_joiners_over_600s": .number(figures.participants.values.count(where: isLate)),
            "people": .table(figures.people.mapValues(clockedPerson)),
        ]
        if figures.participation.counted > 0 { table["counted"] = .number(figures.participation.counted) }
        table["kits"] = figures.participation.kits.value
        if leads > 0 { table["leads"] = .number(leads) }
        guard isLive else { return table }
        if !measures.isEmpty { table[Self.measuresKey] = measures.report }
        return table.merging(live(voices)) { one, _ in one }
    }

    /// What recordings do not have.
    private func live(_ voices: [Figures.Voice: [String]]) -> [String: ReportValue] {
        [
            "leads": .number(leads),
            "removed": .number(figures.participation.people.values.count(where: \.isRemoved)),
            "acted": .number(figures.participants.count - (voices[.silent]?.count ?? 0)),
            "same_name": .number(figures.sameName), "modes": .table(places),
            "transitions_in_item": transitions, "ei": mixing,
        ]
    }

    private func classes(_ voices: [Figures.Voice: [String]]) -> [String: ReportValue] {
        var classes: [String: ReportValue] = [:]
        for voice in Figures.Voice.allCases {
            let count = voices[voice]?.count ?? 0
            switch voice {
            case .spoke: classes[voice.rawValue] = noted(figures.areTurnsNoted, count)
            case .actedOnly: if isLive { classes[voice.rawValue] = .number(count) }
            case .typedOnly, .handOnly, .silent: classes[voice.rawValue] = .number(count)
            }
        }
        return classes
    }

    /// Nought of what nobody noted is not nought. Of a recording it is known what it holds.
    private func noted(_ isNoted: Bool, _ count: Int) -> ReportValue { isNoted || !isLive ? .number(count) : .null }

    /// Who comes later than this is a late joiner.
    private static let lateSeconds = 600.0

    /// After that long in the sitting in which they came first.
    private func isLate(_ acts: PersonActs) -> Bool {
        guard let first = acts.first, let start = acts.sitting else { return false }
        return Double(first - start) / 1000 > Self.lateSeconds
    }

    private func clockedPerson(_ acts: PersonActs) -> ReportValue {
        var table: [String: ReportValue] = [
            "first": ReportValue(seconds(acts.first)), "last": ReportValue(seconds(acts.last)),
            "connects": .number(acts.connects), "turns": .number(acts.turns), "lines": .number(acts.lines),
            "words": .number(acts.words), "chat": .number(acts.messages),
            "chat_words": .number(acts.messageWords), "hand_up": .number(acts.handsRaised),
            "called": .number(acts.called),
        ]
        guard isLive else { return .table(table) }
        (table["acts"], table["led"]) = (.number(acts.acts), .number(acts.hasLed ? 1 : 0))
        return .table(table)
    }

    /// In time the meeting was open.
    private func seconds(_ at: Instant?) -> Double? {
        at.flatMap(figures.participation.sittings.elapsed).map { Double($0) / 1000 }
    }

    // MARK: With an order only

    private var ordered: [String: ReportValue] {
        let people = figures.people
        let silent = people.filter { $0.value.lines == 0 }.keys.sorted()
        let listed = people.values.count(where: \.isCheckedIn)
        var items: [String: ReportValue] = [:]
        for (id, talk) in figures.participation.items {
            items[(figures.participation.segments[id] ?? nil) ?? id.rawValue] = .table([
                "turns": .number(talk.turns), "speakers": .number(talk.speakers.count), "words": .number(talk.words),
            ])
        }
        return [
            "attended": .number(attended), "listed": .number(listed),
            "unlisted_speakers": .number(people.values.count { !$0.isCheckedIn && $0.lines > 0 }),
            "agenda_items": .number(figures.participation.segments.count),
            "utterances": .number(figures.lines.sum + figures.participation.unattributedLines),
            "unattributed": .number(figures.participation.unattributedLines), "turns": .number(figures.turns.sum),
            "words": .number(figures.words.sum), "spoke": .number(people.count - silent.count),
            "passive": ReportValue(silent), "n_passive": .number(silent.count), "modes": .table(places),
            "by_words": spread(figures.words), "by_turns": spread(figures.turns),
            "by_utterances": spread(figures.lines), "transitions_in_item": transitions, "ei": mixing,
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

    private var leads: Int { figures.people.count - figures.participants.count }

    private var attended: Int { figures.participants.count + figures.participation.counted }

    private var places: [String: ReportValue] {
        var modes: [String: ReportValue] = [:]
        for (place, own) in figures.places {
            var table: [String: ReportValue] = [
                "attended": .number(own.attended), "spoke": noted(figures.areTurnsNoted, own.spoke),
                "words": noted(figures.isSpeechNoted, own.words), "turns": noted(figures.areTurnsNoted, own.turns),
                "represent": ReportValue(own.represent),
            ]
            if isLive {
                (table["acted"], table["represent_turns"]) = (.number(own.acted), ReportValue(own.representTurns))
            }
            modes[place.rawValue] = .table(table)
        }
        return modes
    }

    private var transitions: ReportValue {
        let own = figures.transitions
        return .table([
            "same_mode": .number(own.same), "cross_mode": .number(own.cross), "mode_unknown": .number(own.unknown),
        ])
    }

    private var mixing: ReportValue {
        let own = figures.mixing
        return .table([
            "pairs": .number(own.external + own.internal), "external": .number(own.external),
            "internal": .number(own.internal), "ei": ReportValue(own.index),
        ])
    }

    private func spread(_ own: Distribution, isNoted: Bool = true) -> ReportValue {
        var table: [String: ReportValue] = [
            "sum": noted(isNoted, own.sum), "n": .number(own.n), "n_active": .number(own.activeN),
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
