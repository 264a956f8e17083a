// Knows the page that buddies share: goal, notes, next date, pause, and whether they talked.

extension Network {
    func decide(_ command: SharingCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        let person = try actor(context)
        guard let id = command.wish.pairConcerned, let pair = pair(id) else { throw .notFound }
        // Nothing is shared before everybody said yes.
        guard pair.state == .made else { throw .closed }
        switch command {
        case .setBuddyGoal(let wish):
            let text = try Text.optionalBlock(wish.text, limit: NetworkLimits.goalLength) ?? ""
            guard text != pair.goal ?? "" else { throw .alreadySo }
            return [BuddyGoalSet(pair: id, person: person, text: text).event]
        case .writeBuddyNote(let wish):
            guard pair.notes.count < NetworkLimits.notes else { throw .tooMany(limit: NetworkLimits.notes) }
            let text = try Text.block(wish.text, limit: NetworkLimits.noteLength)
            return [
                BuddyNoteWritten(
                    pair: id, note: NoteID(rawValue: fresh("n")), person: person, text: text,
                    words: Text.words(in: text)
                ).event
            ]
        case .removeBuddyNote(let wish):
            guard let found = pair.notes.first(where: { $0.id == wish.note }) else { throw .notFound }
            guard found.person == person else { throw .notAllowed(needs: .participant) }
            return [BuddyNoteRemoved(pair: id, note: wish.note).event]
        case .setBuddyDate(let wish):
            let text = try Text.optionalLine(wish.text, limit: NetworkLimits.dateTextLength)
            let day = try wish.day.map { day throws(Rejection) in try Self.ahead(day, context.at, least: 0) }?.0
            guard day != pair.next?.day || text != pair.next?.text else { throw .alreadySo }
            return [BuddyDateSet(pair: id, person: person, day: day, text: text).event]
        case .pauseBuddies(let wish):
            let until = try wish.until.map { day throws(Rejection) in try Self.ahead(day, context.at, least: 1) }?.1
                .start
            guard until != nil || pair.isPaused(at: context.at) else { throw .alreadySo }
            return [BuddyPaused(pair: id, person: person, until: until).event]
        case .checkInBuddy(let wish):
            return try checkIn(pair, person, wish.occasion, wish.meeting, wish.outcome, at: context.at)
        }
    }

    private func checkIn(
        _ pair: BuddyPair, _ person: PersonID, _ occasion: CheckInOccasion, _ meeting: String?, _ outcome: BuddyOutcome,
        at: Instant
    ) throws(Rejection) -> [NetworkEvent] {
        if occasion == .meeting {
            guard let meeting, !meeting.isEmpty, meeting.utf8.count <= NetworkLimits.meetingLength else {
                throw .notFound
            }
            guard pair.isAskedAtMeetings(at: at) else { throw .closed }
        } else {
            guard meeting == nil else { throw .notFound }
            // Before its time there is nothing to say; afterwards the next one asks.
            guard pair.openCheckIn(at: at) == occasion else { throw .closed }
        }
        guard pair.checkIn(person, occasion, meeting: meeting)?.outcome != outcome else { throw .alreadySo }
        return [
            BuddyCheckedIn(pair: pair.id, person: person, occasion: occasion, meeting: meeting, outcome: outcome).event
        ]
    }

    /// A day that is written as one and not too far away; `least` is 0 for today.
    private static func ahead(_ text: String, _ now: Instant, least: Int64) throws(Rejection) -> (String, Day) {
        guard let day = Day(text) else { throw .textMissing }
        let days = day.number - Day(of: now).number
        guard days >= least, days <= NetworkLimits.daysAhead else {
            throw .outOfBounds(least: Int(least), most: NetworkLimits.daysAhead)
        }
        return (text, day)
    }

    mutating func apply(_ facet: SharingFact, at: Instant) {
        switch facet {
        case .buddyGoalSet(let fact): change(fact.pair) { $0.goal = fact.text }
        case .buddyNoteWritten(let fact):
            change(fact.pair) {
                $0.notes.append(BuddyNote(id: fact.note, person: fact.person, text: fact.text, at: at))
            }
        case .buddyNoteRemoved(let fact): change(fact.pair) { $0.notes.removeAll { $0.id == fact.note } }
        case .buddyDateSet(let fact):
            change(fact.pair) {
                $0.next = fact.day == nil && fact.text == nil ? nil : BuddyDate(day: fact.day, text: fact.text)
            }
        case .buddyPaused(let fact): change(fact.pair) { $0.pausedUntil = fact.until }
        case .buddyCheckedIn(let fact):
            change(fact.pair) { pair in
                pair.checkIns.removeAll {
                    $0.person == fact.person && $0.occasion == fact.occasion && $0.meeting == fact.meeting
                }
                pair.checkIns.append(
                    BuddyCheckIn(
                        person: fact.person, occasion: fact.occasion, meeting: fact.meeting, outcome: fact.outcome,
                        at: at))
            }
        }
    }
}
