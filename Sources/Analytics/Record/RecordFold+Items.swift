// Knows what facts say of what was on and of what was offered in it.

import Meetings

extension RecordFold {
    mutating func take(_ fact: FrameFact, _ at: Instant) {
        switch fact {
        case .recordingBegan(let fact): record.recording = fact.recording
        case .meetingPlanned(let fact): (record.plannedStart, record.zone) = (fact.plannedStart, fact.zone)
        case .meetingScheduled(let fact): (record.plannedStart, record.zone) = (fact.plannedStart, fact.zone)
        case .meetingOpened, .meetingReopened: sittings.open(at)
        case .meetingEnded:
            sittings.end(at)
            for id in Array(here.keys) { end(id, at, .ended) }
            for id in Array(seats.keys) { unseat(id, at) }
            closeItems(at)
        case .meetingRetitled, .venueSet, .optionsSet, .roomLocked, .roomUnlocked: break
        }
    }

    // MARK: Agenda

    mutating func take(_ fact: AgendaFact, _ at: Instant) {
        switch fact {
        case .segmentAdded(let fact):
            let span = SegmentSpan(
                id: fact.segment, n: 0, kind: fact.kind, title: fact.title, plannedSeconds: fact.timeboxSeconds)
            agenda.insert(span, at: min(max(0, fact.index), agenda.count))
            if fact.bench != nil { benches.insert(fact.segment) }
        case .segmentEdited(let fact):
            change(fact.segment) {
                ($0.kind, $0.title) = (fact.kind, fact.title)
            }
            plan(fact.segment, fact.timeboxSeconds)
            if fact.bench != nil { benches.insert(fact.segment) } else { benches.remove(fact.segment) }
        case .segmentMoved(let fact):
            guard let from = agenda.firstIndex(where: { $0.id == fact.segment }) else { break }
            let moved = agenda.remove(at: from)
            agenda.insert(moved, at: min(max(0, fact.index), agenda.count))
        case .segmentRemoved(let fact): agenda.removeAll { $0.id == fact.segment }
        case .segmentOpened(let fact):
            current = fact.segment
            change(fact.segment) {
                $0.isSkipped = false
                $0.spans.append(Stretch(from: at, to: .max))
            }
        case .segmentEnded(let fact): close(fact.segment, at, isSkipped: false)
        case .segmentSkipped(let fact): close(fact.segment, at, isSkipped: true)
        case .timeboxSet(let fact): plan(fact.segment, fact.timeboxSeconds)
        case .stepUndone(let fact): undo(fact, at)
        }
    }

    /// What changes once the meeting has begun is how it went, and no plan.
    private mutating func plan(_ id: SegmentID, _ seconds: Int) {
        if sittings.openedAt == nil { change(id) { $0.plannedSeconds = seconds } }
    }

    private mutating func close(_ id: SegmentID, _ at: Instant, isSkipped: Bool) {
        if current == id { current = nil }
        change(id) {
            $0.isSkipped = isSkipped
            $0.spans.close(at)
        }
    }

    private mutating func undo(_ fact: StepUndone, _ at: Instant) {
        current = fact.current
        for item in fact.segments {
            change(item.segment) { segment in
                if segment.spans.last?.to == .max { segment.spans.removeLast() }
                if item.state == .open, let last = segment.spans.indices.last { segment.spans[last].to = .max }
                segment.isSkipped = item.state == .skipped
            }
        }
        for pulse in fact.reopened {
            guard let place = places[pulse.rawValue], let last = record.items[place].spans.indices.last else {
                continue
            }
            record.items[place].spans[last].to = .max
        }
        for pulse in fact.closed { close(pulse.rawValue, at) }
        if let round = fact.round { sitAgain(round) }
    }

    private mutating func change(_ id: SegmentID, _ body: (inout SegmentSpan) -> Void) {
        guard let index = agenda.firstIndex(where: { $0.id == id }) else { return }
        body(&agenda[index])
    }

    // MARK: Items

    mutating func take(_ fact: PulseFact, _ at: Instant) {
        switch fact {
        case .pulseOpened(let fact):
            open(OfferedItem(id: fact.pulse.rawValue, kind: .pulse, segment: fact.segment), at)
        case .pulseClosed(let fact): close(fact.pulse.rawValue, at)
        case .pulseAnswered: break
        }
    }

    mutating func take(_ fact: PromptFact, _ at: Instant) {
        switch fact {
        case .promptPrepared(let fact):
            prompts[fact.prompt] = PromptFacts(
                segment: fact.segment, kind: fact.kind, key: fact.key, isAnonymous: fact.circle == .anonymous)
        case .promptEdited(let fact):
            prompts[fact.prompt] = PromptFacts(
                segment: fact.segment, kind: fact.kind, key: fact.key, isAnonymous: fact.circle == .anonymous)
        case .promptOpened(let fact):
            open(
                OfferedItem(
                    id: fact.prompt.rawValue, kind: OfferedItem.Kind(fact.kind), segment: fact.segment ?? current,
                    key: prompts[fact.prompt]?.key, isAnonymous: fact.circle == .anonymous), at)
        case .promptClosed(let fact): close(fact.prompt.rawValue, at)
        case .responseSaved(let fact): outcome(fact, at)
        case .answersSealed(let fact):
            guard let place = places[fact.prompt.rawValue] else { break }
            for person in (fact.people ?? []).map(identity) {
                if person == .counted {
                    record.items[place].countedAnswers += 1
                } else {
                    record.items[place].sealed.insert(person)
                }
            }
        case .promptRemoved, .promptExtended, .promptRevealed, .responseRevealed, .responseWithdrawn,
            .responseStarred, .responseUnstarred, .responseShown, .answersRevealed, .responsesClustered, .clusterShown:
            break
        }
    }

    /// The last answer of a person to an instrument counts.
    private mutating func outcome(_ fact: ResponseSaved, _ at: Instant) {
        guard fact.isHandedIn, let asked = prompts[fact.prompt], asked.kind == .confidence,
            let person = fact.person.map(identity), person != .counted, let numbers = fact.numbers
        else { return }
        record.outcomes.removeAll { $0.person == person && $0.prompt == fact.prompt.rawValue }
        record.outcomes.append(
            OutcomeAnswer(person: person, prompt: fact.prompt.rawValue, key: asked.key, at: at, numbers: numbers))
    }

    private mutating func open(_ item: OfferedItem, _ at: Instant) {
        if places[item.id] == nil {
            places[item.id] = record.items.count
            record.items.append(item)
        }
        guard let place = places[item.id], record.items[place].spans.last?.to != .max else { return }
        record.items[place].spans.append(Stretch(from: at, to: .max))
    }

    private mutating func close(_ item: String, _ at: Instant) {
        if let place = places[item] { record.items[place].spans.close(at) }
    }

    private mutating func closeItems(_ at: Instant) {
        for place in record.items.indices { record.items[place].spans.close(at) }
    }

    mutating func take(_ fact: BenchFact) {
        guard case .kitSet(let fact) = fact, let person = fact.person.map(identity), person != .counted else { return }
        let key = "\(fact.segment.rawValue) \(person.rawValue)"
        if tracks[key] == nil {
            tracks[key] = record.kits.count
            record.kits.append(
                KitTrack(segment: fact.segment, person: person, states: [], last: fact.state, step: fact.step))
        }
        guard let index = tracks[key] else { return }
        record.kits[index].states.insert(fact.state)
        (record.kits[index].last, record.kits[index].step) = (fact.state, fact.step)
    }

    // MARK: The end

    /// What is still on ends where the log does; stays become one after the other, within the sittings.
    mutating func close(at last: Instant) {
        record.isRunning = sittings.isOpen
        record.sittings = sittings.stretches(until: last)
        for id in Array(here.keys) { end(id, last, nil) }
        for id in Array(seats.keys) { unseat(id, last) }
        closeItems(last)
        addCallers()
        let gap = record.thresholds.gapSeconds.milliseconds
        let sittings = record.sittings
        record.people = record.people.mapValues { known in
            var person = known
            person.stays = person.stays.united(gap: gap).within(sittings)
            return person
        }
        for index in agenda.indices {
            agenda[index].n = index + 1
            agenda[index].spans.close(last)
        }
        record.segments = agenda
        for segment in agenda where benches.contains(segment.id) && !segment.spans.isEmpty {
            let id = segment.id.rawValue
            var item = OfferedItem(id: id, kind: .kit, segment: segment.id, spans: segment.spans)
            item.countedAnswers = record.acts.count { $0.person == .counted && $0.object == id }
            record.items.append(item)
        }
        addCallActs()
        // What reports brought may be wrong as well.
        correct()
        record.exchanges = ExchangeSearch(record).exchanges
        record.markExchanged()
    }
}

extension [Stretch] {
    /// The one that goes on ends now.
    mutating func close(_ at: Instant) {
        guard let last = indices.last, self[last].to == .max else { return }
        self[last].to = at
    }
}

extension OfferedItem.Kind {
    fileprivate init(_ kind: PromptKind) {
        switch kind {
        case .open: self = .open
        case .cards: self = .cards
        case .word: self = .word
        case .scale: self = .scale
        case .choice: self = .choice
        case .order: self = .order
        case .confidence: self = .confidence
        }
    }
}
