// Knows the page that buddies share: goal, notes, next date, pause, and whether they talked.

extension Network {
    func decideSharing(_ command: NetworkCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        let person = try actor(context)
        guard let id = command.pair, let pair = pair(id) else { throw .notFound }
        // Nothing is shared before everybody said yes.
        guard pair.state == .made else { throw .closed }
        switch command {
        case .setBuddyGoal(_, let text):
            let text = try Text.optionalBlock(text, limit: NetworkLimits.goalLength) ?? ""
            guard text != pair.goal ?? "" else { throw .alreadySo }
            return [.buddyGoalSet(pair: id, person: person, text: text)]
        case .writeBuddyNote(_, let text):
            guard pair.notes.count < NetworkLimits.notes else { throw .tooMany(limit: NetworkLimits.notes) }
            let text = try Text.block(text, limit: NetworkLimits.noteLength)
            return [
                .buddyNoteWritten(
                    pair: id, note: NoteID(rawValue: fresh("n")), person: person, text: text,
                    words: Text.words(in: text))
            ]
        case .removeBuddyNote(_, let note):
            guard let found = pair.notes.first(where: { $0.id == note }) else { throw .notFound }
            guard found.person == person else { throw .notAllowed(needs: .participant) }
            return [.buddyNoteRemoved(pair: id, note: note)]
        case .setBuddyDate(_, let day, let text):
            let text = try Text.optionalLine(text, limit: NetworkLimits.dateTextLength)
            let day = try day.map { day throws(Rejection) in try Self.ahead(day, context.at, least: 0) }?.0
            guard day != pair.next?.day || text != pair.next?.text else { throw .alreadySo }
            return [.buddyDateSet(pair: id, person: person, day: day, text: text)]
        case .pauseBuddies(_, let until):
            let until = try until.map { day throws(Rejection) in try Self.ahead(day, context.at, least: 1) }?.1.start
            guard until != nil || pair.isPaused(at: context.at) else { throw .alreadySo }
            return [.buddyPaused(pair: id, person: person, until: until)]
        case .checkInBuddy(_, let occasion, let meeting, let outcome):
            return try checkIn(pair, person, occasion, meeting, outcome, at: context.at)
        default: throw .notFound
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
            .buddyCheckedIn(pair: pair.id, person: person, occasion: occasion, meeting: meeting, outcome: outcome)
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

    mutating func applySharing(_ entry: NetworkEntry) -> Bool {
        switch entry.event {
        case .buddyGoalSet(let id, _, let text): change(id) { $0.goal = text }
        case .buddyNoteWritten(let id, let note, let person, let text, _):
            change(id) { $0.notes.append(BuddyNote(id: note, person: person, text: text, at: entry.at)) }
        case .buddyNoteRemoved(let id, let note): change(id) { $0.notes.removeAll { $0.id == note } }
        case .buddyDateSet(let id, _, let day, let text):
            change(id) { $0.next = day == nil && text == nil ? nil : BuddyDate(day: day, text: text) }
        case .buddyPaused(let id, _, let until): change(id) { $0.pausedUntil = until }
        case .buddyCheckedIn(let id, let person, let occasion, let meeting, let outcome):
            change(id) { pair in
                pair.checkIns.removeAll {
                    $0.person == person && $0.occasion == occasion && $0.meeting == meeting
                }
                pair.checkIns.append(
                    BuddyCheckIn(
                        person: person, occasion: occasion, meeting: meeting, outcome: outcome, at: entry.at))
            }
        default: return false
        }
        return true
    }
}
