// Knows how a step that others feel is taken back, and what somebody took back is put back: for a moment the room
// remembers how it was before.

/// The last step of the agenda, or end of groups, with how things were before it.
public struct LastStep: Codable, Equatable, Sendable {
    /// When it was made.
    var at: Instant
    /// The number of its last fact.
    var last: Int64
    /// How far the facts of one command have come: each has its place in the order in which they follow each other.
    var place: Int
    var states: [SegmentID: SegmentState]
    var current: SegmentID?
    var round: RoundID?
    /// Whose turn it ended.
    var speaker: PersonID?
}

extension Event {
    /// The place of a fact among those that make a step; nil for all others.
    fileprivate var placeInStep: Int? {
        switch self {
        case .groups(.groupsEnded): 0
        case .agenda(.segmentEnded), .agenda(.segmentSkipped): 1
        case .floor(.turnEnded): 2
        case .pulse(.pulseOpened): 3
        case .agenda(.segmentOpened): 4
        case .frame, .door, .roster, .agenda, .pulse, .prompts, .bench, .chat, .floor, .questions, .topics, .drafts,
            .groups, .notes, .turns, .takeaway, .imports:
            nil
        }
    }

    /// Whether a step begins with it: the end of a turn, or a quick question, alone is none.
    fileprivate var beginsStep: Bool {
        switch self {
        case .agenda, .groups: placeInStep != nil
        case .frame, .door, .roster, .pulse, .prompts, .bench, .chat, .floor, .questions, .topics, .drafts, .notes,
            .turns, .takeaway, .imports:
            false
        }
    }
}

extension Room {
    /// To be called before a fact takes effect.
    mutating func remember(before entry: Entry) {
        guard let place = entry.event.placeInStep else { return }
        if let step = lastStep, step.at == entry.at, step.last == entry.sequence - 1, step.place < place {
            lastStep?.last = entry.sequence
            lastStep?.place = place
            if case .floor(.turnEnded(let fact)) = entry.event { lastStep?.speaker = fact.person }
        } else if entry.event.beginsStep {
            lastStep = LastStep(
                at: entry.at, last: entry.sequence, place: place,
                states: Dictionary(agenda.map { ($0.id, $0.state) }) { first, _ in first }, current: current,
                round: round?.id)
        }
    }

    /// A step can be taken back until something else was stepped to, and for `Limits.undoMilliseconds`.
    func undoing(_ context: Context) throws(Rejection) -> [Event] {
        guard let step = lastStep, context.undoes == step.last else { throw .outdated }
        guard context.at - step.at <= Limits.undoMilliseconds else { throw .closed }
        // Other groups run by now: those that were ended cannot run beside them.
        guard step.round == round?.id || rounds.last?.id == step.round else { throw .outdated }
        let changed = agenda.compactMap { segment in
            step.states[segment.id].flatMap { state in
                state == segment.state ? nil : StepUndone.Item(segment: segment.id, state: state)
            }
        }
        return [
            StepUndone(
                segments: changed, current: agenda.contains { $0.id == step.current } ? step.current : nil,
                round: step.round == round?.id ? nil : step.round,
                speaker: turn == nil ? step.speaker.flatMap { people[$0]?.isPresent == true ? $0 : nil } : nil,
                reopened: pulses.filter { $0.closedAt == step.at }.map(\.id),
                closed: pulses.filter { $0.openedAt == step.at && $0.closedAt == nil }.map(\.id)
            ).event
        ]
    }

    mutating func undo(_ fact: StepUndone, at: Instant) {
        lastStep = nil
        current = fact.current
        for item in fact.segments {
            guard let index = agenda.firstIndex(where: { $0.id == item.segment }) else { continue }
            agenda[index].goBack(to: item.state)
        }
        for index in pulses.indices {
            if fact.reopened.contains(pulses[index].id) { pulses[index].closedAt = nil }
            if fact.closed.contains(pulses[index].id) { pulses[index].closedAt = at }
        }
        if let round = fact.round { runAgain(round) }
        // What they said until the step is counted already.
        if let speaker = fact.speaker {
            queue.removeAll { $0.person == speaker }
            turn = Turn(person: speaker, startedAt: at, source: .client)
        }
    }
}

extension Room {
    /// Whether something that was taken back may still be put back.
    func checkTakenBack(_ object: String, _ context: Context) throws(Rejection) {
        guard let at = takenBack[object], context.at - at <= Limits.undoMilliseconds else { throw .closed }
    }

    mutating func noteTakenBack(_ object: String, at: Instant) {
        takenBack = takenBack.filter { at - $0.value <= Limits.undoMilliseconds }
        takenBack[object] = at
    }
}

extension Segment {
    /// As if the step had not been: its time goes on, or did not begin.
    fileprivate mutating func goBack(to earlier: SegmentState) {
        if state == .open, !runs.isEmpty { runs.removeLast() }
        if earlier == .open, let last = runs.indices.last { runs[last].to = nil }
        state = earlier
    }
}
