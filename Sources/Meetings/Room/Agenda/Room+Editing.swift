// Knows how an agenda is edited, before and during a meeting.

extension Room {
    func adding(_ wish: AddSegment) throws(Rejection) -> [Event] {
        guard agenda.count < Limits.segments else { throw .tooMany(limit: Limits.segments) }
        let plan = try checked(wish.plan)
        return [
            SegmentAdded(
                segment: SegmentID(rawValue: fresh("s")), kind: plan.kind, title: plan.title,
                timeboxSeconds: plan.timeboxSeconds, note: plan.note, index: min(max(0, wish.index), agenda.count)
            ).event
        ]
    }

    func editing(_ wish: EditSegment) throws(Rejection) -> [Event] {
        let target = try segment(wish.segment)
        guard target.state == .upcoming || target.state == .open else { throw .closed }
        let plan = try checked(wish.plan)
        return [
            SegmentEdited(
                segment: wish.segment, kind: plan.kind, title: plan.title, timeboxSeconds: plan.timeboxSeconds,
                note: plan.note
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
        return [SegmentRemoved(segment: wish.segment).event]
    }

    /// A plan with its text cleaned and its time within bounds.
    func checked(_ plan: SegmentPlan) throws(Rejection) -> SegmentPlan {
        let bounds = Limits.timeboxSeconds
        guard bounds.contains(plan.timeboxSeconds) else {
            throw .outOfBounds(least: bounds.lowerBound, most: bounds.upperBound)
        }
        return SegmentPlan(
            kind: plan.kind, title: try Text.line(plan.title, limit: Limits.titleLength),
            timeboxSeconds: plan.timeboxSeconds, note: try Text.optionalBlock(plan.note, limit: Limits.noteLength))
    }
}
