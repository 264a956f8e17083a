// Knows samples of the facet `takeaway`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension TakeawayCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .saveAction: SaveAction(what: "Grow cress with Year 5", by: "2026-12-18", showTo: "Owain").command
        case .correctRecord: CorrectRecord(claim: .wasHere, segment: "s3").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .saveAction: "OE PLC - -"
        case .correctRecord: "OE PLC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .saveAction: SaveAction(what: "Grow cress").command
        case .correctRecord: CorrectRecord(claim: .notMe, segment: nil).command
        }
    }
}

extension TakeawayFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .actionSaved:
            ActionSaved(person: "p7", what: "Grow cress with Year 5", by: "2026-12-18", showTo: "Owain").event
        case .recordCorrected: RecordCorrected(person: "p7", claim: .notMe, segment: "s3").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind.
    mutating func command(_ kind: TakeawayCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .saveAction:
            return SaveAction(
                what: once(in: 4) ? nil : text(), by: once(in: 2) ? nil : "2026-02-30",
                showTo: once(in: 2) ? nil : text()
            ).command
        case .correctRecord:
            return CorrectRecord(
                claim: pick(RecordClaim.allCases),
                segment: once(in: 2) ? nil : room.agenda.randomElement(using: &self)?.id
            ).command
        }
    }
}
