// Knows the frame: planning, opening, options, locking, ending.

extension Room {
    func decide(_ command: FrameCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .plan(let wish):
            guard sequence == 0, case .system = context.actor else { throw .alreadySo }
            guard wish.segments.count <= Limits.segments else { throw .tooMany(limit: Limits.segments) }
            try Limits.check(moment: wish.plannedStart)
            var events: [Event] = [
                MeetingPlanned(
                    title: try Text.line(wish.title, limit: Limits.titleLength), plannedStart: wish.plannedStart,
                    zone: try Text.line(wish.zone, limit: Limits.zoneLength), options: wish.options
                ).event
            ]
            for (index, plan) in wish.segments.enumerated() {
                events += try added(plan, at: index, after: events.count)
            }
            let asked = wish.segments.reduce(0) { $0 + ($1.prompts?.count ?? 0) }
            guard asked <= Limits.prompts else { throw .tooMany(limit: Limits.prompts) }
            return events
        case .beginRecording(let wish):
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            return [RecordingBegan(recording: try wish.recording.checked()).event]
        case .retitle(let wish):
            let title = try Text.line(wish.title, limit: Limits.titleLength)
            guard title != details.title else { throw .alreadySo }
            return [MeetingRetitled(title: title).event]
        case .schedule(let wish):
            try Limits.check(moment: wish.plannedStart)
            return [
                MeetingScheduled(
                    plannedStart: wish.plannedStart, zone: try Text.line(wish.zone, limit: Limits.zoneLength)
                ).event
            ]
        case .setVenue(let wish):
            let place = try Text.optionalLine(wish.place, limit: Limits.placeLength)
            let link = try Text.optionalLink(wish.callLink, limit: Limits.linkLength)
            guard place != details.place || link != details.callLink else { throw .alreadySo }
            return [VenueSet(place: place, callLink: link).event]
        case .setOptions(let wish):
            guard wish.options != details.options else { throw .alreadySo }
            // Whom the lobby kept waiting is not forgotten when it goes: they come in.
            let admitted: [Event] = wish.options.lobby ? [] : waiting.keys.sorted().compactMap { admission(of: $0) }
            return [OptionsSet(options: wish.options).event] + admitted
        case .openMeeting:
            return [MeetingOpened().event]
        case .endMeeting:
            // No pulse opens for a talk that ends with the meeting: nobody could answer it.
            let ended: [Event] = segment.map { [SegmentEnded(segment: $0.id).event] } ?? []
            return closingPulses() + closingPrompts() + closingRound() + ended + closingTurn(context.at) + [
                MeetingEnded().event
            ]
        case .reopenMeeting:
            guard details.phase == .ended else { throw .alreadySo }
            return [MeetingReopened().event]
        case .lockRoom:
            guard !details.isLocked else { throw .alreadySo }
            return [RoomLocked().event]
        case .unlockRoom:
            guard details.isLocked else { throw .alreadySo }
            return [RoomUnlocked().event]
        }
    }

    mutating func apply(_ facet: FrameFact, at: Instant) {
        switch facet {
        case .meetingPlanned(let fact):
            details.title = fact.title
            details.plannedStart = Limits.sane(fact.plannedStart)
            details.zone = fact.zone
            details.options = fact.options
        case .meetingRetitled(let fact): details.title = fact.title
        case .meetingScheduled(let fact):
            details.plannedStart = Limits.sane(fact.plannedStart)
            details.zone = fact.zone
        case .venueSet(let fact): (details.place, details.callLink) = (fact.place, fact.callLink)
        case .optionsSet(let fact): details.options = fact.options
        // What it tells is for the figures.
        case .recordingBegan: break
        case .meetingOpened:
            details.phase = .open
            details.openedAt = at
        case .meetingEnded:
            details.phase = .ended
            details.endedAt = at
            endForEverybody()
        case .meetingReopened:
            details.phase = .open
            details.endedAt = nil
        case .roomLocked: details.isLocked = true
        case .roomUnlocked: details.isLocked = false
        }
    }

    /// Nobody is present in a meeting that is over, and whoever chose "count only" is forgotten: their name goes
    /// here as it goes from the erasable rows, so that live state and replayed state stay the same.
    private mutating func endForEverybody() {
        queue = []
        turn = nil
        lastStep = nil
        takenBack = [:]
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
            actions[id] = nil
            corrections[id] = nil
        }
        removed.removeAll { counted.contains($0) }
        merged = merged.filter { !counted.contains($0.key) && !counted.contains($0.value) }
        for id in people.keys { people[id]?.claims = nil }
        messages.changeAll { message in
            if counted.contains(message.author) {
                message.author = .counted
                message.name = nil
            }
            message.reactions = message.reactions.mapValues { people in
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
        forgetOnBenches(counted)
        forgetInPrompts(counted)
    }
}
