// Knows which acts may be an exchange: u, then v, then u again, each made and each answering the one before. It is a
// candidate; what it was, only people can say.

import Meetings

/// Finds candidates for exchanges in the acts of a record.
struct ExchangeSearch {
    private let record: ParticipationRecord
    private let places: [Int64: Int]
    /// By the place of an act: the earlier act it answers, and what links them.
    private var links: [Int: (to: Int, basis: ExchangeCandidate.Basis)] = [:]

    init(_ record: ParticipationRecord) {
        self.record = record
        places = Dictionary(record.acts.enumerated().map { ($1.sequence, $0) }) { first, _ in first }
        linkReplies()
        linkTurns()
    }

    /// In the order of their first acts.
    var exchanges: [ExchangeCandidate] {
        var found: [ExchangeCandidate] = []
        var whose: [Int: Int] = [:]
        for third in links.keys.sorted() {
            guard let second = links[third], let first = links[second.to], first.basis == second.basis,
                isMade(third), isMade(second.to), isMade(first.to),
                record.acts[third].person == record.acts[first.to].person,
                isPair(record.acts[third].person, record.acts[second.to].person)
            else { continue }
            let acts = [first.to, second.to, third]
            // What goes on from an exchange of the same two is the same one.
            if let going = whose[second.to], found[going].u == pair(third, second.to).0,
                found[going].v == pair(third, second.to).1
            {
                found[going].acts = Set(found[going].acts + acts.map { record.acts[$0].sequence }).sorted()
                whose[third] = going
                continue
            }
            let (u, v) = pair(third, second.to)
            found.append(candidate(u, v, acts, second.basis))
            for act in acts { whose[act] = found.count - 1 }
        }
        return (found + helps).sorted { ($0.acts.first ?? 0, $0.u, $0.v) < ($1.acts.first ?? 0, $1.u, $1.v) }
    }

    /// Help with a kit is one act of two people.
    private var helps: [ExchangeCandidate] {
        record.acts.indices.compactMap { index in
            let act = record.acts[index]
            guard act.kind == .helpDone, let to = act.to, isPair(act.person, to) else { return nil }
            return candidate(min(act.person, to), max(act.person, to), [index], .help)
        }
    }

    private func candidate(
        _ u: PersonID, _ v: PersonID, _ acts: [Int], _ basis: ExchangeCandidate.Basis
    ) -> ExchangeCandidate {
        ExchangeCandidate(
            u: u, v: v, segment: record.acts[acts[0]].segment, group: record.acts[acts[0]].group,
            acts: acts.map { record.acts[$0].sequence },
            includesLead: record.people[u]?.isLead == true || record.people[v]?.isLead == true, basis: basis)
    }

    private func pair(_ one: Int, _ other: Int) -> (PersonID, PersonID) {
        let (one, other) = (record.acts[one].person, record.acts[other].person)
        return (min(one, other), max(one, other))
    }

    /// Two different people who are people: whom nobody can tell apart speaks with nobody.
    private func isPair(_ one: PersonID, _ other: PersonID) -> Bool {
        one != other && isPerson(one) && isPerson(other)
    }

    private func isPerson(_ id: PersonID) -> Bool {
        guard let person = record.people[id] else { return false }
        return !person.isTable && !person.isGuest && !person.isRemoved
    }

    private func isMade(_ index: Int) -> Bool { record.acts[index].mode.map { $0 >= .made } == true }

    private mutating func linkReplies() {
        let edit = record.thresholds.exchangeEditSeconds.milliseconds
        var authors: [String: PersonID] = [:]
        for (index, act) in record.acts.enumerated() {
            if let object = act.object, act.kind == .boardCard || act.kind == .noteBuild {
                authors[object] = act.person
            }
            guard let re = act.re, let earlier = places[re] else { continue }
            switch act.kind {
            case .chatReply, .noteBuild: links[index] = (earlier, .reply)
            case .noteEdit:
                // Somebody else's edit has to come soon; when the author edits again is theirs to choose.
                let isAuthor = act.object.flatMap { authors[$0] } == act.person
                if isAuthor || act.at - record.acts[earlier].at <= edit { links[index] = (earlier, .note) }
            case .viewOpen, .react, .reactUndo, .pulseAnswer, .pollVote, .handUp, .handDown, .handCalled, .kitState,
                .kitTick, .kitNote, .kitPhoto, .reflectSave, .chatPost, .boardCard, .boardMove, .boardVote, .actionSet,
                .talkTurn, .groupReady, .groupHelp, .helpDone, .surveyAnswer:
                break
            }
        }
    }

    /// Turns of two people one after the other in one place; where there is only an order, in one item.
    private mutating func linkTurns() {
        let most = record.thresholds.exchangeTurnSeconds.milliseconds
        var last: [GroupID?: Int] = [:]
        for (index, act) in record.acts.enumerated() where act.kind == .talkTurn {
            defer { last[act.group] = index }
            guard let earlier = last[act.group], record.acts[earlier].person != act.person else { continue }
            let before = record.acts[earlier]
            let isNear =
                record.hasClock
                ? act.at - (before.at + (before.milliseconds ?? 0)) <= most : act.segment == before.segment
            if isNear { links[index] = (earlier, .turns) }
        }
    }
}

extension ParticipationRecord {
    /// The acts of candidates get their mode.
    mutating func markExchanged() {
        let numbers = Set(exchanges.flatMap(\.acts))
        for index in acts.indices where numbers.contains(acts[index].sequence) { acts[index].mode = .exchanged }
    }
}
