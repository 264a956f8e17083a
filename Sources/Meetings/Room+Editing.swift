// Knows how an agenda is edited, before and during a meeting.

extension Room {
    func decideEditing(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .addSegment(let plan, let index):
            guard agenda.count < Limits.segments else { throw .tooMany(limit: Limits.segments) }
            let plan = try checked(plan)
            return [
                .segmentAdded(
                    segment: SegmentID(rawValue: fresh("s")), kind: plan.kind, title: plan.title,
                    timeboxSeconds: plan.timeboxSeconds, note: plan.note, index: min(max(0, index), agenda.count))
            ]
        case .editSegment(let id, let plan):
            let target = try segment(id)
            guard target.state == .upcoming || target.state == .open else { throw .closed }
            let plan = try checked(plan)
            return [
                .segmentEdited(
                    segment: id, kind: plan.kind, title: plan.title, timeboxSeconds: plan.timeboxSeconds,
                    note: plan.note)
            ]
        case .moveSegment(let id, let index):
            _ = try segment(id)
            let bounded = min(max(0, index), agenda.count - 1)
            guard agenda.firstIndex(where: { $0.id == id }) != bounded else { throw .alreadySo }
            return [.segmentMoved(segment: id, index: bounded)]
        case .removeSegment(let id):
            // What has begun stays in the log and so in the agenda: it can be skipped, not removed.
            guard try segment(id).runs.isEmpty else { throw .closed }
            return [.segmentRemoved(segment: id)]
        default: throw .notFound
        }
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
