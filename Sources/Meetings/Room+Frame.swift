// Knows the frame: planning, opening, options, locking, ending.

extension Room {
    func decideFrame(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .plan(let title, let plannedStart, let zone, let options, let segments):
            guard sequence == 0, case .system = context.actor else { throw .alreadySo }
            guard segments.count <= Limits.segments else { throw .tooMany(limit: Limits.segments) }
            var events: [Event] = [
                .meetingPlanned(
                    title: try Text.line(title, limit: Limits.titleLength), plannedStart: plannedStart,
                    zone: try Text.line(zone, limit: Limits.zoneLength), options: options)
            ]
            for (index, plan) in segments.enumerated() {
                let plan = try checked(plan)
                events.append(
                    .segmentAdded(
                        segment: SegmentID(rawValue: fresh("s", after: events.count)), kind: plan.kind,
                        title: plan.title, timeboxSeconds: plan.timeboxSeconds, note: plan.note, index: index))
            }
            return events
        case .beginRecording(let recording):
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            return [.recordingBegan(recording: try recording.checked())]
        case .retitle(let title):
            let title = try Text.line(title, limit: Limits.titleLength)
            guard title != details.title else { throw .alreadySo }
            return [.meetingRetitled(title: title)]
        case .schedule(let plannedStart, let zone):
            return [.meetingScheduled(plannedStart: plannedStart, zone: try Text.line(zone, limit: Limits.zoneLength))]
        case .setOptions(let options):
            guard options != details.options else { throw .alreadySo }
            // Whom the lobby kept waiting is not forgotten when it goes: they come in.
            let admitted: [Event] = options.lobby ? [] : waiting.keys.sorted().compactMap { admission(of: $0) }
            return [.optionsSet(options: options)] + admitted
        case .openMeeting:
            return [.meetingOpened]
        case .endMeeting:
            // No pulse opens for a talk that ends with the meeting: nobody could answer it.
            let ended: [Event] = segment.map { [.segmentEnded(segment: $0.id)] } ?? []
            return closingPulses() + closingRound() + ended + closingTurn(context.at) + [.meetingEnded]
        case .reopenMeeting:
            guard details.phase == .ended else { throw .alreadySo }
            return [.meetingReopened]
        case .lockRoom:
            guard !details.isLocked else { throw .alreadySo }
            return [.roomLocked]
        case .unlockRoom:
            guard details.isLocked else { throw .alreadySo }
            return [.roomUnlocked]
        default: throw .notFound
        }
    }

    mutating func applyFrame(_ entry: Entry) -> Bool {
        switch entry.event {
        case .meetingPlanned(let title, let plannedStart, let zone, let options):
            details.title = title
            details.plannedStart = plannedStart
            details.zone = zone
            details.options = options
        case .meetingRetitled(let title): details.title = title
        case .meetingScheduled(let plannedStart, let zone):
            details.plannedStart = plannedStart
            details.zone = zone
        case .optionsSet(let options): details.options = options
        case .meetingOpened:
            details.phase = .open
            details.openedAt = entry.at
        case .meetingEnded:
            details.phase = .ended
            details.endedAt = entry.at
            endForEverybody()
        case .meetingReopened:
            details.phase = .open
            details.endedAt = nil
        case .roomLocked: details.isLocked = true
        case .roomUnlocked: details.isLocked = false
        default: return false
        }
        return true
    }

    /// Nobody is present in a meeting that is over, and whoever chose "count only" is forgotten: their name goes
    /// here as it goes from the erasable rows, so that live state and replayed state stay the same.
    private mutating func endForEverybody() {
        queue = []
        turn = nil
        waiting = [:]
        for id in people.keys {
            people[id]?.isPresent = false
            people[id]?.isCheckedIn = false
        }
        let counted = Set(countOnly).union([.counted])
        countedPeople += countOnly.count
        countOnly = []
        denials = [:]
        for id in counted {
            people[id] = nil
            talk[id] = nil
        }
        removed.removeAll { counted.contains($0) }
        for index in messages.indices {
            if counted.contains(messages[index].author) {
                messages[index].author = .counted
                messages[index].name = nil
            }
            messages[index].reactions = messages[index].reactions.mapValues { people in
                people.filter { !counted.contains($0) }
            }.filter { !$0.value.isEmpty }
        }
        for index in questions.indices {
            if counted.contains(questions[index].author) {
                questions[index].author = .counted
                questions[index].name = nil
            }
            questions[index].supporters.removeAll { counted.contains($0) }
        }
        for index in pulses.indices {
            pulses[index].answers = pulses[index].answers.filter { !counted.contains($0.key) }
        }
        forgetInGroups(counted)
    }
}
