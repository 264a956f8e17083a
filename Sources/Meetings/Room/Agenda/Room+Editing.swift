// Knows how an agenda is edited, before and during a meeting.

extension Room {
    func adding(_ wish: AddSegment) throws(Rejection) -> [Event] {
        guard agenda.count < Limits.segments else { throw .tooMany(limit: Limits.segments) }
        return try added(wish.plan, at: min(max(0, wish.index), agenda.count), after: 0)
    }

    /// An item with what is asked in it, `count` facts after those that are there.
    func added(_ plan: SegmentPlan, at index: Int, after count: Int) throws(Rejection) -> [Event] {
        let plan = try checked(plan)
        let segment = SegmentID(rawValue: fresh("s", after: count))
        var events = [
            SegmentAdded(
                segment: segment, kind: plan.kind, title: plan.title, timeboxSeconds: plan.timeboxSeconds,
                note: plan.note, index: index, speaker: plan.speaker, leadNote: plan.leadNote, breakout: plan.breakout,
                bench: plan.bench
            ).event
        ]
        for prompt in plan.prompts ?? [] {
            let id = PromptID(rawValue: fresh("w", after: count + events.count))
            events.append(prompt.prepared(as: id, for: segment))
        }
        return events
    }

    func editing(_ wish: EditSegment) throws(Rejection) -> [Event] {
        let target = try segment(wish.segment)
        guard target.state == .upcoming || target.state == .open else { throw .closed }
        let plan = try checked(wish.plan)
        return [
            SegmentEdited(
                segment: wish.segment, kind: plan.kind, title: plan.title, timeboxSeconds: plan.timeboxSeconds,
                note: plan.note, speaker: plan.speaker, leadNote: plan.leadNote, breakout: plan.breakout,
                bench: plan.bench
            ).event
        ]
    }

    func moving(_ wish: MoveSegment) throws(Rejection) -> [Event] {
        _ = try segment(wish.segment)
        let bounded = min(max(0, wish.index), agenda.count - 1)
        guard agenda.firstIndex(where: { $0.id == wish.segment }) != bounded else { throw .alreadySo }
        return [SegmentMoved(segment: wish.segment, index: bounded).event]
    }

    /// What has begun stays in the log and so in the agenda: it can be skipped, not removed.
    func removing(_ wish: RemoveSegment) throws(Rejection) -> [Event] {
        guard try segment(wish.segment).runs.isEmpty else { throw .closed }
        // What was to be asked in it goes with it; what was asked stays.
        let unasked = prompts.filter { $0.segment == wish.segment && $0.openedAt == nil }
        return unasked.map { PromptRemoved(prompt: $0.id).event } + [SegmentRemoved(segment: wish.segment).event]
    }

    /// A plan with its text cleaned and its time within bounds.
    func checked(_ plan: SegmentPlan) throws(Rejection) -> SegmentPlan {
        let bounds = Limits.timeboxSeconds
        guard bounds.contains(plan.timeboxSeconds) else {
            throw .outOfBounds(least: bounds.lowerBound, most: bounds.upperBound)
        }
        var asked: [PromptPlan]?
        if let planned = plan.prompts {
            guard prompts.count + planned.count <= Limits.prompts else { throw .tooMany(limit: Limits.prompts) }
            asked = []
            for prompt in planned { asked?.append(try prompt.checked()) }
        }
        if let draft = plan.breakout?.draft, !drafts.contains(where: { $0.id == draft }) { throw .notFound }
        return SegmentPlan(
            kind: plan.kind, title: try Text.line(plan.title, limit: Limits.titleLength),
            timeboxSeconds: plan.timeboxSeconds, note: try Text.optionalBlock(plan.note, limit: Limits.noteLength),
            speaker: try Text.optionalLine(plan.speaker, limit: Limits.nameLength),
            leadNote: try Text.optionalBlock(plan.leadNote, limit: Limits.noteLength),
            breakout: try plan.breakout?.checked(), bench: try plan.bench?.checked(), prompts: asked)
    }
}
