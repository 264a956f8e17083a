// Knows the flow of the agenda: open, next, back, extend, skip. Editing is in Room+Editing.

extension Room {
    func decide(_ command: AgendaCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .openSegment(let wish):
            let target = try segment(wish.segment)
            guard target.state != .open else { throw .alreadySo }
            return closingSegment(context.at, carriesTurn: wish.carriesTurn == true)
                + [SegmentOpened(segment: wish.segment).event]
        case .openNext:
            let from = agenda.firstIndex { $0.id == current }.map { $0 + 1 } ?? 0
            guard let next = agenda[from...].first(where: { $0.state == .upcoming }) else {
                guard current != nil else { throw .notFound }
                return closingSegment(context.at)
            }
            return closingSegment(context.at) + [SegmentOpened(segment: next.id).event]
        case .openPrevious:
            let to = agenda.firstIndex { $0.id == current } ?? agenda.count
            guard let previous = agenda[..<to].last(where: { $0.state == .done }) else { throw .notFound }
            return closingSegment(context.at) + [SegmentOpened(segment: previous.id).event]
        case .adjustTimebox(let wish):
            let target = try segment(wish.segment)
            guard target.state == .open || target.state == .upcoming else { throw .closed }
            let step = Limits.timeboxStepSeconds
            guard wish.seconds != 0, (-step...step).contains(wish.seconds) else {
                throw .outOfBounds(least: -step, most: step)
            }
            let bounds = Limits.timeboxSeconds
            let timebox = target.timeboxSeconds + wish.seconds
            guard bounds.contains(timebox) else {
                throw .outOfBounds(least: bounds.lowerBound, most: bounds.upperBound)
            }
            return [TimeboxSet(segment: wish.segment, timeboxSeconds: timebox).event]
        case .skipSegment(let wish):
            let target = try segment(wish.segment)
            guard target.state == .upcoming || target.state == .open else { throw .closed }
            guard target.kind != .reflection || wish.isConfirmed else { throw .needsConfirmation }
            guard target.state == .open else { return [SegmentSkipped(segment: wish.segment).event] }
            let following = agenda.drop { $0.id != wish.segment }.dropFirst().first { $0.state == .upcoming }
            return closingPulses() + closingRound() + [SegmentSkipped(segment: wish.segment).event]
                + closingTurn(context.at) + (following.map { [SegmentOpened(segment: $0.id).event] } ?? [])
        case .addSegment(let wish): return try adding(wish)
        case .editSegment(let wish): return try editing(wish)
        case .moveSegment(let wish): return try moving(wish)
        case .removeSegment(let wish): return try removing(wish)
        case .undo: return try undoing(context)
        }
    }

    func segment(_ id: SegmentID) throws(Rejection) -> Segment {
        guard let found = agenda.first(where: { $0.id == id }) else { throw .notFound }
        return found
    }

    /// What is said when the open segment ends: earlier pulses close, whoever speaks has finished unless they go on in
    /// the next; after a talk the next pulse opens by itself.
    func closingSegment(_ at: Instant, carriesTurn: Bool = false) -> [Event] {
        guard let segment else { return [] }
        var events = closingPulses() + closingRound() + [SegmentEnded(segment: segment.id).event]
        if !carriesTurn { events += closingTurn(at) }
        if segment.kind == .talk, details.options.pulseAfterTalk {
            events.append(
                PulseOpened(pulse: PulseID(rawValue: fresh("u", after: events.count)), segment: segment.id).event)
        }
        return events
    }

    mutating func apply(_ facet: AgendaFact, at: Instant) {
        switch facet {
        case .segmentAdded(let fact):
            agenda.insert(
                Segment(
                    id: fact.segment, kind: fact.kind, title: fact.title, note: fact.note,
                    timeboxSeconds: fact.timeboxSeconds, speaker: fact.speaker, leadNote: fact.leadNote,
                    breakout: fact.breakout, bench: fact.bench),
                at: min(max(0, fact.index), agenda.count))
        case .segmentEdited(let fact):
            change(fact.segment) {
                $0.kind = fact.kind
                $0.title = fact.title
                $0.timeboxSeconds = fact.timeboxSeconds
                $0.note = fact.note
                ($0.speaker, $0.leadNote, $0.breakout) = (fact.speaker, fact.leadNote, fact.breakout)
                $0.bench = fact.bench
            }
        case .segmentMoved(let fact):
            guard let from = agenda.firstIndex(where: { $0.id == fact.segment }) else { break }
            let moved = agenda.remove(at: from)
            agenda.insert(moved, at: min(max(0, fact.index), agenda.count))
        case .segmentRemoved(let fact):
            agenda.removeAll { $0.id == fact.segment }
            itemRules[fact.segment] = nil
        case .segmentOpened(let fact):
            current = fact.segment
            change(fact.segment) {
                $0.state = .open
                $0.runs.append(Run(from: at, to: nil))
            }
        case .segmentEnded(let fact): close(fact.segment, as: .done, at: at)
        case .segmentSkipped(let fact): close(fact.segment, as: .skipped, at: at)
        case .timeboxSet(let fact): change(fact.segment) { $0.timeboxSeconds = fact.timeboxSeconds }
        case .stepUndone(let fact): undo(fact, at: at)
        }
    }

    private mutating func close(_ id: SegmentID, as state: SegmentState, at: Instant) {
        if current == id { current = nil }
        change(id) {
            $0.state = state
            if let last = $0.runs.indices.last, $0.runs[last].to == nil { $0.runs[last].to = at }
        }
    }

    private mutating func change(_ id: SegmentID, _ body: (inout Segment) -> Void) {
        guard let index = agenda.firstIndex(where: { $0.id == id }) else { return }
        body(&agenda[index])
    }
}
