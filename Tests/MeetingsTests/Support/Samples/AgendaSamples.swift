// Knows samples of the facet `agenda`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

private let brief = SegmentPlan(kind: .pause, title: "Paned", timeboxSeconds: 600, note: "In the hall")

extension AgendaCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .openSegment: OpenSegment(segment: "s2", carriesTurn: true).command
        case .openNext: OpenNext().command
        case .openPrevious: OpenPrevious().command
        case .adjustTimebox: AdjustTimebox(segment: "s2", seconds: -60).command
        case .skipSegment: SkipSegment(segment: "s2", isConfirmed: true).command
        case .addSegment: AddSegment(plan: brief, index: 1).command
        case .editSegment: EditSegment(segment: "s2", plan: brief).command
        case .moveSegment: MoveSegment(segment: "s2", index: 3).command
        case .removeSegment: RemoveSegment(segment: "s2").command
        case .undo: Undo(step: "c7").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .openSegment: "O LC - -"
        case .openNext: "O LC - -"
        case .openPrevious: "O LC - -"
        case .adjustTimebox: "O LC - -"
        case .skipSegment: "O LC - -"
        case .addSegment: "PO LC - -"
        case .editSegment: "PO LC - -"
        case .moveSegment: "PO LC - -"
        case .removeSegment: "PO LC - -"
        case .undo: "O LC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .openSegment: OpenSegment(segment: "s3").command
        case .adjustTimebox: AdjustTimebox(segment: "s3", seconds: 60).command
        case .skipSegment: SkipSegment(segment: "s3", isConfirmed: false).command
        case .editSegment: EditSegment(segment: "s3", plan: Given.segments[0]).command
        case .moveSegment: MoveSegment(segment: "s3", index: 0).command
        case .removeSegment: RemoveSegment(segment: "s3").command
        case .openNext, .openPrevious, .addSegment, .undo: sample
        }
    }

    func before(_ id: PersonID) -> [Event] {
        switch self {
        case .undo: [SegmentSkipped(segment: "s3").event]
        case .openSegment, .openNext, .openPrevious, .adjustTimebox, .skipSegment, .addSegment, .editSegment,
            .moveSegment, .removeSegment:
            []
        }
    }
}

extension AgendaFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .segmentAdded:
            SegmentAdded(
                segment: "s2", kind: .checkIn, title: "Welcome", timeboxSeconds: 300, note: "One word each", index: 0
            ).event
        case .segmentEdited:
            SegmentEdited(segment: "s2", kind: .handsOn, title: "Build", timeboxSeconds: 900, note: "Kits\nin pairs")
                .event
        case .segmentMoved: SegmentMoved(segment: "s2", index: 3).event
        case .segmentRemoved: SegmentRemoved(segment: "s2").event
        case .segmentOpened: SegmentOpened(segment: "s2").event
        case .segmentEnded: SegmentEnded(segment: "s2").event
        case .segmentSkipped: SegmentSkipped(segment: "s2").event
        case .timeboxSet: TimeboxSet(segment: "s2", timeboxSeconds: 360).event
        case .stepUndone:
            StepUndone(
                segments: [.init(segment: "s2", state: .open), .init(segment: "s3", state: .upcoming)], current: "s2",
                round: "r60", speaker: "p7", reopened: ["u1"], closed: ["u2"]
            ).event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: AgendaCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .openSegment: return OpenSegment(segment: segment(room)).command
        case .openNext: return OpenNext().command
        case .openPrevious: return OpenPrevious().command
        case .adjustTimebox:
            return AdjustTimebox(segment: segment(room), seconds: pick([-60, 0, 60, 300, Int.max])).command
        case .skipSegment: return SkipSegment(segment: segment(room), isConfirmed: once(in: 2)).command
        case .addSegment: return AddSegment(plan: plan(), index: below(9) - 2).command
        case .editSegment: return EditSegment(segment: segment(room), plan: plan()).command
        case .moveSegment: return MoveSegment(segment: segment(room), index: below(9) - 2).command
        case .removeSegment: return RemoveSegment(segment: segment(room)).command
        case .undo: return Undo(step: "c").command
        }
    }
}
