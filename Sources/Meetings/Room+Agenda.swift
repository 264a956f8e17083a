// Knows the flow of the agenda: open, next, back, extend, skip. Editing is in Room+Editing.

extension Room {
    func decideFlow(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .openSegment(let id):
            let target = try segment(id)
            guard target.state != .open else { throw .alreadySo }
            return closingSegment(context.at) + [.segmentOpened(segment: id)]
        case .openNext:
            let from = agenda.firstIndex { $0.id == current }.map { $0 + 1 } ?? 0
            guard let next = agenda[from...].first(where: { $0.state == .upcoming }) else {
                guard current != nil else { throw .notFound }
                return closingSegment(context.at)
            }
            return closingSegment(context.at) + [.segmentOpened(segment: next.id)]
        case .openPrevious:
            let to = agenda.firstIndex { $0.id == current } ?? agenda.count
            guard let previous = agenda[..<to].last(where: { $0.state == .done }) else { throw .notFound }
            return closingSegment(context.at) + [.segmentOpened(segment: previous.id)]
        case .adjustTimebox(let id, let seconds):
            let target = try segment(id)
            guard target.state == .open || target.state == .upcoming else { throw .closed }
            let step = Limits.timeboxStepSeconds
            guard seconds != 0, (-step...step).contains(seconds) else { throw .outOfBounds(least: -step, most: step) }
            let bounds = Limits.timeboxSeconds
            let timebox = target.timeboxSeconds + seconds
            guard bounds.contains(timebox) else {
                throw .outOfBounds(least: bounds.lowerBound, most: bounds.upperBound)
            }
            return [.timeboxSet(segment: id, timeboxSeconds: timebox)]
        case .skipSegment(let id, let isConfirmed):
            let target = try segment(id)
            guard target.state == .upcoming || target.state == .open else { throw .closed }
            guard target.kind != .reflection || isConfirmed else { throw .needsConfirmation }
            guard target.state == .open else { return [.segmentSkipped(segment: id)] }
            let following = agenda.drop { $0.id != id }.dropFirst().first { $0.state == .upcoming }
            return closingPulses() + closingRound() + [.segmentSkipped(segment: id)]
                + (following.map { [.segmentOpened(segment: $0.id)] } ?? [])
        default: throw .notFound
        }
    }

    func segment(_ id: SegmentID) throws(Rejection) -> Segment {
        guard let found = agenda.first(where: { $0.id == id }) else { throw .notFound }
        return found
    }

    /// What is said when the open segment ends: earlier pulses close; after a talk the next one opens by itself.
    func closingSegment(_ at: Instant) -> [Event] {
        guard let segment else { return [] }
        var events = closingPulses() + closingRound() + [.segmentEnded(segment: segment.id)]
        if segment.kind == .talk, details.options.pulseAfterTalk {
            events.append(
                .pulseOpened(pulse: PulseID(rawValue: fresh("u", after: events.count)), segment: segment.id))
        }
        return events
    }

    mutating func applyAgenda(_ entry: Entry) -> Bool {
        switch entry.event {
        case .segmentAdded(let id, let kind, let title, let timebox, let note, let index):
            agenda.insert(
                Segment(id: id, kind: kind, title: title, note: note, timeboxSeconds: timebox),
                at: min(max(0, index), agenda.count))
        case .segmentEdited(let id, let kind, let title, let timebox, let note):
            change(id) {
                $0.kind = kind
                $0.title = title
                $0.timeboxSeconds = timebox
                $0.note = note
            }
        case .segmentMoved(let id, let index):
            guard let from = agenda.firstIndex(where: { $0.id == id }) else { break }
            let moved = agenda.remove(at: from)
            agenda.insert(moved, at: min(max(0, index), agenda.count))
        case .segmentRemoved(let id):
            agenda.removeAll { $0.id == id }
        case .segmentOpened(let id):
            current = id
            change(id) {
                $0.state = .open
                $0.runs.append(Run(from: entry.at, to: nil))
            }
        case .segmentEnded(let id): close(id, as: .done, at: entry.at)
        case .segmentSkipped(let id): close(id, as: .skipped, at: entry.at)
        case .timeboxSet(let id, let timebox): change(id) { $0.timeboxSeconds = timebox }
        default: return false
        }
        return true
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
