// Knows what somebody will do after the meeting: they say it, say it anew or take it back; nobody else is told.

/// What somebody will do after the meeting.
public struct PersonalAction: Codable, Equatable, Sendable {
    /// Nil once it was taken back or erased.
    public var what: String?
    /// The day by which, as "2026-12-18".
    public var by: String?
    public var showTo: String?

    /// An action; it is checked where it enters a room.
    public init(what: String? = nil, by: String? = nil, showTo: String? = nil) {
        (self.what, self.by, self.showTo) = (what, by, showTo)
    }
}

extension Room {
    func decide(_ command: TakeawayCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .saveAction(let wish):
            let actor = try actor(context)
            let before = actions[actor] ?? PersonalAction()
            let action = try checked(wish, before, context.at)
            guard action != before else { throw .alreadySo }
            return [ActionSaved(person: actor, what: action.what, by: action.by, showTo: action.showTo).event]
        case .correctRecord(let wish): return try correcting(wish, context)
        }
    }

    private func checked(
        _ wish: SaveAction, _ before: PersonalAction, _ now: Instant
    ) throws(Rejection) -> PersonalAction {
        guard let what = try Text.optionalBlock(wish.what, limit: Limits.actionLength) else { return PersonalAction() }
        let showTo = try Text.optionalLine(wish.showTo, limit: Limits.nameLength)
        // A day that has passed meanwhile stays while the rest is changed.
        if let by = wish.by, by != before.by {
            guard let day = Day(by) else { throw .textMissing }
            let days = Int(day.number - Day(of: now).number)
            // Where somebody is, it may be the day before.
            try Limits.check(days, -1...NetworkLimits.daysAhead)
        }
        return PersonalAction(what: what, by: wish.by, showTo: showTo)
    }

    mutating func apply(_ facet: TakeawayFact, at: Instant) {
        switch facet {
        case .actionSaved(let fact):
            // What somebody wrote who counts without a name is nobody's.
            guard fact.person != .counted else { return }
            actions[fact.person] = PersonalAction(what: fact.what, by: fact.by, showTo: fact.showTo)
        case .recordCorrected(let fact):
            guard fact.person != .counted else { return }
            corrections[fact.person] = (corrections[fact.person] ?? []).with(
                RecordCorrection(claim: fact.claim, segment: fact.segment))
        }
    }

    /// What one of two entries said is the person's, unless they said it here too.
    mutating func takeAction(of former: PersonID, _ into: PersonID?) {
        guard let action = actions.removeValue(forKey: former), let into, actions[into]?.what == nil else { return }
        actions[into] = action
    }
}
